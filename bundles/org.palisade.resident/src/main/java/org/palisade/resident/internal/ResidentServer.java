package org.palisade.resident.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jdk.net.ExtendedSocketOptions;

/** Accepts clients and has each answered by a thread of its own, as many at once as are allowed. Those beyond are sent away at once. */
final class ResidentServer {

	/** How long requests that are cancelled have for logging out. */
	private static final long END_MILLISECONDS = 2_000;

	/** Makes what answers a client. */
	interface Answerer extends Function<SocketChannel, Answering> {
	}

	private final ServerSocketChannel listening;
	private final Semaphore free;
	private final UserPrincipal user;
	private final ExecutorService threads;
	private final Set<Answering> current = ConcurrentHashMap.newKeySet();
	private volatile boolean ending;

	/**
	 * @param requests how many to answer at once
	 * @throws IOException when this process cannot tell under which user it runs
	 */
	ResidentServer(ServerSocketChannel listening, int requests, ExecutorService threads) throws IOException {
		this.listening = listening;
		this.free = new Semaphore(requests);
		this.user = Files.getOwner(Path.of("/proc/self"));
		this.threads = threads;
	}

	static ExecutorService threads() {
		return Executors.newCachedThreadPool(daemons("palisade-request"));
	}

	static ScheduledExecutorService timer() {
		return Executors.newSingleThreadScheduledExecutor(daemons("palisade-timer"));
	}

	private static ThreadFactory daemons(String name) {
		return task -> {
			Thread thread = new Thread(task, name);
			thread.setDaemon(true);
			return thread;
		};
	}

	/** Accepts clients until the socket is closed. One that has gone again by then harms nobody but itself. */
	void accept(Answerer answerer) throws IOException {
		while (true) {
			SocketChannel client;
			try {
				client = listening.accept();
			} catch (ClosedChannelException e) {
				return;
			}
			if (!isReceived(client, answerer)) {
				client.close();
			}
		}
	}

	/** Only the user of this process is answered: what a request leaves behind would belong to the wrong one. */
	private boolean isReceived(SocketChannel client, Answerer answerer) {
		try {
			if (!client.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(user)) {
				return false;
			}
			if (ending || !free.tryAcquire()) {
				refuse(client);
				return false;
			}
		} catch (IOException e) {
			return false;
		}
		Answering answering = answerer.apply(client);
		current.add(answering);
		threads.execute(() -> answer(answering));
		return true;
	}

	private void answer(Answering answering) {
		try {
			answering.run();
		} finally {
			current.remove(answering);
			free.release();
		}
	}

	/** The few bytes fit into the buffer of a new connection. */
	private static void refuse(SocketChannel client) throws IOException {
		client.configureBlocking(false);
		client.write(ByteBuffer.allocate(5).put(Wire.REFUSED).putInt(0).flip());
	}

	/** Lets go of every client and waits a little until the requests have ended here. */
	void end() throws InterruptedException {
		ending = true;
		current.forEach(Answering::abandon);
		threads.shutdown();
		threads.awaitTermination(END_MILLISECONDS, TimeUnit.MILLISECONDS);
	}
}

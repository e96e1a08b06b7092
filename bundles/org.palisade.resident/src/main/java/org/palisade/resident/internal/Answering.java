package org.palisade.resident.internal;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.palisade.agent.CallingProcess;
import org.palisade.agent.FenceAgent;
import org.palisade.api.time.CancellationSource;
import org.palisade.core.engine.SessionOpener;
import org.palisade.launcher.Application.Invocation;

/** One request, from the first byte of it to the exit code. */
final class Answering implements Runnable {

	/** A client sends everything at once. */
	private static final long REQUEST_SECONDS = 1;
	private static final long LIFE_MILLISECONDS = 500;

	private final FenceAgent agent;
	private final SessionOpener sessions;
	private final Surroundings surroundings;
	private final Executor threads;
	private final ScheduledExecutorService timer;
	private final CancellationSource cancellation = new CancellationSource();
	private final Conversation conversation;

	/**
	 * @param threads runs what listens to the client
	 */
	Answering(SocketChannel channel, FenceAgent agent, SessionOpener sessions, Surroundings surroundings, Executor threads,
			ScheduledExecutorService timer) {
		this.agent = agent;
		this.sessions = sessions;
		this.surroundings = surroundings;
		this.threads = threads;
		this.timer = timer;
		this.conversation = new Conversation(channel, cancellation);
	}

	@Override
	public void run() {
		try (conversation) {
			Request request = receive();
			Optional<String> difference = surroundings.difference(request);
			if (difference.isPresent()) {
				conversation.send(Wire.REFUSED, difference.get());
			} else {
				answer(request);
			}
		} catch (IOException | RejectedExecutionException e) {
			// A client that says something else is answered as one that is none, and at its end the resident begins nothing.
			cancellation.request();
		}
	}

	private Request receive() throws IOException {
		Future<?> alarm = timer.schedule(conversation::close, REQUEST_SECONDS, TimeUnit.SECONDS);
		try {
			return conversation.receive();
		} finally {
			alarm.cancel(false);
		}
	}

	private void answer(Request request) throws IOException {
		conversation.send(Wire.ACCEPTED, "");
		threads.execute(conversation::listen);
		Future<?> life = timer.scheduleWithFixedDelay(conversation::showLife, LIFE_MILLISECONDS, LIFE_MILLISECONDS, TimeUnit.MILLISECONDS);
		try (PrintStream out = stream(Wire.OUT, false); PrintStream err = stream(Wire.ERR, true)) {
			Invocation invocation = new Invocation(request.required(Wire.COMMAND), request.arguments(), new ByteArrayInputStream(request.input()), out,
					err);
			CallingProcess caller = new CallingProcess(request.text(Wire.FENCER), Path.of(request.required(Wire.FOLDER)));
			OptionalInt code = agent.run(invocation, caller, sessions, conversation, cancellation);
			out.flush();
			err.flush();
			if (code.isPresent()) {
				conversation.send(Wire.EXIT, Integer.toString(code.getAsInt()));
			} else {
				conversation.send(Wire.REFUSED, "a relative path");
			}
		} finally {
			life.cancel(false);
		}
	}

	private PrintStream stream(byte tag, boolean flushEachLine) {
		return new PrintStream(new BufferedOutputStream(conversation.stream(tag)), flushEachLine, StandardCharsets.UTF_8);
	}

	/** Lets go of the client, which goes on by itself, and ends the request here. */
	void abandon() {
		conversation.abandon();
	}
}

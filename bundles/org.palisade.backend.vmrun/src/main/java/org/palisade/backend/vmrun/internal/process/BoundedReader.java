package org.palisade.backend.vmrun.internal.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/** Reads a stream of a child process to its end in a thread of its own, so that the child never blocks on a full pipe. */
final class BoundedReader {

	private final InputStream stream;
	private final int limit;
	private final Runnable onOverflow;
	private final CompletableFuture<byte[]> content = new CompletableFuture<>();

	/**
	 * @param stream what to read; not closed
	 * @param limit the number of bytes beyond which reading stops
	 * @param onOverflow run, once, by the reading thread when there is more than the limit
	 */
	BoundedReader(InputStream stream, int limit, Runnable onOverflow) {
		this.stream = stream;
		this.limit = limit;
		this.onOverflow = onOverflow;
	}

	/** {@return everything that was read, once the stream has ended} Completes exceptionally when reading failed or overflowed. */
	CompletableFuture<byte[]> content() {
		return content;
	}

	/** Starts reading. Called once. */
	void start(String threadName) {
		Thread thread = new Thread(this::read, threadName);
		// A descendant that survives with our pipe in its hands must not keep the process alive.
		thread.setDaemon(true);
		thread.start();
	}

	private void read() {
		ByteArrayOutputStream collected = new ByteArrayOutputStream();
		byte[] chunk = new byte[8192];
		try {
			for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
				if (collected.size() + count > limit) {
					onOverflow.run();
					content.completeExceptionally(new IOException("more than " + limit + " bytes"));
					return;
				}
				collected.write(chunk, 0, count);
			}
			content.complete(collected.toByteArray());
		} catch (IOException e) {
			content.completeExceptionally(e);
		}
	}
}

package org.palisade.backend.ssh.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * Collects what a remote command writes, up to a limit, and tells when it is closed. Written to by the SSH library's thread. Beyond the
 * limit it refuses: a server that never stops talking must not use up the memory.
 */
final class CappedOutput extends OutputStream {

	/** Room for the listing of a host with thousands of machines; an ESX host holds a few hundred. */
	private static final int LIMIT = 8 * 1024 * 1024;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private final CountDownLatch closed = new CountDownLatch(1);
	private boolean overflowed;

	@Override
	public void write(int value) throws IOException {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public synchronized void write(byte[] buffer, int offset, int length) throws IOException {
		if (bytes.size() + length > LIMIT) {
			overflowed = true;
			closed.countDown();
			throw new IOException(Messages.Output_TooLong);
		}
		bytes.write(buffer, offset, length);
	}

	@Override
	public void close() {
		closed.countDown();
	}

	/** Returns when the writer is done. */
	void awaitClose() throws InterruptedException {
		closed.await();
	}

	/** {@return all that was written} */
	synchronized String text() throws IOException {
		if (overflowed) {
			throw new IOException(Messages.Output_TooLong);
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}
}

package org.palisade.transport.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body of known length. Ending early is an error, and closing it leaves the connection open. */
final class MeasuredBody extends InputStream {

	private final InputStream in;
	private long left;

	MeasuredBody(InputStream in, long length) {
		this.in = in;
		this.left = length;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (left == 0) {
			return -1;
		}
		int count = in.read(target, offset, (int) Math.min(length, left));
		if (count < 0) {
			throw new EOFException("the server closed the connection in the middle of its answer");
		}
		left -= count;
		return count;
	}
}

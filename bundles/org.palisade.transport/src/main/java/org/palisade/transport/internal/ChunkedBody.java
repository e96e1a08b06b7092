package org.palisade.transport.internal;

import java.io.IOException;
import java.io.InputStream;

/** A body in chunks (RFC 9112, 7.1), whose trailer fields are thrown away. Closing it leaves the connection open. */
final class ChunkedBody extends InputStream {

	private final InputStream in;
	private MeasuredBody chunk;
	private boolean ended;

	ChunkedBody(InputStream in) {
		this.in = in;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		while (!ended) {
			if (chunk != null) {
				int count = chunk.read(target, offset, length);
				if (count > 0) {
					return count;
				}
				expectEmptyLine();
			}
			next();
		}
		return -1;
	}

	private void next() throws IOException {
		String line = AnswerHead.line(in);
		int semicolon = line.indexOf(';');
		String size = (semicolon < 0 ? line : line.substring(0, semicolon)).trim();
		long length = AnswerHead.number(size, 16);
		if (length > 0) {
			chunk = new MeasuredBody(in, length);
			return;
		}
		ended = true;
		for (String trailer = AnswerHead.line(in); !trailer.isEmpty(); trailer = AnswerHead.line(in)) {
			if (trailer.indexOf(':') < 0) {
				throw new IOException("malformed trailer");
			}
		}
	}

	private void expectEmptyLine() throws IOException {
		if (!AnswerHead.line(in).isEmpty()) {
			throw new IOException("malformed chunk");
		}
	}
}

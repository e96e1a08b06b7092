package org.palisade.simulator.internal.http;

import java.io.IOException;
import java.io.OutputStream;

import com.sun.net.httpserver.HttpExchange;

/** The body of an HTTP answer: a short one goes out with its length, a long one in chunks as it is written. */
final class AnswerStream extends OutputStream {

	private static final int BUFFER_SIZE = 64 * 1024;

	private final HttpExchange exchange;
	private final int status;
	private final Traffic traffic;
	private final byte[] buffer = new byte[BUFFER_SIZE];
	private int length;
	private boolean headersSent;

	AnswerStream(HttpExchange exchange, int status, Traffic traffic) {
		this.exchange = exchange;
		this.status = status;
		this.traffic = traffic;
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int count) throws IOException {
		int from = offset;
		int left = count;
		while (left > 0) {
			if (length == BUFFER_SIZE) {
				send(0);
			}
			int part = Math.min(left, BUFFER_SIZE - length);
			System.arraycopy(bytes, from, buffer, length, part);
			length += part;
			from += part;
			left -= part;
		}
	}

	private void send(long contentLength) throws IOException {
		if (!headersSent) {
			exchange.sendResponseHeaders(status, contentLength);
			headersSent = true;
		}
		exchange.getResponseBody().write(buffer, 0, length);
		traffic.sent(length);
		length = 0;
	}

	/** Sends the rest. An answer that failed half way is not closed, so that the client sees that it is not whole. */
	@Override
	public void close() throws IOException {
		send(length == 0 ? -1 : length);
		exchange.getResponseBody().close();
	}
}

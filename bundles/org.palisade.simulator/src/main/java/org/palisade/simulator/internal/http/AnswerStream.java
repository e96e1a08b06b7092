package org.palisade.simulator.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;

/**
 * The body of an HTTP answer: a short one goes out with its length, a long one in chunks as it is written; compressed, if it is worth it, to a client that
 * says that it understands that.
 */
final class AnswerStream extends OutputStream {

	private static final int BUFFER_SIZE = 64 * 1024;

	/** A shorter answer fits into one packet in any case. */
	private static final int WORTH_COMPRESSING = 512;

	private final HttpExchange exchange;
	private final int status;
	private final Traffic traffic;
	private final boolean compresses;
	private final byte[] buffer = new byte[BUFFER_SIZE];
	private int length;
	private OutputStream chunks;

	AnswerStream(HttpExchange exchange, int status, Traffic traffic) {
		this.exchange = exchange;
		this.status = status;
		this.traffic = traffic;
		this.compresses = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Encoding")).filter(codings -> codings.contains("gzip")).isPresent();
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
				sendChunk();
			}
			int part = Math.min(left, BUFFER_SIZE - length);
			System.arraycopy(bytes, from, buffer, length, part);
			length += part;
			from += part;
			left -= part;
		}
	}

	private void sendChunk() throws IOException {
		if (chunks == null) {
			tellCoding(compresses);
			exchange.sendResponseHeaders(status, 0);
			OutputStream counted = new Counted(exchange.getResponseBody(), traffic);
			chunks = compresses ? new GZIPOutputStream(counted, BUFFER_SIZE) : counted;
		}
		chunks.write(buffer, 0, length);
		length = 0;
	}

	private void tellCoding(boolean compressed) {
		if (compressed) {
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
		}
	}

	/** Sends the rest. An answer that failed half way is not closed, so that the client sees that it is not whole. */
	@Override
	public void close() throws IOException {
		if (chunks != null) {
			sendChunk();
			chunks.close();
			return;
		}
		boolean compressed = compresses && length >= WORTH_COMPRESSING;
		ByteArrayOutputStream whole = new ByteArrayOutputStream(length);
		try (OutputStream coded = compressed ? new GZIPOutputStream(whole) : whole) {
			coded.write(buffer, 0, length);
		}
		tellCoding(compressed);
		exchange.sendResponseHeaders(status, whole.size() == 0 ? -1 : whole.size());
		whole.writeTo(exchange.getResponseBody());
		traffic.sent(whole.size());
		exchange.getResponseBody().close();
	}

	/** Counts what is really sent. */
	private static final class Counted extends FilterOutputStream {

		private final Traffic traffic;

		Counted(OutputStream out, Traffic traffic) {
			super(out);
			this.traffic = traffic;
		}

		@Override
		public void write(byte[] bytes, int offset, int count) throws IOException {
			out.write(bytes, offset, count);
			traffic.sent(count);
		}

		@Override
		public void write(int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}
	}
}

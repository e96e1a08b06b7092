package org.palisade.transport.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.palisade.transport.HttpAnswer.Header;

/**
 * Status line and header fields of an answer.
 *
 * @param minor the minor version of HTTP/1
 * @param status the status code
 * @param headers the fields, names in lower case
 */
record AnswerHead(int minor, int status, List<Header> headers) {

	private static final int LONGEST_LINE = 16_384;
	private static final int MOST_FIELDS = 200;
	private static final int NO_CONTENT = 204;
	private static final int NOT_MODIFIED = 304;

	/** {@return the head of the next answer that is a final one} */
	static AnswerHead read(InputStream in) throws IOException {
		AnswerHead head = readOne(in);
		while (head.status < 200) {
			head = readOne(in);
		}
		return head;
	}

	private static AnswerHead readOne(InputStream in) throws IOException {
		String line = line(in);
		if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
			throw new IOException("not an HTTP/1 answer");
		}
		List<Header> headers = new ArrayList<>();
		for (String field = line(in); !field.isEmpty(); field = line(in)) {
			int colon = field.indexOf(':');
			if (colon < 1 || headers.size() == MOST_FIELDS) {
				throw new IOException("malformed header fields");
			}
			headers.add(new Header(field.substring(0, colon).toLowerCase(Locale.ROOT), field.substring(colon + 1).trim()));
		}
		return new AnswerHead(line.charAt(7) - '0', Integer.parseInt(line.substring(9, 12)), headers);
	}

	/** {@return the next line without its end} */
	static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder(80);
		for (int c = in.read(); c != '\n'; c = in.read()) {
			if (c < 0) {
				throw new EOFException("the server closed the connection in the middle of its answer");
			}
			if (line.length() == LONGEST_LINE) {
				throw new IOException("a line of the answer's head is too long");
			}
			line.append((char) c);
		}
		int length = line.length();
		if (length > 0 && line.charAt(length - 1) == '\r') {
			line.setLength(length - 1);
		}
		return line.toString();
	}

	/** {@return the body that follows this head on {@code in}} */
	InputStream body(InputStream in) throws IOException {
		if (status == NO_CONTENT || status == NOT_MODIFIED) {
			return InputStream.nullInputStream();
		}
		if (isChunked()) {
			return new ChunkedBody(in);
		}
		String length = value("content-length");
		if (length == null) {
			return new EndlessBody(in);
		}
		if (!length.matches("[0-9]{1,18}")) {
			throw new IOException("malformed Content-Length");
		}
		return new MeasuredBody(in, Long.parseLong(length));
	}

	/** {@return whether the server keeps the connection open after the body} */
	boolean keepsConnection() {
		String connection = value("connection");
		boolean delimited = status == NO_CONTENT || status == NOT_MODIFIED || isChunked() || value("content-length") != null;
		boolean closes = connection != null && connection.toLowerCase(Locale.ROOT).contains("close");
		return delimited && minor == 1 && !closes;
	}

	private boolean isChunked() {
		String encoding = value("transfer-encoding");
		return encoding != null && encoding.toLowerCase(Locale.ROOT).contains("chunked");
	}

	private String value(String name) {
		for (Header header : headers) {
			if (header.name().equals(name)) {
				return header.value();
			}
		}
		return null;
	}
}

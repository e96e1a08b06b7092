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
		int minor = line.startsWith("HTTP/1.0 ") ? 0 : 1;
		if (minor == 1 && !line.startsWith("HTTP/1.1 ")) {
			throw new IOException("not an HTTP/1 answer");
		}
		int status = (int) number(line.substring(9, Math.min(12, line.length())), 10);
		List<Header> headers = new ArrayList<>();
		for (String field = line(in); !field.isEmpty(); field = line(in)) {
			int colon = field.indexOf(':');
			if (colon < 1 || headers.size() == MOST_FIELDS) {
				throw new IOException("malformed header fields");
			}
			headers.add(new Header(field.substring(0, colon).toLowerCase(Locale.ROOT), field.substring(colon + 1).trim()));
		}
		return new AnswerHead(minor, status, headers);
	}

	/** {@return a number that is not negative} */
	static long number(String digits, int radix) throws IOException {
		try {
			long number = Long.parseLong(digits, radix);
			if (number >= 0) {
				return number;
			}
		} catch (NumberFormatException noNumber) {
			throw new IOException("malformed number in the answer's head", noNumber);
		}
		throw new IOException("negative number in the answer's head");
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
		return length == null ? new EndlessBody(in) : new MeasuredBody(in, number(length, 10));
	}

	/** {@return whether the server keeps the connection open after the body} */
	boolean keepsConnection() {
		String connection = value("connection");
		boolean delimited = status == NO_CONTENT || status == NOT_MODIFIED || isChunked() || value("content-length") != null;
		boolean closes = connection != null && connection.toLowerCase(Locale.ROOT).contains("close");
		return delimited && minor == 1 && !closes;
	}

	/** {@return whether the body is compressed in the one way that was offered} */
	boolean isCompressed() {
		return "gzip".equalsIgnoreCase(value("content-encoding")) && status != NO_CONTENT && status != NOT_MODIFIED;
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

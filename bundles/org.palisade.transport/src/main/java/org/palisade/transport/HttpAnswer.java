package org.palisade.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a server answered. Valid only inside the {@link AnswerReader} that it was handed to.
 */
public final class HttpAnswer {

	/**
	 * A header field.
	 *
	 * @param name its name, in lower case
	 * @param value its value, trimmed
	 */
	public record Header(String name, String value) {
	}

	private final int status;
	private final List<Header> headers;
	private final InputStream body;

	/**
	 * Made by the transport.
	 *
	 * @param status the status code
	 * @param headers the header fields in the order of the answer
	 * @param body the decoded body
	 */
	public HttpAnswer(int status, List<Header> headers, InputStream body) {
		this.status = status;
		this.headers = List.copyOf(headers);
		this.body = body;
	}

	/** {@return the status code} */
	public int status() {
		return status;
	}

	/** {@return the values of the header fields of this name, given in lower case} */
	public List<String> headers(String name) {
		return headers.stream().filter(header -> header.name().equals(name)).map(Header::value).toList();
	}

	/**
	 * {@return the body as it arrives} Reading it throws when the server ends it early; the transport tells what a failure means.
	 */
	public InputStream body() {
		return body;
	}

	/**
	 * {@return the whole body as UTF-8 text}
	 *
	 * @param limit how many bytes are accepted
	 * @throws IOException when the body is longer or ends early
	 */
	public String text(int limit) throws IOException {
		byte[] bytes = body.readNBytes(limit);
		if (bytes.length == limit && body.read() >= 0) {
			throw new IOException("the answer is longer than " + limit + " bytes");
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}
}

package org.palisade.transport;

import java.util.Map;
import java.util.Objects;

/**
 * A request. Immutable. Its text form shows neither headers nor body: there may be a session or a password among them.
 *
 * @param method GET, POST or DELETE
 * @param path path and query on the server, starting with a slash, already escaped
 * @param headers header fields beside those that the transport writes itself (Host, Content-Length, User-Agent, Accept-Encoding)
 * @param body the body, empty for none; not copied, not to be changed
 */
public record HttpRequest(String method, String path, Map<String, String> headers, byte[] body) {

	/** Copies the headers. */
	public HttpRequest {
		Objects.requireNonNull(method);
		Objects.requireNonNull(body);
		headers = Map.copyOf(headers);
		if (!path.startsWith("/")) {
			throw new IllegalArgumentException("the path does not start with a slash");
		}
	}

	@Override
	public String toString() {
		return method + " " + path;
	}
}

package org.palisade.resident.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client asks. Its text form shows nothing: there is a password in it. */
final class Request {

	private final Map<Byte, byte[]> fields = new HashMap<>();
	private final List<String> arguments = new ArrayList<>();

	private Request() {
	}

	/**
	 * Takes a request apart.
	 *
	 * @throws IOException when it has not the form of one, or its texts are not UTF-8
	 */
	static Request parse(ByteBuffer bytes) throws IOException {
		Request request = new Request();
		while (bytes.hasRemaining()) {
			if (bytes.remaining() < 5) {
				throw new IOException("the request ends in the middle of a field");
			}
			byte tag = bytes.get();
			int length = bytes.getInt();
			if (length < 0 || length > bytes.remaining()) {
				throw new IOException("a field of the request is longer than the request");
			}
			byte[] value = new byte[length];
			bytes.get(value);
			request.add(tag, value);
		}
		return request;
	}

	private void add(byte tag, byte[] value) throws IOException {
		if (tag == Wire.ARGUMENT) {
			arguments.add(decode(value));
		} else if (fields.put(tag, value) != null) {
			throw new IOException("a field of the request comes twice");
		}
	}

	private static String decode(byte[] bytes) throws CharacterCodingException {
		return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
	}

	List<String> arguments() {
		return arguments;
	}

	/** {@return a field that may be missing} */
	Optional<String> text(byte tag) throws IOException {
		byte[] value = fields.get(tag);
		return value == null ? Optional.empty() : Optional.of(decode(value));
	}

	/** {@return a field that must be there} */
	String required(byte tag) throws IOException {
		return text(tag).orElseThrow(() -> new IOException("the request lacks the field " + (char) tag));
	}

	/** {@return standard input, empty when the client did not read it} */
	byte[] input() {
		return fields.getOrDefault(Wire.INPUT, new byte[0]);
	}
}

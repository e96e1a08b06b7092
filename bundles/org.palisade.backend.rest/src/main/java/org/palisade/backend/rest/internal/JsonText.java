package org.palisade.backend.rest.internal;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/**
 * Reads JSON strictly (RFC 8259) into maps, lists, texts and truth values; numbers become texts. Only the streaming reader of the library is
 * used: it needs a handful of classes and no reflection.
 */
final class JsonText {

	/** The deepest answer of the API that is read here has less than ten levels. */
	private static final int DEEPEST = 32;

	/** A text that is not JSON, or not of a kind that is accepted. */
	static final class MalformedJson extends Exception {

		private static final long serialVersionUID = 1L;

		MalformedJson(String message) {
			super(message);
		}
	}

	private JsonText() {
	}

	/**
	 * {@return the value: a {@code Map<String, Object>}, a {@code List<Object>}, a String, a Double, a Boolean, or null}
	 *
	 * @throws MalformedJson when the text is not one JSON value, is nested too deeply or has a member twice in one object
	 */
	static Object parse(String text) throws MalformedJson {
		try (JsonReader in = new JsonReader(new StringReader(text))) {
			in.setStrictness(Strictness.STRICT);
			in.setNestingLimit(DEEPEST);
			Object value = value(in);
			if (in.peek() != JsonToken.END_DOCUMENT) {
				throw new MalformedJson("something follows the value");
			}
			return value;
		} catch (IOException | IllegalStateException | NumberFormatException malformed) {
			// The library's message quotes nothing but a path of member names, yet those are the server's: the kind of failure is enough.
			throw new MalformedJson(malformed.getClass().getSimpleName());
		}
	}

	private static Object value(JsonReader in) throws IOException, MalformedJson {
		return switch (in.peek()) {
		case BEGIN_OBJECT -> object(in);
		case BEGIN_ARRAY -> array(in);
		case STRING -> in.nextString();
		case NUMBER -> in.nextDouble();
		case BOOLEAN -> in.nextBoolean();
		case NULL -> {
			in.nextNull();
			yield null;
		}
		default -> throw new MalformedJson("no value");
		};
	}

	private static Map<String, Object> object(JsonReader in) throws IOException, MalformedJson {
		Map<String, Object> members = new LinkedHashMap<>();
		in.beginObject();
		while (in.hasNext()) {
			String name = in.nextName();
			Object value = value(in);
			if (members.containsKey(name)) {
				throw new MalformedJson("a member occurs twice in one object");
			}
			members.put(name, value);
		}
		in.endObject();
		return members;
	}

	private static List<Object> array(JsonReader in) throws IOException, MalformedJson {
		List<Object> elements = new ArrayList<>();
		in.beginArray();
		while (in.hasNext()) {
			elements.add(value(in));
		}
		in.endArray();
		return elements;
	}
}

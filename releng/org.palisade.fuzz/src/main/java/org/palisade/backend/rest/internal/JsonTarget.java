package org.palisade.backend.rest.internal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.google.gson.stream.JsonWriter;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.backend.rest.internal.JsonText.MalformedJson;
import org.palisade.fuzz.Property;

/** An answer of the Automation API: it is read or refused, means the same when it is written and read again, and an error can be shown. */
public final class JsonTarget {

	private static final int DEEPEST = 32;

	private JsonTarget() {
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) {
		Object value;
		try {
			value = JsonText.parse(new String(input, StandardCharsets.UTF_8));
		} catch (MalformedJson refused) {
			return;
		}
		Property.require(depth(value) <= DEEPEST, "an answer is not nested deeply");
		Property.requireEqual(String.valueOf(value), String.valueOf(readAgain(written(value))), "what was written is read");
		requireShowable(ApiError.of(503, value));
		requireTypes(value);
	}

	private static Object readAgain(String text) {
		try {
			return JsonText.parse(text);
		} catch (MalformedJson e) {
			throw new AssertionError("what was written cannot be read", e);
		}
	}

	private static void requireShowable(ApiError error) {
		FenceProblem problem = ApiProblems.ofCall(error);
		Property.require(problem.message().chars().noneMatch(Character::isISOControl), "an error is shown on one line");
	}

	private static void requireTypes(Object value) {
		try {
			for (JsonObject object : JsonObject.listOf(value)) {
				Property.require(!object.requiredText("vm").isEmpty(), "what is required is there");
				object.object("identity");
			}
		} catch (FenceException refused) {
			Property.requireEqual(FenceProblem.Kind.PROTOCOL, refused.problem().kind(), "the kind of an answer that makes no sense");
		}
	}

	private static int depth(Object value) {
		if (value instanceof Map<?, ?> members) {
			return 1 + members.values().stream().mapToInt(JsonTarget::depth).max().orElse(0);
		}
		return value instanceof List<?> elements ? 1 + elements.stream().mapToInt(JsonTarget::depth).max().orElse(0) : 0;
	}

	private static String written(Object value) {
		StringWriter text = new StringWriter();
		try (JsonWriter out = new JsonWriter(text)) {
			write(out, value);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return text.toString();
	}

	private static void write(JsonWriter out, Object value) throws IOException {
		if (value instanceof Map<?, ?> members) {
			out.beginObject();
			for (Map.Entry<?, ?> member : members.entrySet()) {
				out.name((String) member.getKey());
				write(out, member.getValue());
			}
			out.endObject();
		} else if (value instanceof List<?> elements) {
			out.beginArray();
			for (Object element : elements) {
				write(out, element);
			}
			out.endArray();
		} else if (value instanceof Boolean truth) {
			out.value(truth);
		} else if (value instanceof Double number) {
			out.value(number);
		} else {
			out.value((String) value);
		}
	}
}

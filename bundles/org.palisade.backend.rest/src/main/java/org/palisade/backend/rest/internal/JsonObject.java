package org.palisade.backend.rest.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;

/**
 * A JSON object of an answer, whose members are of the types that the API says, or the answer makes no sense. Immutable.
 *
 * @param members the members by name
 */
record JsonObject(Map<?, ?> members) {

	/** {@return the object that a value is} */
	static JsonObject of(Object value) throws FenceException {
		if (value instanceof Map<?, ?> members) {
			return new JsonObject(members);
		}
		throw nonsense();
	}

	/** {@return the objects of which a value is the list} */
	static List<JsonObject> listOf(Object value) throws FenceException {
		if (!(value instanceof List<?> elements)) {
			throw nonsense();
		}
		List<JsonObject> objects = new ArrayList<>(elements.size());
		for (Object element : elements) {
			objects.add(of(element));
		}
		return objects;
	}

	/** {@return the text of a member, empty when it is missing or null} */
	Optional<String> text(String name) throws FenceException {
		Object value = members.get(name);
		if (value == null) {
			return Optional.empty();
		}
		if (value instanceof String text) {
			return Optional.of(text);
		}
		throw nonsense();
	}

	/** {@return the text of a member that must be there} */
	String requiredText(String name) throws FenceException {
		return text(name).filter(text -> !text.isEmpty()).orElseThrow(JsonObject::nonsense);
	}

	/** {@return the object that a member is, empty when it is missing or null} */
	Optional<JsonObject> object(String name) throws FenceException {
		Object value = members.get(name);
		return value == null ? Optional.empty() : Optional.of(of(value));
	}

	private static FenceException nonsense() {
		return new FenceException(Kind.PROTOCOL, Messages.not_understood, Messages.not_understood_advice);
	}
}

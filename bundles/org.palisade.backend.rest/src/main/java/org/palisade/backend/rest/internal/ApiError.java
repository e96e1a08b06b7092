package org.palisade.backend.rest.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An error with which the API answered. Immutable.
 *
 * @param status the HTTP status
 * @param type the standard error in capitals, {@code NOT_FOUND} for example (package {@code com.vmware.vapi.std.errors}); empty when the answer
 *            was not an error of the API at all, such as the page of a proxy in front of it
 * @param message the server's words, on one line; empty when it had none
 */
record ApiError(int status, Optional<String> type, String message) {

	private static final String TYPE_PREFIX = "com.vmware.vapi.std.errors.";

	/**
	 * {@return what an answer says that is no success}
	 *
	 * @param body the parsed body, null when it was none that could be parsed
	 */
	static ApiError of(int status, Object body) {
		if (!(body instanceof Map<?, ?> members)) {
			return new ApiError(status, Optional.empty(), "");
		}
		if (members.get("type") instanceof String type && type.startsWith(TYPE_PREFIX)) {
			String name = type.substring(TYPE_PREFIX.length()).toUpperCase(Locale.ROOT);
			return new ApiError(status, Optional.of(ServerText.sanitised(name)), message(members.get("value")));
		}
		if (members.get("error_type") instanceof String type) {
			return new ApiError(status, Optional.of(ServerText.sanitised(type)), message(members));
		}
		return new ApiError(status, Optional.empty(), "");
	}

	private static String message(Object container) {
		if (container instanceof Map<?, ?> members && members.get("messages") instanceof List<?> messages && !messages.isEmpty()
				&& messages.get(0) instanceof Map<?, ?> first && first.get("default_message") instanceof String text) {
			return ServerText.sanitised(text);
		}
		return "";
	}

	/** {@return whether it is this standard error of the API} A bare HTTP status never is. */
	boolean is(String standardError) {
		return type.filter(standardError::equals).isPresent();
	}

	/** {@return how to call it to the user} */
	String title() {
		return type.orElse("HTTP " + status);
	}
}

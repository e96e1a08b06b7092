package org.palisade.backend.rest.internal;

/** What the API answered. */
sealed interface Reply {

	/**
	 * A success.
	 *
	 * @param content the value without the wrapping of its dialect: a map, a list, a text, or null for an empty answer
	 */
	record Value(Object content) implements Reply {
	}

	/**
	 * A refusal.
	 *
	 * @param error what the server said
	 */
	record Refusal(ApiError error) implements Reply {
	}
}

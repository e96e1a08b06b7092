package org.palisade.simulator.internal.rest;

import org.palisade.simulator.internal.control.Json;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param body JSON, or empty
 */
public record RestAnswer(int status, String body) {

	static RestAnswer success(RestDialect dialect, Object value) {
		return new RestAnswer(200, Json.write(dialect.success(value)));
	}

	static RestAnswer created(RestDialect dialect, Object value) {
		return new RestAnswer(dialect == RestDialect.API ? 201 : 200, Json.write(dialect.success(value)));
	}

	/** The answer to a request that does something and tells nothing. */
	public static RestAnswer empty(RestDialect dialect) {
		return new RestAnswer(dialect == RestDialect.API ? 204 : 200, "");
	}

	static RestAnswer failure(RestDialect dialect, RestFault fault) {
		return new RestAnswer(fault.status(), Json.write(dialect.failure(fault)));
	}
}

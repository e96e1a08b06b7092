package org.palisade.simulator.internal.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The two ways in which the API is spoken. */
public enum RestDialect {

	/** {@code /api}, since vSphere 7.0.2. */
	API("/api", List.of("session"), "") {
		@Override
		Object success(Object value) {
			return value;
		}

		@Override
		Object failure(RestFault fault) {
			return error(fault);
		}
	},

	/** {@code /rest}, since vSphere 6.5. */
	REST("/rest", List.of("com", "vmware", "cis", "session"), "filter.") {
		@Override
		Object success(Object value) {
			return Map.of("value", value);
		}

		@Override
		Object failure(RestFault fault) {
			Map<String, Object> failure = new LinkedHashMap<>();
			failure.put("type", "com.vmware.vapi.std.errors." + fault.type());
			failure.put("value", error(fault));
			return failure;
		}
	};

	private final String path;
	private final List<String> session;
	private final String parameterPrefix;

	RestDialect(String path, List<String> session, String parameterPrefix) {
		this.path = path;
		this.session = session;
		this.parameterPrefix = parameterPrefix;
	}

	/** The dialect that a path on the server belongs to. */
	public static Optional<RestDialect> of(String path) {
		for (RestDialect dialect : values()) {
			if (path.startsWith(dialect.path + "/")) {
				return Optional.of(dialect);
			}
		}
		return Optional.empty();
	}

	/** The part of a path on the server that comes after that of the API. */
	String below(String wholePath) {
		return wholePath.substring(path.length() + 1);
	}

	/** The path of the session, in parts. */
	List<String> session() {
		return session;
	}

	/** What stands before the names of filter parameters. */
	String parameterPrefix() {
		return parameterPrefix;
	}

	/** How a value is wrapped. */
	abstract Object success(Object value);

	/** How a fault is told. */
	abstract Object failure(RestFault fault);

	private static Object error(RestFault fault) {
		Map<String, Object> message = new LinkedHashMap<>();
		message.put("args", List.of());
		message.put("default_message", fault.getMessage());
		message.put("id", "vcenter-simulator." + fault.type());
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("error_type", fault.type().toUpperCase(Locale.ROOT));
		error.put("messages", List.of(message));
		return error;
	}
}

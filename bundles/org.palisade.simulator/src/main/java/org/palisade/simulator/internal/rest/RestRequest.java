package org.palisade.simulator.internal.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.palisade.simulator.internal.session.Session.Caller;

/**
 * A request. Immutable.
 *
 * @param dialect how it is spoken
 * @param method the HTTP method
 * @param segments the parts of the path below that of the API, decoded
 * @param parameters the query
 * @param credentials what the headers say about who asks
 */
public record RestRequest(RestDialect dialect, String method, List<String> segments, Map<String, List<String>> parameters,
		Credentials credentials) {

	/** Keeps copies of the path and the query. */
	public RestRequest {
		segments = List.copyOf(segments);
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	/** The older dialect may number the values of a parameter. */
	private static final Pattern NUMBERED = Pattern.compile("(.+)\\.\\d+");

	/**
	 * Who asks.
	 *
	 * @param token the header {@code vmware-api-session-id}
	 * @param authorization the header {@code Authorization}
	 * @param caller where from
	 */
	public record Credentials(Optional<String> token, Optional<String> authorization, Caller caller) {
	}

	/**
	 * Reads a request.
	 *
	 * @param path the whole path, percent-encoded
	 * @param query the query, percent-encoded
	 */
	public static RestRequest of(RestDialect dialect, String method, String path, Optional<String> query, Credentials credentials) {
		List<String> segments = new ArrayList<>();
		for (String segment : dialect.below(path).split("/")) {
			segments.add(decoded(segment.replace("+", "%2B")));
		}
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		for (String pair : query.orElse("").split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				Matcher numbered = NUMBERED.matcher(pair.substring(0, equals));
				String name = numbered.matches() ? numbered.group(1) : pair.substring(0, equals);
				parameters.computeIfAbsent(name, unused -> new ArrayList<>()).add(decoded(pair.substring(equals + 1)));
			}
		}
		return new RestRequest(dialect, method, segments, parameters, credentials);
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	/** The path below that of the API has this form; {@code *} stands for one part. */
	boolean is(String httpMethod, String... form) {
		if (!method.equals(httpMethod) || segments.size() != form.length) {
			return false;
		}
		for (int i = 0; i < form.length; i++) {
			if (!form[i].equals("*") && !form[i].equals(segments.get(i))) {
				return false;
			}
		}
		return true;
	}

	/** The values of a filter parameter, any of which may match; empty when everything matches. */
	Set<String> filter(String name) {
		return Set.copyOf(parameters.getOrDefault(dialect.parameterPrefix() + name, List.of()));
	}

	/** Refuses other filter parameters. */
	void allowFilters(Set<String> names) throws RestFault {
		for (String parameter : parameters.keySet()) {
			String prefix = dialect.parameterPrefix();
			if (!parameter.startsWith(prefix) || !names.contains(parameter.substring(prefix.length()))) {
				throw new RestFault("unexpected_input", "There is no parameter " + parameter + " here.");
			}
		}
	}
}

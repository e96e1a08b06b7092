package org.palisade.backend.rest.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;

/**
 * Where on the server the API is, and which dialect is spoken there.
 *
 * @param path the path without a slash at its end
 * @param dialect the dialect, told by the last part of the path
 */
record ApiPath(String path, Dialect dialect) {

	private static final String API = "/api";
	private static final String REST = "/rest";

	/** {@return the paths to try, in order, for the option {@code api_path}} A given one is obeyed and none else is tried. */
	static List<ApiPath> candidates(Optional<String> option) throws FenceException {
		if (option.isEmpty()) {
			return List.of(new ApiPath(API, Dialect.API), new ApiPath(REST, Dialect.REST));
		}
		return List.of(parse(option.get()));
	}

	private static ApiPath parse(String text) throws FenceException {
		String path = "/" + stripSlashes(text.trim());
		boolean plain = path.chars().allMatch(c -> c == '/' || c == '.' || c == '-' || c == '_' || c == '~' || c < 128 && Character.isLetterOrDigit(c));
		if (plain && path.endsWith(API)) {
			return new ApiPath(path, Dialect.API);
		}
		if (plain && path.endsWith(REST)) {
			return new ApiPath(path, Dialect.REST);
		}
		throw new FenceException(Kind.OPTION, NLS.bind(Messages.api_path_malformed, text), Messages.api_path_advice);
	}

	private static String stripSlashes(String text) {
		int from = 0;
		int to = text.length();
		while (from < to && text.charAt(from) == '/') {
			from++;
		}
		while (to > from && text.charAt(to - 1) == '/') {
			to--;
		}
		return text.substring(from, to);
	}
}

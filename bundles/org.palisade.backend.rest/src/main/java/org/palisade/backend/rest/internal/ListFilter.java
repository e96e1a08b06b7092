package org.palisade.backend.rest.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;

/**
 * The option {@code filter}: parameters of the listing of virtual machines as they would stand in its URL, for example
 * {@code filter.names=node1&filter.names=node2}, the form that fence_vmware_rest takes. The prefix of the older dialect may be left out and
 * is added or taken away as the server needs it.
 */
final class ListFilter {

	private static final Set<String> NAMES = Set.of("vms", "names", "folders", "datacenters", "hosts", "clusters", "resource_pools",
			"power_states");

	/** The older dialect also numbers the values: {@code filter.names.1=}. */
	private static final Pattern PARAMETER = Pattern.compile("(?:filter\\.)?([a-z_]+)(?:\\.\\d+)?=(.*)", Pattern.DOTALL);

	/** Never goes back, because that takes a level of the stack for each character. */
	private static final Pattern ESCAPED = Pattern.compile("(?:[A-Za-z0-9._~!$'()*,;:@/?+-]|%[0-9A-Fa-f]{2})++");

	private ListFilter() {
	}

	/**
	 * {@return the filter as a query, an empty one when the option is not given}
	 *
	 * @throws FenceException of kind OPTION when it has another form or a parameter that the API does not have
	 */
	static Query parse(Optional<String> option) throws FenceException {
		Query query = new Query();
		if (option.isEmpty()) {
			return query;
		}
		for (String part : option.get().split("&", -1)) {
			Matcher parameter = PARAMETER.matcher(part);
			if (!parameter.matches() || parameter.group(2).isEmpty() || !NAMES.contains(parameter.group(1))) {
				throw new FenceException(Kind.OPTION, NLS.bind(Messages.filter_malformed, part), Messages.filter_advice);
			}
			add(query, parameter.group(1), parameter.group(2));
		}
		return query;
	}

	/** What is a proper URL already is passed on as it is; anything else, a blank for example, was meant as plain text. */
	private static void add(Query query, String name, String value) {
		if (ESCAPED.matcher(value).matches()) {
			query.withEscaped(name, value);
		} else {
			query.with(name, value);
		}
	}
}

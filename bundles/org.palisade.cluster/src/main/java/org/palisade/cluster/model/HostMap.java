package org.palisade.cluster.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The value of {@code pcmk_host_map}: which plug each node is, {@code node1:plug1;node2:plug2,plug3}. As Pacemaker's fencer reads it
 * ({@code build_port_aliases} in its sources): pairs end at a semicolon, blank or tab, name and plug are separated by a colon or an equals
 * sign wherever it stands, and since 2.1.2 a backslash takes the meaning off the character behind it.
 *
 * @param plugs the plugs by node, each list as it is handed to the agent, separated by commas
 * @param problems the parts of the value that are no pair, or name a node a second time; empty when all is well
 */
public record HostMap(Map<String, String> plugs, List<String> problems) {

	/** The option's name. */
	public static final String NAME = "pcmk_host_map";

	/** Copies the collections; the map keeps its order. */
	public HostMap {
		plugs = Collections.unmodifiableMap(new LinkedHashMap<>(plugs));
		problems = List.copyOf(problems);
	}

	/** {@return what the value says} */
	public static HostMap parse(String value) {
		Map<String, String> plugs = new LinkedHashMap<>();
		List<String> problems = new ArrayList<>();
		List<StringBuilder> parts = new ArrayList<>(List.of(new StringBuilder()));
		for (int i = 0; i <= value.length(); i++) {
			char c = i == value.length() ? ';' : value.charAt(i);
			if (c == '\\' && i + 1 < value.length()) {
				parts.get(parts.size() - 1).append(value.charAt(++i));
			} else if (c == ';' || c == ' ' || c == '\t') {
				add(parts.stream().map(StringBuilder::toString).toList(), plugs, problems);
				parts = new ArrayList<>(List.of(new StringBuilder()));
			} else if (c == ':' || c == '=') {
				parts.add(new StringBuilder());
			} else {
				parts.get(parts.size() - 1).append(c);
			}
		}
		return new HostMap(plugs, problems);
	}

	private static void add(List<String> parts, Map<String, String> plugs, List<String> problems) {
		boolean nothing = parts.size() == 1 && parts.get(0).isEmpty();
		boolean pair = parts.size() == 2 && parts.stream().noneMatch(String::isEmpty);
		if (!nothing && (!pair || plugs.putIfAbsent(parts.get(0), parts.get(1)) != null)) {
			problems.add(String.join(":", parts));
		}
	}

	/** {@return the value that says so} */
	public static String format(Map<String, String> plugs) {
		List<String> pairs = new ArrayList<>();
		plugs.forEach((node, plug) -> pairs.add(node + ":" + escape(plug)));
		return String.join(";", pairs);
	}

	private static String escape(String plug) {
		StringBuilder escaped = new StringBuilder();
		for (char c : plug.toCharArray()) {
			escaped.append("\\; \t:=".indexOf(c) >= 0 ? "\\" : "").append(c);
		}
		return escaped.toString();
	}
}

package org.palisade.ui.tests;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.palisade.simulator.SimulatedVCenter;

/** The truth about what was done to a simulated server. */
final class Simulated {

	private static final Pattern NAME = Pattern.compile("\"name\":\\s*\"([^\"]*)\"");

	private Simulated() {
	}

	/** {@return the names of the machines whose power was ever changed} */
	static Set<String> changed(SimulatedVCenter server) throws IOException {
		return NAME.matcher(server.control("GET", "/vms?changed=true")).results().map(match -> match.group(1)).collect(Collectors.toSet());
	}
}

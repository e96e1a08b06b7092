package org.palisade.testsupport.faults;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.palisade.simulator.SimulatedVCenter;

/** What a simulated vCenter tells of itself and its machines. */
final class SimulatorTruth {

	private SimulatorTruth() {
	}

	/** {@return a number that it tells of itself} */
	static int number(String name, SimulatedVCenter server) throws IOException {
		return numberIn(name, server.control("GET", "/truth"));
	}

	static boolean isOn(String plug, SimulatedVCenter server) throws IOException {
		return machine(plug, server).contains("\"poweredOn\"");
	}

	/** {@return how often the machine was without power, ever} */
	static int powerOffs(String plug, SimulatedVCenter server) throws IOException {
		String machine = machine(plug, server);
		return numberIn("powerOffs", machine) + numberIn("resets", machine);
	}

	/** {@return how often anything but that machine changed its power, ever} */
	static int changesOfOthers(String plug, SimulatedVCenter server) throws IOException {
		int changes = 0;
		String id = find("\"id\":\"([^\"]*)\"", machine(plug, server));
		for (String row : server.control("GET", "/vms?changed=true").split("(?=\\{\"id\":)")) {
			if (row.startsWith("{\"id\":") && !row.startsWith("{\"id\":\"" + id + "\"")) {
				changes += numberIn("powerOns", row) + numberIn("powerOffs", row) + numberIn("resets", row) + numberIn("suspends", row);
			}
		}
		return changes;
	}

	private static String machine(String plug, SimulatedVCenter server) throws IOException {
		return server.control("GET", "/vm?name=" + plug);
	}

	private static int numberIn(String name, String json) {
		return Integer.parseInt(find("\"" + name + "\":(\\d+)", json));
	}

	private static String find(String pattern, String json) {
		Matcher matcher = Pattern.compile(pattern).matcher(json);
		if (!matcher.find()) {
			throw new AssertionError("no " + pattern + " in " + json);
		}
		return matcher.group(1);
	}
}

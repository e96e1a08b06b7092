package org.palisade.testsupport.faults;

import java.io.IOException;

import org.palisade.simulator.SimulatedVCenter;
import org.palisade.testsupport.SimulatorAnswer;

/** What a simulated vCenter tells of itself and its machines. */
final class SimulatorTruth {

	private SimulatorTruth() {
	}

	/** {@return a number that it tells of itself} */
	static int number(String name, SimulatedVCenter server) throws IOException {
		return new SimulatorAnswer(server.control("GET", "/truth")).number(name);
	}

	static boolean isOn(String plug, SimulatedVCenter server) throws IOException {
		return machine(plug, server).json().contains("\"poweredOn\"");
	}

	/** {@return how often the machine was without power, ever} */
	static int powerOffs(String plug, SimulatedVCenter server) throws IOException {
		SimulatorAnswer machine = machine(plug, server);
		return machine.number("powerOffs") + machine.number("resets");
	}

	/** {@return how often anything but that machine changed its power, ever} */
	static int changesOfOthers(String plug, SimulatedVCenter server) throws IOException {
		int changes = 0;
		String id = machine(plug, server).text("id");
		for (String row : server.control("GET", "/vms?changed=true").split("(?=\\{\"id\":)")) {
			if (row.startsWith("{\"id\":") && !row.startsWith("{\"id\":\"" + id + "\"")) {
				SimulatorAnswer machine = new SimulatorAnswer(row);
				changes += machine.number("powerOns") + machine.number("powerOffs") + machine.number("resets") + machine.number("suspends");
			}
		}
		return changes;
	}

	private static SimulatorAnswer machine(String plug, SimulatedVCenter server) throws IOException {
		return new SimulatorAnswer(server.control("GET", "/vm?name=" + plug));
	}
}

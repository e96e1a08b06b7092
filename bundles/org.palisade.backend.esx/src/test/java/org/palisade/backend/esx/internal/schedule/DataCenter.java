package org.palisade.backend.esx.internal.schedule;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;
import org.palisade.testsupport.SimulatorAnswer;

/** A simulated vCenter with a handful of machines, and the truth about them. */
final class DataCenter implements AutoCloseable {

	static final String USER = "fencing";
	static final String PASSWORD = "5ecret";

	/**
	 * What is true of a machine.
	 *
	 * @param interruptions how often it lost its power, ever
	 * @param byAgents how often an agent changed its power, ever
	 */
	record Machine(String id, String name, String path, String uuid, String instanceUuid, String host, boolean on, boolean off, boolean template,
			int interruptions, int byAgents) {

		String folder() {
			return path.substring(0, path.lastIndexOf('/'));
		}

		String datacenter() {
			return path.split("/")[1];
		}
	}

	private final SimulatedVCenter server;

	DataCenter(int machines) throws IOException {
		server = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(machines).duplicates(0).datacenters(2).hosts(2).plainHttp(true)
				.credentials(USER, PASSWORD).taskDuration(Duration.ofMillis(2)).build());
	}

	int port() {
		return server.url().getPort();
	}

	/** {@return all machines there are, by their identifiers} */
	Map<String, Machine> machines() {
		Map<String, Machine> machines = new LinkedHashMap<>();
		for (String row : order("GET", "/vms").split("(?=\\{\"id\":)")) {
			if (row.startsWith("{\"id\":")) {
				Machine machine = machine(row);
				machines.put(machine.id(), machine);
			}
		}
		return machines;
	}

	private static Machine machine(String row) {
		SimulatorAnswer machine = new SimulatorAnswer(row);
		String power = machine.text("powerState");
		int byAgents = row.split("\"by\":\"" + USER + "\"", -1).length - 1;
		return new Machine(machine.text("id"), machine.text("name"), machine.text("path"), machine.text("uuid"), machine.text("instanceUuid"),
				machine.text("host"), power.equals("poweredOn"), power.equals("poweredOff"), row.contains("\"template\":true"),
				machine.number("powerOffs") + machine.number("resets"), byAgents);
	}

	int openSessions() {
		return new SimulatorAnswer(order("GET", "/truth")).number("sessionsOpen");
	}

	/** Has something happen. What cannot happen, because the machine is gone for example, does not. */
	boolean happens(String method, String request) {
		try {
			server.control(method, request);
			return true;
		} catch (IOException impossible) {
			return false;
		}
	}

	private String order(String method, String request) {
		try {
			return server.control(method, request);
		} catch (IOException e) {
			throw new AssertionError(method + " " + request, e);
		}
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	@Override
	public void close() throws IOException {
		happens("DELETE", "/fault");
		server.close();
	}
}

package org.palisade.testsupport;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.palisade.api.PowerState;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;
import org.palisade.tck.Incident;
import org.palisade.tck.LocalConnections;
import org.palisade.tck.TestBed;

/** A simulated vCenter of its own, over TLS, for the compatibility kit. It does what it says it does, so {@link Incident#NO_EFFECT} is not to be had. */
public final class SimulatedVCenterTestBed implements TestBed {

	private static final String USERNAME = "fencing";
	private static final String PASSWORD = "c4nary of the <simulator>";
	private static final String PLUG = "node00002";
	private static final String FOLDER_OF_REPLACEMENT = "/DC0/vm";

	private final SimulatedVCenter server;
	private final List<String> powerMethods;

	/**
	 * Starts a server with machines in two datacenters.
	 *
	 * @param powerMethods the methods of the API under test that power machines, by the names that the simulator has for them
	 */
	public SimulatedVCenterTestBed(List<String> powerMethods) throws IOException {
		this.powerMethods = List.copyOf(powerMethods);
		server = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(24).credentials(USERNAME, PASSWORD)
				.taskDuration(Duration.ofMillis(20)).build());
		power(PowerState.ON);
	}

	@Override
	public Map<String, Object> options() {
		return Map.of(StandardOptions.IP, "127.0.0.1", StandardOptions.IP_PORT, server.url().getPort(), StandardOptions.USERNAME, USERNAME,
				StandardOptions.PASSWORD, Secret.of(PASSWORD), StandardOptions.SSL_FINGERPRINT, server.certificateFingerprint().orElseThrow());
	}

	@Override
	public String plug() {
		return PLUG;
	}

	@Override
	public String missingPlug() {
		return "nobody";
	}

	@Override
	public Optional<String> ambiguousPlug() {
		return Optional.of("node00001");
	}

	@Override
	public Optional<String> template() {
		return Optional.of("template-DC0");
	}

	@Override
	public Optional<Datacenters> datacenters() {
		return Optional.of(machine().text("path").startsWith("/DC0/") ? new Datacenters("DC0", "DC1") : new Datacenters("DC1", "DC0"));
	}

	@Override
	public Map<String, Object> malformedOptions() {
		return Map.of(StandardOptions.IP, "no address", StandardOptions.SSL_FINGERPRINT, "AB:CD");
	}

	@Override
	public PowerState power() {
		return switch (machine().text("powerState")) {
			case "poweredOn" -> PowerState.ON;
			case "poweredOff" -> PowerState.OFF;
			default -> PowerState.UNKNOWN;
		};
	}

	@Override
	public void power(PowerState state) {
		control("POST", "/vm?name=" + PLUG + "&power=" + (state == PowerState.ON ? "on" : "off"));
	}

	@Override
	public OptionalInt powerOffs() {
		return OptionalInt.of(machine().number("powerOffs") + machine().number("resets"));
	}

	@Override
	public boolean impose(Incident incident) {
		switch (incident) {
			case SILENCE -> control("POST", "/fault?method=*&nth=always&kind=hang");
			case REFUSAL -> powerMethods
					.forEach(method -> control("POST", "/fault?method=" + method + "&nth=always&kind=soapFault&parameter=ResourceInUse"));
			case REMOVAL -> control("POST", "/vm?name=" + PLUG + "&delete=true");
			case REPLACEMENT -> replace();
			case NO_EFFECT -> {
				return false;
			}
		}
		return true;
	}

	private void replace() {
		control("POST", "/vm?name=" + PLUG + "&delete=true");
		control("POST", "/vm?name=node00003&clone=" + PLUG + "&folder=" + URLEncoder.encode(FOLDER_OF_REPLACEMENT, StandardCharsets.UTF_8));
		power(PowerState.ON);
	}

	@Override
	public OptionalInt openSessions() {
		return OptionalInt.of(truth().number("sessionsOpen"));
	}

	@Override
	public OptionalInt openConnections() {
		try {
			return LocalConnections.to(server.url().getPort());
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	public OptionalInt contacts() {
		return OptionalInt.of(truth().number("requestsTotal"));
	}

	private SimulatorAnswer truth() {
		return new SimulatorAnswer(control("GET", "/truth"));
	}

	private SimulatorAnswer machine() {
		return new SimulatorAnswer(control("GET", "/vm?name=" + PLUG));
	}

	private String control(String method, String request) {
		try {
			return server.control(method, request);
		} catch (IOException e) {
			throw new AssertionError(method + " " + request, e);
		}
	}

	@Override
	public void close() throws IOException {
		control("DELETE", "/fault");
		server.close();
	}
}

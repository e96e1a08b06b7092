package org.palisade.testsupport.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;

/**
 * A simulated vCenter of its own, in which everything can go wrong. What does not concern the encryption is tried without it, because a handshake costs more
 * than all the rest; what does is tried through a {@link FaultyRelay}.
 */
public final class SimulatorFaultBed implements FaultBed {

	private static final String USERNAME = "fencing";
	private static final String PASSWORD = "c4nary of the <faults>";
	private static final String PLUG = "node00002";
	private static final String ENORMOUS_BYTES = "400000000";
	private static final long IN_THE_MIDDLE_MILLIS = 120;
	/**
	 * The names of one API's methods, as the simulator has them.
	 *
	 * @param login the log-in
	 * @param first what is called before; empty when the log-in comes first
	 * @param power the orders of power operations
	 * @param await what is called to learn of their outcome
	 * @param sessionInHeader whether the session is known from the head of the answer, before its body has come
	 */
	public record Methods(String login, Optional<String> first, List<String> power, String await, boolean sessionInHeader) {

		/** Keeps a copy of the list. */
		public Methods {
			power = List.copyOf(power);
		}
	}

	private final FenceBackEnd backEnd;
	private final Methods methods;
	private final SimulatorExpectations expectations;
	private final SimulatedVCenter plain;
	private final SimulatedVCenter secure;
	private final SimulatedVCenter other;
	private final FaultyRelay relay;
	private final FaultyRelay.DeafPort deaf = new FaultyRelay.DeafPort();
	private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
	private final Map<String, Object> options = new HashMap<>();
	private SimulatedVCenter current;
	private int powerOffsBefore;
	private int elsewhereBefore;
	private int ordersBefore;
	private int toldBefore;
	private Optional<Future<?>> happening = Optional.empty();
	private volatile boolean struck;

	/** Starts the servers. */
	public SimulatorFaultBed(FenceBackEnd backEnd, Methods methods) throws IOException {
		this.backEnd = backEnd;
		this.methods = methods;
		expectations = new SimulatorExpectations(backEnd, methods);
		plain = start(true);
		secure = start(false);
		other = start(false);
		relay = new FaultyRelay(secure.url().getPort());
		current = plain;
	}

	private static SimulatedVCenter start(boolean plainHttp) throws IOException {
		return SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(6).datacenters(1).hosts(1).plainHttp(plainHttp).credentials(USERNAME, PASSWORD)
				.taskDuration(Duration.ofMillis(4)).build());
	}

	@Override
	public FenceBackEnd backEnd() {
		return backEnd;
	}

	@Override
	public Optional<String> senseless(FencedAction action, Step step, Fault fault) {
		return expectations.senseless(action, step, fault);
	}

	@Override
	public Set<Kind> expected(Step step, Fault fault) {
		return expectations.expected(step, fault);
	}

	@Override
	public Optional<String> mayLeaveASession(Step step, Fault fault) {
		return expectations.mayLeaveASession(step, fault);
	}

	@Override
	public void restore(boolean running) throws Exception {
		heal();
		current = plain;
		relay.restore(secure.url().getPort());
		for (SimulatedVCenter server : List.of(plain, secure, other)) {
			if (SimulatorTruth.number("tasksUnfinished", server) > 0) {
				server.control("POST", "/restart");
			}
			server.control("POST", "/sessions/expire");
			if (SimulatorTruth.isOn(PLUG, server) != running) {
				server.control("POST", "/vm?name=" + PLUG + "&power=" + (running ? "on" : "off"));
			}
		}
		struck = false;
		use(plain, plain.url().getPort());
	}

	private void use(SimulatedVCenter server, int port) throws IOException {
		current = server;
		powerOffsBefore = SimulatorTruth.powerOffs(PLUG, current);
		elsewhereBefore = SimulatorTruth.changesOfOthers(PLUG, current);
		ordersBefore = SimulatorTruth.number("ordersCarriedOut", server);
		toldBefore = told();
		options.clear();
		options.putAll(Map.of(StandardOptions.IP, "127.0.0.1", StandardOptions.IP_PORT, port, StandardOptions.USERNAME, USERNAME, StandardOptions.PASSWORD,
				Secret.of(PASSWORD), StandardOptions.SSL, server != plain));
		server.certificateFingerprint().ifPresent(print -> options.put(StandardOptions.SSL_FINGERPRINT, print));
	}

	@Override
	public void prepare(Step step, Fault fault) throws IOException {
		if (step == Step.TLS || fault == Fault.CERTIFICATE_CHANGED) {
			use(secure, relay.port());
		}
	}

	@Override
	public void arm(Step step, Fault fault) throws IOException {
		switch (step) {
			case RESOLVE -> {
				options.put(StandardOptions.IP, "no-such-host.invalid");
				struck = true;
			}
			case CONNECT -> armConnection(fault);
			case TLS -> {
				if (fault == Fault.CERTIFICATE_CHANGED) {
					changeCertificate();
				} else {
					relay.spoil(fault);
				}
			}
			case WAIT -> armWait(fault);
			default -> arm(step, step == Step.LOGIN ? methods.login() : "*", fault);
		}
	}

	private void armConnection(Fault fault) throws IOException {
		switch (fault) {
			case REFUSED -> {
				options.put(StandardOptions.IP_PORT, FaultyRelay.closedPort());
				struck = true;
			}
			case HANG -> {
				options.put(StandardOptions.IP_PORT, deaf.port());
				struck = true;
			}
			case RESET -> {
				options.put(StandardOptions.IP_PORT, relay.port());
				relay.spoil(Fault.RESET);
			}
			default -> arm(Step.CONNECT, methods.first().orElseThrow(), fault);
		}
	}

	/** What the server does by itself comes while the operation is under way, which does not end then. */
	private void armWait(Fault fault) throws IOException {
		switch (fault) {
			case REFUSED -> {
				for (String method : methods.power()) {
					order(method, "taskError&parameter=InvalidState");
				}
			}
			case RESTART, CERTIFICATE_CHANGED -> {
				for (String method : methods.power()) {
					order(method, "taskHang");
				}
				happening = Optional.of(later.schedule(() -> {
					if (fault == Fault.RESTART) {
						current.control("POST", "/restart");
						struck = true;
					} else {
						changeCertificate();
					}
					return null;
				}, IN_THE_MIDDLE_MILLIS, TimeUnit.MILLISECONDS));
			}
			case EXPIRED -> order(methods.await(), "soapFault&parameter=NotAuthenticated");
			default -> arm(Step.WAIT, methods.await(), fault);
		}
	}

	private void changeCertificate() {
		relay.redirect(other.url().getPort());
		struck = true;
	}

	private void arm(Step step, String method, Fault fault) throws IOException {
		switch (fault) {
			case REFUSED -> order(method, "soapFault&parameter=" + (step == Step.LOGIN ? "InvalidLogin" : "NoPermission"));
			case HANG -> order(method, "hang");
			case RESET -> order(method, "half");
			case DRIP -> order(method, "drip&parameter=20");
			case CLIENT_ERROR -> order(method, "httpStatus&parameter=400");
			case SERVER_ERROR -> order(method, "httpStatus&parameter=503");
			case MALFORMED -> order(method, "malformed");
			case TRUNCATED -> order(method, "truncated");
			case WRONG_TYPES -> order(method, "wrongTypes");
			case UNKNOWN_FAULT -> order(method, "soapFault&parameter=FaultOfTheFuture");
			case ENORMOUS -> order(method, "enormous&parameter=" + ENORMOUS_BYTES);
			case EXPIRED -> {
				current.control("POST", "/sessions/expire");
				struck = true;
			}
			case RESTART -> {
				current.control("POST", "/restart");
				struck = true;
			}
			case CERTIFICATE_CHANGED -> changeCertificate();
			default -> throw new IllegalArgumentException(fault.toString());
		}
	}

	private void order(String method, String kind) throws IOException {
		current.control("POST", "/fault?method=" + method + "&nth=1&kind=" + kind);
	}

	@Override
	public Map<String, Object> options() {
		return Map.copyOf(options);
	}

	@Override
	public String plug() {
		return PLUG;
	}

	@Override
	public boolean hasStruck() throws IOException {
		return struck || relay.struck() > 0 || SimulatorTruth.number("ordersCarriedOut", current) > ordersBefore;
	}

	@Override
	public void heal() throws Exception {
		if (happening.isPresent()) {
			happening.get().get();
			happening = Optional.empty();
		}
		for (SimulatedVCenter server : List.of(plain, secure, other)) {
			server.control("DELETE", "/fault");
		}
	}

	@Override
	public boolean isOn() throws IOException {
		return SimulatorTruth.isOn(PLUG, current);
	}

	@Override
	public int powerOffs() throws IOException {
		return SimulatorTruth.powerOffs(PLUG, current) - powerOffsBefore;
	}

	@Override
	public boolean anotherWasPowered() throws IOException {
		return SimulatorTruth.changesOfOthers(PLUG, current) != elsewhereBefore;
	}

	@Override
	public boolean strangerWasTold() throws IOException {
		return told() != toldBefore;
	}

	private int told() throws IOException {
		return SimulatorTruth.number("requestsTotal", other);
	}

	@Override
	public OptionalInt openSessions() throws IOException {
		return OptionalInt.of(SimulatorTruth.number("sessionsOpen", current));
	}

	@Override
	public void close() throws Exception {
		later.shutdownNow();
		relay.close();
		deaf.close();
		heal();
		for (SimulatedVCenter server : List.of(plain, secure, other)) {
			server.close();
		}
	}
}

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
	private static final String NO_PERMISSION = "NoPermission";
	private static final String NOT_AUTHENTICATED = "soapFault&parameter=NotAuthenticated";
	/** What was asked is done, and the answer is what goes wrong. */
	private static final String EXECUTED = "&executed=true";

	/**
	 * The names of one API's methods, as the simulator has them.
	 *
	 * @param login the log-in
	 * @param first what is called before; empty when the log-in comes first
	 * @param power the orders of power operations
	 * @param watch what is called to begin with a watch on the plug, whose first answer is the read; empty when none is
	 * @param await what is called to learn of their outcome, and with a watch to read
	 * @param sessionInHeader whether the session is known from the head of the answer, before its body has come
	 */
	public record Methods(String login, Optional<String> first, List<String> power, Optional<String> watch, String await, boolean sessionInHeader) {

		/** Keeps a copy of the list. */
		public Methods {
			power = List.copyOf(power);
		}

		boolean watches() {
			return watch.isPresent();
		}
	}

	/** Something that is so at a server, or not yet. */
	@FunctionalInterface
	private interface Condition {
		boolean holds() throws IOException;
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
	private Condition evidence = () -> false;
	private volatile boolean struck;
	private volatile boolean withdrawn;

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
	public boolean watches() {
		return methods.watches();
	}

	@Override
	public Optional<String> senseless(Cell cell) {
		return expectations.senseless(cell);
	}

	@Override
	public Set<Kind> expected(Cell cell) {
		return expectations.expected(cell);
	}

	@Override
	public Optional<String> mayLeaveASession(Cell cell) {
		return expectations.mayLeaveASession(cell);
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
		withdrawn = false;
		evidence = () -> struck || relay.struck() > 0;
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
	public void prepare(Cell cell) throws IOException {
		if (cell.step() == Step.TLS || cell.fault() == Fault.CERTIFICATE_CHANGED) {
			use(secure, relay.port());
		}
	}

	@Override
	public void arm(Cell cell) throws IOException {
		Fault fault = cell.fault();
		boolean watched = cell.isWatched(watches());
		switch (cell.step()) {
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
			case LOGIN -> armCall(methods.login(), fault, "InvalidLogin", "");
			case READ -> {
				if (watched) {
					armAnswer(fault, this::isCarriedOut);
				} else {
					armCall(fault);
				}
			}
			case WAIT -> armWait(fault, watched);
			case TOLD -> armAnswer(fault, () -> isCarriedOut() && isOn() == cell.action().leavesOn());
			default -> armCall(fault);
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
			default -> armCall(methods.first().orElseThrow(), fault, NO_PERMISSION, "");
		}
	}

	/**
	 * What the server does by itself comes while the operation is under way, which does not end then. With a watch, the answer to the wait tells the
	 * outcome; what is spoilt here is one that comes before and tells nothing.
	 */
	private void armWait(Fault fault, boolean watched) throws IOException {
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
				evidence = () -> struck;
				happening = Optional.of(later.schedule(() -> {
					happen(fault);
					return null;
				}, IN_THE_MIDDLE_MILLIS, TimeUnit.MILLISECONDS));
			}
			case EXPIRED -> order(methods.await(), NOT_AUTHENTICATED);
			default -> armCall(methods.await(), fault, NO_PERMISSION, watched ? "&executed=false" : "");
		}
	}

	/**
	 * Spoils the next answer of a watch, when all that it tells has become so. What the server does by itself comes while that answer is on its way.
	 *
	 * @param told what has become so by then
	 */
	private void armAnswer(Fault fault, Condition told) throws IOException {
		switch (fault) {
			case RESTART, CERTIFICATE_CHANGED -> {
				order(methods.await(), "hang");
				happening = Optional.of(later.submit(() -> {
					while (!told.holds() && !withdrawn) {
						TimeUnit.MILLISECONDS.sleep(1);
					}
					if (!withdrawn) {
						happen(fault);
					}
					return null;
				}));
				evidence = () -> struck;
			}
			case EXPIRED -> order(methods.await(), NOT_AUTHENTICATED + EXECUTED);
			default -> armCall(methods.await(), fault, NO_PERMISSION, EXECUTED);
		}
		Condition spoilt = evidence;
		evidence = () -> spoilt.holds() && told.holds();
	}

	/** It is noted first: a client notices it before the server says that it is done. One that fails is thrown by {@link #heal}, or here. */
	private void happen(Fault fault) throws IOException {
		if (fault == Fault.CERTIFICATE_CHANGED) {
			changeCertificate();
		} else {
			struck = true;
			current.control("POST", fault == Fault.RESTART ? "/restart" : "/sessions/expire");
		}
	}

	private void changeCertificate() {
		struck = true;
		relay.redirect(other.url().getPort());
	}

	private void armCall(Fault fault) throws IOException {
		switch (fault) {
			case EXPIRED, RESTART, CERTIFICATE_CHANGED -> happen(fault);
			default -> armCall("*", fault, NO_PERMISSION, "");
		}
	}

	private void armCall(String method, Fault fault, String refusal, String executed) throws IOException {
		order(method, switch (fault) {
			case REFUSED -> "soapFault&parameter=" + refusal;
			case HANG -> "hang";
			case RESET -> "half";
			case DRIP -> "drip&parameter=20";
			case CLIENT_ERROR -> "httpStatus&parameter=400";
			case SERVER_ERROR -> "httpStatus&parameter=503";
			case MALFORMED -> "malformed";
			case TRUNCATED -> "truncated";
			case WRONG_TYPES -> "wrongTypes";
			case UNKNOWN_FAULT -> "soapFault&parameter=FaultOfTheFuture";
			case ENORMOUS -> "enormous&parameter=" + ENORMOUS_BYTES;
			default -> throw new IllegalArgumentException(fault.toString());
		} + executed);
	}

	private void order(String method, String kind) throws IOException {
		evidence = this::isCarriedOut;
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
		return evidence.holds();
	}

	private boolean isCarriedOut() throws IOException {
		return SimulatorTruth.number("ordersCarriedOut", current) > ordersBefore;
	}

	@Override
	public void heal() throws Exception {
		withdrawn = true;
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
		heal();
		later.shutdownNow();
		relay.close();
		deaf.close();
		for (SimulatedVCenter server : List.of(plain, secure, other)) {
			server.close();
		}
	}
}

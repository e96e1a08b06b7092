package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;

/** The back end against the simulated vCenter, which tells what really happened. */
class SimulatedVCenterTest {

	private static final String PASSWORD = "5ecret & <pass>";

	private final List<String> told = Collections.synchronizedList(new ArrayList<>());
	private SimulatedVCenter server;
	private FenceSession session;

	@BeforeEach
	void open() throws IOException, FenceException {
		server = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(40).duplicates(2).pageSize(7).credentials("u", PASSWORD)
				.taskDuration(Duration.ofMillis(20)).build());
		session = openSession(PASSWORD, "ssl_fingerprint", server.certificateFingerprint().orElseThrow());
	}

	private FenceSession openSession(String password, String trustOption, Object trust) throws FenceException {
		Map<String, Object> values = Map.of("ip", "127.0.0.1:" + server.url().getPort(), "ssl", true, "username", "u", "password",
				Secret.of(password), trustOption, trust);
		Diagnostics diagnostics = new Diagnostics() {
			@Override
			public void warning(String message) {
				told.add(message);
			}

			@Override
			public void detail(String message) {
				told.add(message);
			}
		};
		return new EsxBackEnd(null).open(new OptionValues(values, values.keySet()),
				new SessionContext(Cancellation.never(), diagnostics, Duration.ofSeconds(20)), in(20_000));
	}

	@AfterEach
	void everySessionIsLoggedOutAndNothingSecretWasTold() throws IOException {
		server.control("DELETE", "/fault");
		session.close(in(20_000));
		assertTrue(truth().contains("\"sessionsOpen\":0"), truth());
		server.close();
		assertFalse(told.stream().anyMatch(line -> line.contains("5ecret") || line.contains("vmware_soap_session")), told.toString());
	}

	private static Deadline in(long millis) {
		return Deadline.in(Duration.ofMillis(millis), MonotonicClock.system());
	}

	private String truth() throws IOException {
		return server.control("GET", "/truth").replace(" ", "");
	}

	private String machine(Plug plug) throws IOException {
		return server.control("GET", "/vm?id=" + plug.id()).replace(" ", "");
	}

	private void fault(String method, String kind, String more) throws IOException {
		server.control("POST", "/fault?method=" + method + "&nth=1&kind=" + kind + more);
	}

	private static FenceProblem problem(Executable action) {
		return assertThrows(FenceException.class, action).problem();
	}

	private List<ListedPlug> list() throws FenceException {
		List<ListedPlug> rows = new ArrayList<>();
		session.list(true, rows::add, in(20_000));
		return rows;
	}

	private Plug only(String text) throws FenceException {
		List<Plug> found = session.find(PlugSelector.of(text), in(20_000));
		assertEquals(1, found.size(), found.toString());
		return found.get(0);
	}

	/** A machine whose name exists once, and which is on. */
	private Plug unique() throws FenceException {
		for (ListedPlug row : list()) {
			List<Plug> found = session.find(PlugSelector.of(row.name()), in(20_000));
			if (found.size() == 1 && row.power() == PowerState.ON) {
				return found.get(0);
			}
		}
		throw new AssertionError("no machine is on");
	}

	@Test
	void listsEveryMachineOverManyPages() throws FenceException {
		assertEquals(40, list().size());
	}

	@Test
	void resetsARunningMachineOnce() throws FenceException, IOException {
		Plug plug = unique();

		assertInstanceOf(PowerChange.Seen.class, session.change(plug, PowerOperation.CYCLE, in(20_000)));

		assertTrue(machine(plug).contains("\"resets\":1"), machine(plug));
		assertEquals(PowerState.ON, session.read(plug, in(20_000)).power());
	}

	@Test
	void doesNotResetAMachineThatIsOff() throws FenceException, IOException {
		Plug plug = unique();
		session.change(plug, PowerOperation.OFF, in(20_000));

		assertInstanceOf(PowerChange.Failed.class, session.change(plug, PowerOperation.CYCLE, in(20_000)));

		assertTrue(machine(plug).contains("\"resets\":0"), machine(plug));
	}

	@Test
	void findsTheSameMachineInEveryReading() throws FenceException {
		Plug plug = unique();
		String[] uuids = plug.uuids().orElseThrow().split(" ");
		for (String text : List.of(plug.name(), plug.path(), plug.path().substring(1), plug.id(), "VirtualMachine:" + plug.id(), uuids[0],
				uuids[1].toUpperCase().replace("-", ""))) {
			assertEquals(plug, only(text), text);
		}
	}

	@Test
	void findsBothMachinesOfADuplicateNameAndOneInADatacenter() throws FenceException {
		List<String> names = list().stream().map(ListedPlug::name).toList();
		String duplicate = names.stream().filter(name -> Collections.frequency(names, name) == 2).findFirst().orElseThrow();
		List<Plug> both = session.find(PlugSelector.of(duplicate), in(20_000));
		assertEquals(2, both.size());
		for (Plug plug : both) {
			String datacenter = plug.path().split("/")[1];
			assertEquals(List.of(plug), session.find(new PlugSelector(duplicate, Optional.of(datacenter)), in(20_000)));
		}
	}

	@Test
	void findsRenamedMachinesWithSlashesInTheirNames() throws FenceException, IOException {
		Plug plug = unique();
		server.control("POST", "/vm?id=" + plug.id() + "&rename=a%2Fb%25");
		assertEquals(plug.id(), only("a/b%").id());
		assertEquals(plug.id(), only("a%2fb%25").id());
		assertEquals(plug.id(), only(only("a/b%").path()).id());
	}

	@Test
	void powersOffAndOnOnce() throws FenceException, IOException {
		Plug plug = unique();
		assertEquals(new PowerChange.Seen(), session.change(plug, PowerOperation.OFF, in(20_000)));
		assertTrue(session.read(plug, in(20_000)).isOff());
		assertEquals(new PowerChange.Seen(), session.change(plug, PowerOperation.ON, in(20_000)));
		assertTrue(session.read(plug, in(20_000)).isOn());
		assertTrue(machine(plug).contains("\"powerOns\":1,\"powerOffs\":1"), machine(plug));
	}

	@Test
	void seesThatItWasOffThoughSomebodyTurnedItOnAgain() throws FenceException, IOException {
		Plug plug = unique();
		session.read(plug, in(20_000));
		server.control("POST", "/schedule?method=PowerOffVM_Task&nth=1&when=task&id=" + plug.id() + "&power=on");
		assertEquals(new PowerChange.Seen(), session.change(plug, PowerOperation.OFF, in(20_000)));
		assertTrue(machine(plug).contains("\"powerOffs\":1"), machine(plug));
	}

	@ParameterizedTest
	@CsvSource({ "TaskInProgress, TASK", "InvalidState, TASK", "HostNotConnected, TASK", "NoPermission, PRIVILEGE" })
	void tellsTaskErrors(String fault, Kind kind) throws FenceException, IOException {
		Plug plug = unique();
		fault("PowerOffVM_Task", "taskError", "&parameter=" + fault);
		assertEquals(kind, assertInstanceOf(PowerChange.Failed.class, session.change(plug, PowerOperation.OFF, in(20_000))).problem().kind());
		fault("PowerOffVM_Task", "soapFault", "&parameter=" + fault);
		assertEquals(kind, assertInstanceOf(PowerChange.Failed.class, session.change(plug, PowerOperation.OFF, in(20_000))).problem().kind());
		assertTrue(session.read(plug, in(20_000)).isOn());
	}

	@Test
	void endsAtTheDeadlineWhenTheTaskHangs() throws FenceException, IOException {
		Plug plug = unique();
		fault("PowerOffVM_Task", "taskHang", "");
		FenceProblem problem = problem(() -> session.change(plug, PowerOperation.OFF, in(700)));
		assertEquals(Kind.TIMEOUT, problem.kind());
		assertTrue(problem.message().contains("did not end"), problem.message());
	}

	@ParameterizedTest
	@ValueSource(strings = { "drop", "half", "malformed", "truncated", "garbage", "httpStatus" })
	void aSpoiltAnswerIsNeverASuccessAndNothingIsRepeated(String kind) throws FenceException, IOException {
		Plug plug = unique();
		List<String> methods = List.of("PowerOffVM_Task", "WaitForUpdatesEx", "CreateFilter");
		for (int asked = 1; asked <= methods.size(); asked++) {
			server.control("POST", "/vm?id=" + plug.id() + "&power=on");
			fault(methods.get(asked - 1), kind, "");
			problem(() -> session.change(plug, PowerOperation.OFF, in(20_000)));
			assertTrue(truth().contains("\"PowerOffVM_Task\":" + asked), truth());
		}
		fault("RetrievePropertiesEx", kind, "");
		problem(() -> session.read(plug, in(20_000)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "hang", "drip" })
	void anAnswerThatDoesNotEndIsATimeout(String kind) throws FenceException, IOException {
		Plug plug = unique();
		fault("RetrievePropertiesEx", kind, "");
		assertEquals(Kind.TIMEOUT, problem(() -> session.read(plug, in(500))).kind());
		fault("PowerOffVM_Task", kind, "");
		assertEquals(Kind.TIMEOUT, problem(() -> session.change(plug, PowerOperation.OFF, in(500))).kind());
	}

	@Test
	void doubtsAMachineOnAHostOutOfContact() throws FenceException, IOException {
		Plug plug = unique();
		server.control("POST", "/vm?id=" + plug.id() + "&connectionState=disconnected");
		assertTrue(session.read(plug, in(20_000)).doubt().isPresent());
	}

	@Test
	void tellsAMachineThatWasDeleted() throws FenceException, IOException {
		Plug plug = unique();
		server.control("POST", "/vm?id=" + plug.id() + "&delete=true");
		assertEquals(Kind.NOT_FOUND, problem(() -> session.read(plug, in(20_000))).kind());
		assertEquals(List.of(), session.find(PlugSelector.of("VirtualMachine:" + plug.id()), in(20_000)));
	}

	@Test
	void monitorPassesForAnAdministrator() throws FenceException {
		session.check(Optional.empty(), in(20_000));
		session.check(Optional.of(unique()), in(20_000));
	}

	@Test
	void monitorFailsOnAMachineThatMayOnlyBeRead() throws FenceException, IOException {
		Plug plug = unique();
		server.control("POST", "/vm?id=" + plug.id() + "&access=read");
		assertEquals(Kind.PRIVILEGE, problem(() -> session.check(Optional.of(plug), in(20_000))).kind());
		assertEquals(Kind.PRIVILEGE, assertInstanceOf(PowerChange.Failed.class, session.change(plug, PowerOperation.OFF, in(20_000))).problem().kind());
	}

	@Test
	void survivesASessionThatTheServerEnded() throws FenceException, IOException {
		Plug plug = unique();
		server.control("POST", "/sessions/expire");
		assertEquals(Kind.LOGIN, problem(() -> session.read(plug, in(20_000))).kind());
	}

	@Test
	void tellsAWrongPasswordAndAWrongCertificate() {
		assertEquals(Kind.LOGIN, problem(() -> openSession("wrong", "ssl_insecure", true)).kind());
		assertEquals(Kind.TLS, problem(() -> openSession(PASSWORD, "ssl_fingerprint", "00".repeat(32))).kind());
		assertEquals(Kind.TLS, problem(() -> openSession(PASSWORD, "ssl_insecure", false)).kind());
	}

	@Test
	void acceptsTheServersOwnCertificateAsAuthority() throws FenceException {
		openSession(PASSWORD, "ssl_ca_file", server.certificateFile().orElseThrow().toString()).close(in(20_000));
	}
}

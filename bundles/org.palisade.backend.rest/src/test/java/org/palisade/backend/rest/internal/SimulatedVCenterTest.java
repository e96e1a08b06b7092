package org.palisade.backend.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;

/** The back end against the simulated vCenter, which tells what really happened. */
class SimulatedVCenterTest extends RestFixture {

	private static final String LOST_HOST = "/host?name=dc0-c0-esx2.example.com&connectionState=notResponding";

	private SimulatedVCenter server;

	private void start(UnaryOperator<SimulatorOptions.Builder> more) throws IOException {
		server = SimulatedVCenter.start(more.apply(SimulatorOptions.builder().virtualMachines(100).credentials("u", PASSWORD)
				.taskDuration(Duration.ofMillis(20))).build());
	}

	private void logIn(String... more) throws FenceException {
		open(endpoint(), generous(), more);
	}

	private Map<String, Object> endpoint() {
		return Map.of("ip", "127.0.0.1:" + server.url().getPort(), "ssl_fingerprint", server.certificateFingerprint().orElseThrow());
	}

	private void start(Dialect dialect) throws IOException, FenceException {
		start(builder -> builder);
		logIn("api_path", dialect == Dialect.API ? "/api" : "/rest");
	}

	@AfterEach
	void everySessionIsLoggedOut() throws IOException {
		server.control("DELETE", "/fault");
		if (session != null) {
			session.close(generous());
		}
		assertTrue(truth().contains("\"sessionsOpen\":0"), truth());
		server.close();
	}

	private String truth() throws IOException {
		return server.control("GET", "/truth");
	}

	private String machine(Plug plug) throws IOException {
		return server.control("GET", "/vm?id=" + plug.id());
	}

	private List<Plug> find(String text) throws FenceException {
		return session.find(PlugSelector.of(text), generous());
	}

	private Plug one(String text) throws FenceException {
		List<Plug> found = find(text);
		assertEquals(1, found.size(), found::toString);
		return found.get(0);
	}

	private List<ListedPlug> list() throws FenceException {
		List<ListedPlug> rows = new ArrayList<>();
		session.list(true, rows::add, generous());
		return rows;
	}

	@ParameterizedTest
	@EnumSource(Dialect.class)
	void fencesAndStartsTheMachineThatWasFound(Dialect dialect) throws IOException, FenceException {
		start(dialect);
		Plug plug = one("node00003");
		PlugState before = session.read(plug, generous());
		assertTrue(before.isOn());
		assertEquals(plug, before.plug());

		assertInstanceOf(PowerChange.Seen.class, session.change(plug, PowerOperation.OFF, generous()));
		assertTrue(session.read(plug, generous()).isOff());
		assertInstanceOf(PowerChange.Seen.class, session.change(plug, PowerOperation.OFF, generous()));
		assertInstanceOf(PowerChange.Seen.class, session.change(plug, PowerOperation.ON, generous()));

		assertTrue(machine(plug).contains("\"powerOns\":1,\"powerOffs\":1,"), machine(plug));
		assertTrue(truth().contains("\"tasks\":2,"), truth());
	}

	@ParameterizedTest
	@EnumSource(Dialect.class)
	void findsByEveryReadingOfTheText(Dialect dialect) throws IOException, FenceException {
		start(dialect);
		Plug plug = one("node00003");
		for (String text : List.of(plug.id(), "VirtualMachine:" + plug.id(), "/DC0/vm/rack-00/shelf-0/node00003",
				"DC0/rack-00/shelf-0/node00003")) {
			Plug found = one(text);
			assertEquals(plug.id(), found.id(), text);
			assertEquals(plug.uuids(), found.uuids(), text);
		}
		assertEquals("web/db 100% grün", one("web/db 100% grün").name());
		assertEquals("web/db 100% grün", one("web%2fdb 100%25 grün").name());
		assertEquals(List.of(), find("Node00003"));
		assertEquals(List.of(), find("node0000"));
		assertEquals(List.of(), find("template-DC0"));
		assertEquals(List.of(), find("/DC0/vm/node00003"));
		assertEquals(List.of(), find("/DC9/vm/node00003"));
		assertEquals(List.of(), find("vm-99999"));
	}

	@Test
	void neverListsInOrderToFind() throws IOException, FenceException {
		start(Dialect.API);
		one("node00003");
		assertTrue(truth().contains("\"api:session.create\":1,\"api:vm.get\":1,\"api:vm.list\":1}"), truth());
		assertTrue(told.stream().anyMatch(line -> line.contains("/vcenter/vm?names=node00003:")), told::toString);
	}

	@ParameterizedTest
	@EnumSource(Dialect.class)
	void tellsMachinesOfTheSameNameApart(Dialect dialect) throws IOException, FenceException {
		start(dialect);
		assertEquals(List.of("/DC0/…/node00001", "/DC1/…/node00001"), find("node00001").stream().map(Plug::path).toList());
		List<Plug> inOne = session.find(new PlugSelector("node00001", Optional.of("DC1")), generous());
		assertEquals(1, inOne.size());
		assertTrue(machine(inOne.get(0)).contains("\"path\":\"/DC1/vm/node00001\""));
		assertEquals(inOne.get(0).id(), one("/DC1/vm/node00001").id());
		assertEquals(List.of(), session.find(new PlugSelector("/DC0/vm/node00001", Optional.of("DC1")), generous()));
		problem(Kind.NOT_FOUND, () -> session.find(new PlugSelector("node00001", Optional.of("dc1")), generous()));
	}

	@Test
	void saysThatItCannotLookUpByUuidUnlessThatIsAName() throws IOException, FenceException {
		start(Dialect.API);
		Plug plug = one("node00003");
		String uuid = plug.uuids().orElseThrow().split(" ")[0];
		assertTrue(problem(Kind.OPTION, () -> find(uuid)).advice().contains("vmware_type=esx"));
		server.control("POST", "/vm?id=" + plug.id() + "&rename=" + uuid);
		assertEquals(plug.id(), one(uuid).id());
	}

	@Test
	void neverTakesTheStateOfALostHostForCertain() throws IOException, FenceException {
		start(Dialect.API);
		Plug lost = one("node00003");
		Plug other = one("node00004");
		server.control("POST", "/vm?id=" + lost.id() + "&power=off");
		assertTrue(session.read(lost, generous()).isOff());

		server.control("POST", LOST_HOST);

		PlugState state = session.read(lost, generous());
		assertTrue(state.doubt().isPresent());
		assertEquals(PowerState.OFF, state.power());
		assertTrue(session.read(other, generous()).isOn());
		PowerChange refused = session.change(lost, PowerOperation.ON, generous());
		assertEquals(Kind.TASK, assertInstanceOf(PowerChange.Failed.class, refused).problem().kind());
	}

	@Test
	void tellsThatAMachineIsGone() throws IOException, FenceException {
		start(Dialect.API);
		Plug plug = one("node00003");
		server.control("POST", "/vm?id=" + plug.id() + "&delete=true");
		problem(Kind.NOT_FOUND, () -> session.read(plug, generous()));
	}

	@Test
	void readsSuspendedAsSuspendedAndTurnsItOff() throws IOException, FenceException {
		start(Dialect.REST);
		Plug plug = one("node00003");
		server.control("POST", "/vm?id=" + plug.id() + "&power=suspended");
		assertEquals(PowerState.SUSPENDED, session.read(plug, generous()).power());
		assertInstanceOf(PowerChange.Seen.class, session.change(plug, PowerOperation.OFF, generous()));
	}

	@ParameterizedTest
	@EnumSource(Dialect.class)
	void tellsWhatTheAccountMayNot(Dialect dialect) throws IOException, FenceException {
		start(dialect);
		Plug plug = one("node00003");
		server.control("POST", "/vm?id=" + plug.id() + "&access=read");
		PowerChange refused = session.change(plug, PowerOperation.OFF, generous());
		assertEquals(Kind.PRIVILEGE, assertInstanceOf(PowerChange.Failed.class, refused).problem().kind());
		server.control("POST", "/vm?id=" + plug.id() + "&access=view");
		problem(Kind.PRIVILEGE, () -> session.read(plug, generous()));
		server.control("POST", "/vm?id=" + plug.id() + "&access=none");
		assertEquals(List.of(), find("node00003"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "TaskInProgress", "InvalidPowerState", "UnableToAllocateResource", "Error", "SomethingNew" })
	void doesNotTakeARefusalForSuccess(String fault) throws IOException, FenceException {
		start(Dialect.API);
		Plug plug = one("node00003");
		server.control("POST", "/fault?method=api:power.stop&kind=taskError&parameter=" + fault);
		PowerChange refused = session.change(plug, PowerOperation.OFF, generous());
		assertEquals(Kind.TASK, assertInstanceOf(PowerChange.Failed.class, refused).problem().kind());
		assertTrue(session.read(plug, generous()).isOn());
	}

	@ParameterizedTest
	@ValueSource(strings = { "drop", "half", "malformed", "truncated", "garbage", "httpStatus" })
	void believesNoSpoiltAnswer(String kind) throws IOException, FenceException {
		start(Dialect.REST);
		Plug plug = one("node00003");
		server.control("POST", "/fault?method=rest:vm.get&kind=" + kind);
		FenceException failure = assertThrows(FenceException.class, () -> session.read(plug, generous()));
		assertTrue(List.of(Kind.PROTOCOL, Kind.TCP, Kind.TLS).contains(failure.problem().kind()), failure.problem()::toString);
	}

	@Test
	void anOrderWithoutAnAnswerTimesOut() throws IOException, FenceException {
		start(Dialect.API);
		Plug plug = one("node00003");
		server.control("POST", "/fault?method=api:power.stop&kind=taskHang");
		problem(Kind.TIMEOUT, () -> session.change(plug, PowerOperation.OFF, in(Duration.ofMillis(300))));
	}

	@Test
	void anEndedSessionIsALoginProblem() throws IOException, FenceException {
		start(Dialect.API);
		Plug plug = one("node00003");
		server.control("POST", "/sessions/expire");
		problem(Kind.LOGIN, () -> session.read(plug, generous()));
		session.close(generous());
		assertEquals(List.of(), warnings());
	}

	@Test
	void listsWhatTheOptionsLeave() throws IOException, FenceException {
		start(Dialect.API);
		List<ListedPlug> all = list();
		assertEquals(100, all.size());
		assertTrue(all.stream().anyMatch(row -> row.name().equals("web/db 100% grün")));
		assertTrue(all.stream().noneMatch(row -> row.name().startsWith("template")));
		assertEquals(PowerState.ON, all.get(0).power());
		session.close(generous());
		logIn("filter", "filter.names=node00002&filter.names=node00004");
		assertEquals(List.of("node00002", "node00004"), list().stream().map(ListedPlug::name).toList());
		session.close(generous());
		logIn("vmware_datacenter", "DC1");
		assertEquals(50, list().size());
	}

	@Test
	void saysWhenThereAreMoreThanTheServerLists() throws IOException, FenceException {
		start(builder -> builder.virtualMachines(1001).apiVersion("6.7.0"));
		logIn();
		assertTrue(problem(Kind.PROTOCOL, this::list).advice().contains("filter"));
		session.check(Optional.empty(), generous());
		one("node00003");
		session.close(generous());
		logIn("vmware_datacenter", "DC1");
		assertEquals(500, list().size());
	}

	@Test
	void fallsBackWhereTheNewPathDoesNotExist() throws IOException, FenceException {
		start(builder -> builder.apiVersion("6.5.0"));
		logIn();
		Plug plug = one("node00003");
		assertEquals(Optional.empty(), plug.uuids());
		assertTrue(session.read(plug, generous()).isOn());
		session.close(generous());
		problem(Kind.NOT_OFFERED, () -> logIn("api_path", "/api"));
	}

	@Test
	void sendsTheUserOfAStandaloneHostToTheOtherType() throws IOException {
		start(builder -> builder.standaloneHost(true).datacenters(1).duplicates(0));
		String advice = problem(Kind.NOT_OFFERED, this::logIn).advice();
		assertTrue(advice.contains("vmware_type=esx") && advice.contains("fallback_type=esx"), advice);
	}

	@Test
	void refusesAWrongPasswordWithoutFallingBack() throws IOException {
		start(builder -> builder.credentials("u", "other"));
		problem(Kind.LOGIN, this::logIn);
		assertTrue(truth().contains("\"api:session.create\":1}"), truth());
	}

	@Test
	void checksThatSomethingIsVisible() throws IOException, FenceException {
		start(Dialect.API);
		session.check(Optional.of(one("node00003")), generous());
		session.check(Optional.empty(), generous());
		assertEquals(List.of(), warnings());
		session.close(generous());
		logIn("filter", "names=nobody");
		problem(Kind.PRIVILEGE, () -> session.check(Optional.empty(), generous()));
	}
}

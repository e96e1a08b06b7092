package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PlugSelector;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Cancellation;
import org.palisade.core.engine.FenceEngine;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceRequest;
import org.palisade.core.engine.FenceSettings;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;

/**
 * Runs one after another with the files of the look-up cache between them, through the engine, against the simulated vCenter: which calls they make, and
 * that whatever happens to the inventory in between, no wrong machine is powered.
 */
class RememberedInventoryTest {

	private static final String PASSWORD = "5ecret";
	private static final Set<String> LOOK_UPS = Set.of("CreateContainerView", "FindAllByUuid", "FindByInventoryPath", "FindChild", "FindByUuid");
	private static final Pattern COUNT = Pattern.compile("\"([A-Za-z_]+)\":(\\d+)");

	@TempDir
	private Path folder;

	private final List<String> warnings = new ArrayList<>();
	private SimulatedVCenter server;

	@BeforeEach
	void start() throws IOException {
		server = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(30).duplicates(1).credentials("u", PASSWORD)
				.taskDuration(Duration.ofMillis(5)).build());
	}

	@AfterEach
	void noSessionIsLeft() throws IOException {
		assertTrue(truth().contains("\"sessionsOpen\":0"), truth());
		server.close();
	}

	private FenceOutcome run(FenceAction action, String plug, String... more) {
		Map<String, Object> values = new HashMap<>(Map.of("ip", "127.0.0.1:" + server.url().getPort(), "ssl", true, "username", "u", "password",
				Secret.of(PASSWORD), "ssl_fingerprint", server.certificateFingerprint().orElseThrow(), "lookup_cache", folder.resolve("c").toString()));
		for (int i = 0; i < more.length; i += 2) {
			values.put(more[i], more[i + 1]);
		}
		Optional<PlugSelector> selector = plug.isEmpty() ? Optional.empty()
				: Optional.of(new PlugSelector(plug, Optional.ofNullable((String) values.get("vmware_datacenter"))));
		Duration limit = Duration.ofSeconds(20);
		FenceSettings settings = new FenceSettings(Duration.ZERO, limit, limit, limit, Duration.ZERO, 1, false, false, PowerMethod.ONOFF, ",", false);
		FenceRequest request = new FenceRequest(action, selector, new EsxBackEnd(RealLookUps.create()), Optional.empty(),
				new OptionValues(values, values.keySet()), settings, row -> {
				});
		return new FenceEngine().run(request, Cancellation.never(), new Diagnostics() {
			@Override
			public void warning(String message) {
				warnings.add(message);
			}

			@Override
			public void detail(String message) {
				assertFalse(message.contains(PASSWORD), message);
			}
		});
	}

	private String truth() throws IOException {
		return server.control("GET", "/truth").replace(" ", "");
	}

	private Map<String, Integer> requests() throws IOException {
		String truth = truth();
		int from = truth.indexOf("\"requests\":{");
		Map<String, Integer> counts = new TreeMap<>();
		Matcher count = COUNT.matcher(truth.substring(from, truth.indexOf('}', from)));
		while (count.find()) {
			counts.put(count.group(1), Integer.valueOf(count.group(2)));
		}
		return counts;
	}

	/** The calls that a run makes. */
	private Map<String, Integer> calls(Runnable run) throws IOException {
		Map<String, Integer> before = requests();
		run.run();
		Map<String, Integer> during = requests();
		before.forEach((method, count) -> during.merge(method, -count, (after, minus) -> after + minus == 0 ? null : after + minus));
		return during;
	}

	private void assertNoLookUp(Map<String, Integer> calls) {
		assertTrue(calls.keySet().stream().noneMatch(LOOK_UPS::contains), calls.toString());
	}

	private void assertSucceeds(FenceAction action, String plug, String... more) {
		FenceOutcome outcome = run(action, plug, more);
		assertInstanceOf(FenceOutcome.Succeeded.class, outcome, outcome.toString());
	}

	private void assertFails(Kind kind, FenceAction action, String plug, String... more) {
		FenceOutcome outcome = run(action, plug, more);
		assertEquals(kind, assertInstanceOf(FenceOutcome.Failed.class, outcome, outcome.toString()).problem().kind(), outcome.toString());
	}

	private void change(String machine, String change) throws IOException {
		server.control("POST", "/vm?" + machine + "&" + change);
	}

	private String machine(String selector) throws IOException {
		return server.control("GET", "/vm?" + selector).replace(" ", "");
	}

	private String field(String machine, String name) throws IOException {
		Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(machine(machine));
		assertTrue(matcher.find(), machine(machine));
		return matcher.group(1);
	}

	private void assertNothingPowered() throws IOException {
		assertEquals("[]", server.control("GET", "/vms?changed=true").replaceAll("\\s", ""));
	}

	private void assertOnlyPowered(String id) throws IOException {
		String changed = server.control("GET", "/vms?changed=true").replace(" ", "");
		Matcher ids = Pattern.compile("\"id\":\"([^\"]*)\"").matcher(changed);
		List<String> all = new ArrayList<>();
		while (ids.find()) {
			all.add(ids.group(1));
		}
		assertEquals(List.of(id), all, changed);
	}

	private static final String NODE = "node00004";

	/** After this the name is remembered, with its UUIDs. */
	private String remember() throws IOException {
		assertSucceeds(FenceAction.MONITOR, "");
		return field("name=" + NODE, "id");
	}

	@Test
	void theSecondRunLooksNothingUp() throws IOException {
		Map<String, Integer> first = calls(() -> run(FenceAction.STATUS, NODE));
		Map<String, Integer> second = calls(() -> run(FenceAction.STATUS, NODE));
		assertEquals(1, first.get("CreateContainerView"), first.toString());
		assertNoLookUp(second);
		assertEquals(Map.of("Login", 1, "QueryEvents", 1, "RetrievePropertiesEx", 1, "Logout", 1), second);
		assertEquals(List.of(), warnings);
	}

	/** The proof of the name is one call; the filter and its first answer are the confirming read, and the answer after an operation is its read-back. */
	@Test
	void powerTakesTheFewestRequestsThatCanProveItsEffect() throws IOException {
		remember();
		assertEquals(Map.of("Login", 1, "QueryEvents", 1, "CreateFilter", 1, "WaitForUpdatesEx", 2, "PowerOffVM_Task", 1, "Logout", 1),
				calls(() -> assertSucceeds(FenceAction.OFF, NODE)));
		assertSucceeds(FenceAction.ON, NODE);
		assertEquals(Map.of("Login", 1, "QueryEvents", 1, "CreateFilter", 1, "WaitForUpdatesEx", 3, "PowerOffVM_Task", 1, "RetrievePropertiesEx", 1,
				"PowerOnVM_Task", 1, "Logout", 1), calls(() -> assertSucceeds(FenceAction.REBOOT, NODE)));
	}

	/** A path needs no proof that it is the only one. */
	@Test
	void powerByPathTakesOneRequestLess() throws IOException {
		remember();
		String path = field("name=" + NODE, "path");
		assertEquals(6, calls(() -> assertSucceeds(FenceAction.OFF, path)).values().stream().mapToInt(Integer::intValue).sum());
		assertSucceeds(FenceAction.ON, path);
		assertEquals(9, calls(() -> assertSucceeds(FenceAction.REBOOT, path)).values().stream().mapToInt(Integer::intValue).sum());
	}

	@Test
	void aStatusReceivesLittleAndIsWhereTheNextOneBegins() throws IOException {
		remember();
		long before = sent();
		assertSucceeds(FenceAction.STATUS, NODE);
		assertTrue(sent() - before <= 6 * 1024, "received " + (sent() - before));
		try (Stream<Path> files = Files.list(folder.resolve("c"))) {
			assertEquals(1, files.filter(file -> file.toString().endsWith(".proof")).count());
		}
		server.control("POST", "/events?holdBack=true");
		change("name=node00006", "rename=" + NODE);
		assertFails(Kind.AMBIGUOUS, FenceAction.OFF, NODE);
		assertNothingPowered();
	}

	private long sent() throws IOException {
		Matcher bytes = Pattern.compile("\"bytesOut\":(\\d+)").matcher(truth());
		assertTrue(bytes.find());
		return Long.parseLong(bytes.group(1));
	}

	@Test
	void anotherServerAtTheSameAddressIsNoticed() throws IOException {
		int port = server.url().getPort();
		assertSucceeds(FenceAction.STATUS, NODE);
		server.close();
		server = SimulatedVCenter.start(SimulatorOptions.builder().listen("127.0.0.1", port).virtualMachines(10).datacenters(1).standaloneHost(true)
				.credentials("u", PASSWORD).build());
		change("name=" + NODE, "power=on");
		assertSucceeds(FenceAction.OFF, NODE);
		assertOnlyPowered(field("name=" + NODE, "id"));
		Map<String, Integer> calls = calls(() -> assertSucceeds(FenceAction.STATUS, "node00002"));
		assertEquals(1, calls.get("CreateContainerView"), calls.toString());
	}

	@Test
	void whatAMonitorHasSeenIsKnownByAllItsNames() throws IOException {
		String id = remember();
		String instance = field("name=" + NODE, "instanceUuid");
		String path = field("name=" + NODE, "path");
		for (String text : List.of(NODE, id, "VirtualMachine:" + id, instance, instance.toUpperCase(), path, path.substring(1))) {
			assertNoLookUp(calls(() -> assertInstanceOf(FenceOutcome.Succeeded.class, run(FenceAction.STATUS, text), text)));
		}
	}

	@Test
	void fencesTheRememberedMachineAndNoOther() throws IOException {
		String id = remember();
		change("name=" + NODE, "power=on");
		Map<String, Integer> calls = calls(() -> assertSucceeds(FenceAction.OFF, NODE));
		assertNoLookUp(calls);
		assertEquals(1, calls.get("PowerOffVM_Task"));
		assertOnlyPowered(id);
	}

	@Test
	void aMachineThatWasRenamedIsNotTakenForItsOldName() throws IOException {
		remember();
		change("name=" + NODE, "rename=other");
		assertFails(Kind.NOT_FOUND, FenceAction.OFF, NODE);
		assertNothingPowered();
	}

	@Test
	void aNameThatWentToAnotherMachineMeansThatOne() throws IOException {
		remember();
		change("name=" + NODE, "rename=former");
		change("name=node00006", "rename=" + NODE);
		change("name=" + NODE, "power=on");
		String id = field("name=" + NODE, "id");
		assertSucceeds(FenceAction.OFF, NODE);
		assertOnlyPowered(id);
	}

	@Test
	void aMachineThatWasDeletedIsNotFound() throws IOException {
		remember();
		change("name=" + NODE, "delete=true");
		assertFails(Kind.NOT_FOUND, FenceAction.OFF, NODE);
		assertNothingPowered();
	}

	@Test
	void aMachineThatWasRegisteredAnewIsFenced() throws IOException {
		String before = remember();
		change("name=" + NODE, "clone=again&sameUuid=true");
		change("name=" + NODE, "delete=true");
		change("name=again", "rename=" + NODE);
		change("name=" + NODE, "power=on");
		String now = field("name=" + NODE, "id");
		assertFalse(before.equals(now));
		assertSucceeds(FenceAction.OFF, NODE);
		assertOnlyPowered(now);
	}

	@Test
	void aSecondMachineOfThatNameIsNoticed() throws IOException {
		remember();
		change("name=node00006", "rename=" + NODE);
		assertFails(Kind.AMBIGUOUS, FenceAction.OFF, NODE);
		assertFails(Kind.AMBIGUOUS, FenceAction.REBOOT, NODE);
		assertNothingPowered();
	}

	@Test
	void aCopyOfThatNameInAnotherFolderIsNoticed() throws IOException {
		remember();
		change("name=" + NODE, "clone=" + NODE);
		assertFails(Kind.AMBIGUOUS, FenceAction.OFF, NODE);
		assertNothingPowered();
	}

	@Test
	void aCopyWithTheSameUuidIsNoticed() throws IOException {
		remember();
		String uuid = field("name=" + NODE, "uuid");
		assertSucceeds(FenceAction.STATUS, uuid);
		change("name=" + NODE, "clone=copy&sameUuid=true");
		assertFails(Kind.AMBIGUOUS, FenceAction.OFF, uuid);
		assertNothingPowered();
	}

	@Test
	void aMachineThatWasMovedIsStillThatMachineButNotAtItsOldPath() throws IOException {
		String id = remember();
		String path = field("name=" + NODE, "path");
		String target = folderOfTheOtherDatacenter(path);
		change("name=" + NODE, "move=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
		change("name=" + NODE, "power=on");
		assertFails(Kind.NOT_FOUND, FenceAction.OFF, path);
		assertFails(Kind.NOT_FOUND, FenceAction.OFF, NODE, "vmware_datacenter", path.split("/")[1]);
		assertOnlyPowered(id);
		assertTrue(machine("id=" + id).contains("\"powerOffs\":0"), machine("id=" + id));
		assertSucceeds(FenceAction.OFF, NODE, "vmware_datacenter", target.split("/")[1]);
		assertTrue(machine("id=" + id).contains("\"powerOffs\":1"), machine("id=" + id));
	}

	private String folderOfTheOtherDatacenter(String path) throws IOException {
		Matcher paths = Pattern.compile("\"path\":\"(/[^\"]*)\"").matcher(server.control("GET", "/vms").replace("\\/", "/"));
		while (paths.find()) {
			if (!paths.group(1).split("/")[1].equals(path.split("/")[1])) {
				return "/" + paths.group(1).split("/")[1] + "/vm";
			}
		}
		throw new AssertionError("there is one datacenter only");
	}

	@Test
	void theDatacenterIsConfirmedWithoutALookUp() throws IOException {
		remember();
		String datacenter = field("name=" + NODE, "path").split("/")[1];
		assertNoLookUp(calls(() -> assertSucceeds(FenceAction.STATUS, NODE, "vmware_datacenter", datacenter)));
	}

	/** What happens to the history of events so that it proves nothing; each time a second machine of that name is there. */
	@ParameterizedTest
	@ValueSource(strings = { "/events?purge=true", "/events?holdBack=true", "/clock?seconds=3600&back=true", "/clock?seconds=3600",
			"/fault?method=QueryEvents&nth=always&kind=soapFault&parameter=NoPermission",
			"/fault?method=QueryEvents&nth=always&kind=soapFault&parameter=NotSupported", "/fault?method=QueryEvents&nth=1&kind=hang" })
	void aHistoryThatProvesNothingIsNotBelieved(String what) throws IOException {
		remember();
		if (what.contains("holdBack")) {
			server.control("POST", what);
		}
		change("name=node00006", "rename=" + NODE);
		server.control("POST", what);
		assertFails(Kind.AMBIGUOUS, FenceAction.OFF, NODE);
		assertNothingPowered();
		server.control("DELETE", "/fault");
	}

	@Test
	void whatHappensToOtherMachinesCostsNothing() throws IOException {
		remember();
		change("name=node00006", "rename=" + NODE + "0");
		change("name=node00008", "clone=copy");
		change("name=node00010", "delete=true");
		assertNoLookUp(calls(() -> assertSucceeds(FenceAction.STATUS, NODE)));
	}

	@Test
	void aMonitorTakesChangesInWithoutReadingEverything() throws IOException {
		remember();
		change("name=node00006", "rename=renamed");
		change("name=node00008", "clone=copy");
		change("name=node00010", "delete=true");
		Map<String, Integer> monitor = calls(() -> assertSucceeds(FenceAction.MONITOR, ""));
		assertEquals(1, monitor.get("CreateContainerView"), "that of the check of privileges: " + monitor);
		assertNoLookUp(calls(() -> assertSucceeds(FenceAction.STATUS, "renamed")));
		assertNoLookUp(calls(() -> assertSucceeds(FenceAction.STATUS, "copy")));
		assertFails(Kind.NOT_FOUND, FenceAction.OFF, "node00006");
		assertFails(Kind.NOT_FOUND, FenceAction.OFF, "node00010");
		assertNothingPowered();
	}

	@Test
	void twoMachinesOfOneNameAreToldApartByTheirDatacenters() throws IOException {
		remember();
		change("name=node00006", "rename=" + NODE);
		assertSucceeds(FenceAction.MONITOR, "");
		assertFails(Kind.AMBIGUOUS, FenceAction.STATUS, NODE);
		assertNothingPowered();
	}

	@Test
	void aNameThatIsTheUuidOfAnotherMachineIsAmbiguousOnceItIsRemembered() throws IOException {
		String uuid = field("name=" + NODE, "uuid");
		change("name=node00006", "rename=" + uuid);
		remember();
		assertNothingPowered();
		Map<String, Integer> calls = calls(() -> run(FenceAction.STATUS, uuid));
		assertTrue(calls.containsKey("QueryEvents"), calls.toString());
	}

	/** The whole text might be a name since, and what it stands for then is not what its parts stand for. */
	@Test
	void severalPlugsAreLookedUpOnce() throws IOException {
		remember();
		Map<String, Integer> calls = calls(() -> assertSucceeds(FenceAction.STATUS, NODE + ",node00006"));
		assertEquals(1, calls.get("CreateContainerView"), calls.toString());
	}

	@Test
	void withoutMemoryEverythingWorksAsBefore() throws IOException {
		for (int i = 0; i < 2; i++) {
			Map<String, Integer> calls = calls(() -> assertSucceeds(FenceAction.STATUS, NODE, "lookup_cache", "off"));
			assertEquals(1, calls.get("CreateContainerView"));
			assertFalse(calls.containsKey("QueryEvents"), calls.toString());
		}
	}

	@Test
	void aStandaloneHostIsAlwaysAsked() throws IOException {
		server.close();
		server = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(10).datacenters(1).standaloneHost(true).credentials("u", PASSWORD).build());
		for (int i = 0; i < 2; i++) {
			Map<String, Integer> calls = calls(() -> assertSucceeds(FenceAction.STATUS, NODE));
			assertEquals(1, calls.get("CreateContainerView"), calls.toString());
		}
	}
}

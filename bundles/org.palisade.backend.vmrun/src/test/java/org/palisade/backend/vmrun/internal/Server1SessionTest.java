package org.palisade.backend.vmrun.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.palisade.backend.vmrun.internal.SessionFixture.find;
import static org.palisade.backend.vmrun.internal.SessionFixture.problem;
import static org.palisade.backend.vmrun.internal.SessionFixture.soon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;

class Server1SessionTest {

	private static final String NODE1 = "/var/lib/vmware/Virtual Machines/it's \"node1\" [a]/node1.vmx";
	private static final String NODE2 = "/var/lib/vmware/Virtual Machines/node2/node2.vmx";

	@TempDir
	Path folder;

	private StandInVmrun vmrun;
	private FenceSession session;

	@BeforeEach
	void open() throws Exception {
		SessionFixture fixture = new SessionFixture(folder);
		vmrun = fixture.vmrun;
		vmrun.registered(NODE1, NODE2);
		vmrun.running(NODE1);
		session = fixture.open(ServerType.SERVER1);
	}

	@Test
	void whatIsListedIsOnAndWhatIsNotIsOff() throws Exception {
		assertTrue(session.read(find(session, NODE1), soon()).isOn());
		assertTrue(session.read(find(session, NODE2), soon()).isOff());
		assertEquals(Collections.nCopies(4, List.of("list")), vmrun.commands());
	}

	@ParameterizedTest
	@ValueSource(strings = { "node1", "node1/node1.vmx", "/var/lib/vmware/node1", "[standard] node1/node1.vmx", "/.vmx", ".vmx", "C:node1.vmx" })
	void refusesAPlugThatCannotBeAPath(String text) {
		assertEquals(Kind.OPTION, problem(() -> session.find(PlugSelector.of(text), soon())).kind());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/vms/node1.vmx", "C:\\VMs\\node 1\\node1.VMX", "d:/vms/node1.vmx", "\\\\server\\vms\\node1.vmx" })
	void acceptsFullPathsOfBothSystems(String text) throws Exception {
		assertEquals(text, find(session, text).id());
	}

	@Test
	void windowsKnowsNoDifferenceOfCase() throws Exception {
		vmrun.running("C:\\VMs\\node1\\node1.vmx");

		assertTrue(session.read(find(session, "c:\\vms\\Node1\\node1.vmx"), soon()).isOn());
	}

	@Test
	void linuxDoesSoTheDifferenceRaisesADoubt() throws Exception {
		vmrun.running(NODE2);

		PlugState state = session.read(find(session, NODE2.replace("node2", "Node2")), soon());
		assertEquals(PowerState.OFF, state.power());
		assertTrue(state.doubt().orElseThrow().contains(NODE2));
		assertFalse(state.isOff());
	}

	@Test
	void powersOffAndOn() throws Exception {
		assertEquals(new PowerChange.Seen(), session.change(find(session, NODE1), PowerOperation.OFF, soon()));
		assertTrue(session.read(find(session, NODE1), soon()).isOff());
		assertEquals(new PowerChange.Seen(), session.change(find(session, NODE1), PowerOperation.ON, soon()));
		assertTrue(session.read(find(session, NODE1), soon()).isOn());
		assertTrue(vmrun.commands().containsAll(List.of(List.of("stop", NODE1, "hard"), List.of("start", NODE1))));
	}

	@Test
	void aMisspeltPlugShowsWhenItIsPoweredOn() throws Exception {
		PowerChange.Failed failed = assertInstanceOf(PowerChange.Failed.class,
				session.change(find(session, "/vms/nodde1.vmx"), PowerOperation.ON, soon()));
		assertEquals(Kind.NOT_FOUND, failed.problem().kind());
	}

	@Test
	void listsWhatRuns() throws Exception {
		List<ListedPlug> rows = new ArrayList<>();
		session.list(true, rows::add, soon());
		session.list(false, rows::add, soon());

		assertEquals(List.of(new ListedPlug(NODE1, "", PowerState.ON), new ListedPlug(NODE1, "", PowerState.UNKNOWN)), rows);
	}

	@Test
	void checkIsContentWithNothingRunning() throws Exception {
		vmrun.running();

		session.check(Optional.empty(), soon());
		assertEquals(List.of(List.of("list")), vmrun.commands());
	}
}

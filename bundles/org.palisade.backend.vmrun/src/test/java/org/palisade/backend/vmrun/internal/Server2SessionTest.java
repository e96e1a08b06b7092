package org.palisade.backend.vmrun.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.palisade.backend.vmrun.internal.SessionFixture.find;
import static org.palisade.backend.vmrun.internal.SessionFixture.problem;
import static org.palisade.backend.vmrun.internal.SessionFixture.soon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.time.Deadline;

class Server2SessionTest {

	private static final String NODE1 = "[standard] node1/node1.vmx";
	private static final String NODE2 = "[standard] node2/node2.vmx";
	private static final String ODD = "[store (1)] it's \"odd\" $HOME/`x`; *.vmx";

	@TempDir
	Path folder;

	private SessionFixture fixture;
	private StandInVmrun vmrun;
	private FenceSession session;

	@BeforeEach
	void open() throws Exception {
		fixture = new SessionFixture(folder);
		vmrun = fixture.vmrun;
		vmrun.registered(NODE1, NODE2, ODD);
		vmrun.running(NODE1, ODD);
		session = fixture.open(ServerType.SERVER2);
	}

	@Test
	void findsByFullPathAlone() throws Exception {
		assertEquals(List.of(new Plug(NODE2, "node2", NODE2, Optional.empty(), false)), session.find(PlugSelector.of(NODE2), soon()));
		assertEquals(List.of(), session.find(PlugSelector.of("standard"), soon()));
		assertEquals(List.of(), session.find(PlugSelector.of("NODE1"), soon()));
		assertEquals(List.of(), session.find(PlugSelector.of("node"), soon()));
	}

	@Test
	void findsEveryMachineOfAShortName() throws Exception {
		vmrun.registered(NODE1, "[other] node1.vmx", "[standard] node10/node10.vmx");

		assertEquals(List.of(NODE1, "[other] node1.vmx"), session.find(PlugSelector.of("node1"), soon()).stream().map(Plug::path).toList());
	}

	@Test
	void aTemplateIsMarkedAndNotListed() throws Exception {
		vmrun.registered(NODE1, "[standard] gold/gold.vmtx");

		assertTrue(find(session, "gold").template());
		assertEquals(List.of(NODE1), rows(false).stream().map(ListedPlug::name).toList());
	}

	@Test
	void refusesAPathThatIsListedTwice() throws Exception {
		Plug plug = find(session, NODE1);
		vmrun.registered(NODE1, NODE1);

		assertEquals(Kind.AMBIGUOUS, problem(() -> session.find(PlugSelector.of(NODE1), soon())).kind());
		assertEquals(Kind.AMBIGUOUS, problem(() -> session.read(plug, soon())).kind());
	}

	@Test
	void readsTheStateAndThenTheIdentity() throws Exception {
		assertEquals(new PlugState(find(session, NODE1), PowerState.ON, Optional.empty()), session.read(find(session, NODE1), soon()));
		assertTrue(session.read(find(session, NODE2), soon()).isOff());

		List<List<String>> commands = vmrun.commands();
		assertEquals(List.of(List.of("list"), List.of("listRegisteredVM")), commands.subList(commands.size() - 2, commands.size()));
	}

	@Test
	void aMachineThatIsGoneIsNotFound() throws Exception {
		Plug plug = find(session, NODE2);
		vmrun.registered(NODE1);

		assertEquals(Kind.NOT_FOUND, problem(() -> session.read(plug, soon())).kind());
	}

	@Test
	void doubtsAMachineThatRunsUnregistered() throws Exception {
		Plug plug = find(session, NODE1);
		vmrun.registered(NODE2);

		PlugState state = session.read(plug, soon());
		assertEquals(PowerState.ON, state.power());
		assertTrue(state.doubt().isPresent());
	}

	@Test
	void doubtsOffWhenTheSameNameRunsUnregistered() throws Exception {
		Plug plug = find(session, NODE2);
		vmrun.running("/var/lib/vmware/Virtual Machines/node2/node2.vmx");

		PlugState state = session.read(plug, soon());
		assertEquals(PowerState.OFF, state.power());
		assertTrue(state.doubt().orElseThrow().contains("/var/lib/vmware"));
	}

	@Test
	void offIsNotDoubtedForAnotherRegisteredMachineOfTheName() throws Exception {
		vmrun.registered(NODE2, "[other] node2/node2.vmx");
		vmrun.running("[other] node2/node2.vmx");

		assertTrue(session.read(find(session, NODE2), soon()).isOff());
	}

	@Test
	void powersOffHardAndSeesIt() throws Exception {
		assertEquals(new PowerChange.Seen(), session.change(find(session, ODD), PowerOperation.OFF, soon()));

		assertTrue(vmrun.commands().contains(List.of("stop", ODD, "hard")));
		assertTrue(session.read(find(session, ODD), soon()).isOff());
		assertTrue(session.read(find(session, NODE1), soon()).isOn());
	}

	@Test
	void powersOnAndSeesIt() throws Exception {
		assertEquals(new PowerChange.Seen(), session.change(find(session, NODE2), PowerOperation.ON, soon()));

		assertTrue(vmrun.commands().contains(List.of("start", NODE2)));
	}

	@Test
	void looksUntilTheMachineIsOff() throws Exception {
		List<String> waits = new ArrayList<>();
		vmrun.isSlow();
		fixture.betweenLooks = (length, cancellation) -> {
			waits.add("waited");
			if (waits.size() == 3) {
				runs(ODD);
			}
		};

		assertEquals(new PowerChange.Seen(), session.change(find(session, NODE1), PowerOperation.OFF, soon()));
		assertEquals(3, waits.size());
		assertEquals(1, vmrun.commands().stream().filter(command -> command.contains("stop")).count());
	}

	@Test
	void aChangeThatIsNeverSeenFails() throws Exception {
		long[] now = { 0 };
		Deadline deadline = Deadline.in(Duration.ofMinutes(2), () -> now[0]);
		vmrun.isSlow();
		fixture.betweenLooks = (length, cancellation) -> now[0] += Duration.ofMinutes(1).toNanos();

		PowerChange.Failed failed = assertInstanceOf(PowerChange.Failed.class,
				session.change(find(session, NODE1), PowerOperation.OFF, deadline));
		assertEquals(Kind.TIMEOUT, failed.problem().kind());
		assertTrue(failed.problem().message().contains("timed out"));
	}

	@Test
	void aWaitEndsWithTheCancellation() throws Exception {
		vmrun.isSlow();
		fixture.betweenLooks = (length, cancellation) -> fixture.cancellation.request();
		Plug plug = find(session, NODE1);

		assertEquals(Kind.CANCELLED, problem(() -> session.change(plug, PowerOperation.OFF, soon())).kind());
	}

	@Test
	void aRefusalIsAFailureWhateverTheState() throws Exception {
		PowerChange.Failed needless = assertInstanceOf(PowerChange.Failed.class,
				session.change(find(session, NODE2), PowerOperation.OFF, soon()));
		assertEquals(Kind.TASK, needless.problem().kind());
		assertTrue(needless.problem().message().contains("not powered on"));

		PowerChange.Failed running = assertInstanceOf(PowerChange.Failed.class,
				session.change(find(session, NODE1), PowerOperation.ON, soon()));
		assertEquals(Kind.TASK, running.problem().kind());
	}

	@Test
	void aMachineThatVanishedIsAFailure() throws Exception {
		Plug plug = find(session, NODE1);
		vmrun.registered(NODE2);

		PowerChange.Failed failed = assertInstanceOf(PowerChange.Failed.class, session.change(plug, PowerOperation.OFF, soon()));
		assertEquals(Kind.NOT_FOUND, failed.problem().kind());
	}

	@Test
	void aLostConnectionLeavesTheOutcomeOpen() throws Exception {
		Plug plug = find(session, NODE1);
		vmrun.says("stop", "Error: The host is not connected\n", 255);

		assertEquals(Kind.TCP, problem(() -> session.change(plug, PowerOperation.OFF, soon())).kind());
	}

	@Test
	void aPathThatWasNotUnderstoodIsNeverActedOn() throws Exception {
		Plug plug = new Plug("[standard] caf\uFFFD/x.vmx", "x", "[standard] caf\uFFFD/x.vmx", Optional.empty(), false);

		PowerChange.Failed failed = assertInstanceOf(PowerChange.Failed.class, session.change(plug, PowerOperation.OFF, soon()));
		assertEquals(Kind.REFUSED, failed.problem().kind());
	}

	@Test
	void listsPathsWithUniqueShortNames() throws Exception {
		vmrun.registered(NODE1, NODE2, "[other] node1.vmx");

		assertEquals(List.of(new ListedPlug(NODE1, "", PowerState.ON), new ListedPlug(NODE2, "node2", PowerState.OFF),
				new ListedPlug("[other] node1.vmx", "", PowerState.OFF)), rows(true));
		assertEquals(List.of(PowerState.UNKNOWN), rows(false).stream().map(ListedPlug::power).distinct().toList());
	}

	@Test
	void checksThatSomethingCanBeSeen() throws Exception {
		session.check(Optional.empty(), soon());
		session.check(Optional.of(find(session, NODE2)), soon());

		Plug plug = find(session, NODE2);
		vmrun.registered();
		assertEquals(Kind.NOT_FOUND, problem(() -> session.check(Optional.of(plug), soon())).kind());
		assertEquals(Kind.PRIVILEGE, problem(() -> session.check(Optional.empty(), soon())).kind());
	}

	private List<ListedPlug> rows(boolean withPower) throws FenceException {
		List<ListedPlug> rows = new ArrayList<>();
		session.list(withPower, rows::add, soon());
		return rows;
	}

	private void runs(String... paths) {
		try {
			vmrun.running(paths);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

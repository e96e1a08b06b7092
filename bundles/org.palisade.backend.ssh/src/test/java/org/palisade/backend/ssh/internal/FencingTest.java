package org.palisade.backend.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.palisade.api.time.Deadline;

/** Finding, reading, powering and listing machines. */
class FencingTest extends WithServer {

	@ParameterizedTest
	@CsvSource({ "on,ON", "off,OFF", "suspended,SUSPENDED" })
	void readsTheState(String word, PowerState power) throws Exception {
		standIn.add(VM1, word);
		open();
		assertEquals(new PlugState(only(VM1), power, Optional.empty()), session.read(only("vm1"), soon()));
	}

	@Test
	void doubtsAStuckMachine() throws Exception {
		standIn.add(VM1, "stuck");
		open();
		PlugState state = session.read(only("vm1"), soon());
		assertEquals(PowerState.UNKNOWN, state.power());
		assertTrue(state.doubt().isPresent());
	}

	@Test
	void readsIdentityAndStateInOneCall() throws Exception {
		standIn.add(VM1, "on");
		open();
		Plug plug = only("vm1");
		int before = standIn.calls().size();
		session.read(plug, soon());
		assertEquals(List.of("<-l>", "<" + VM1 + "><getstate>"), standIn.calls().subList(before, standIn.calls().size()));
	}

	@Test
	void doesNotReadAMachineThatIsNoLongerRegistered() throws Exception {
		open();
		FenceException failure = assertThrows(FenceException.class, () -> session.read(VmwareCommand.plug(VM1), soon()));
		assertEquals(Kind.NOT_FOUND, failure.problem().kind());
	}

	@Test
	void powersOffHardAndOn() throws Exception {
		standIn.add(VM1, "on");
		open();
		Plug plug = only("vm1");
		assertInstanceOf(PowerChange.Seen.class, session.change(plug, PowerOperation.OFF, soon()));
		assertEquals("off", standIn.state(1));
		assertTrue(standIn.calls().contains("<" + VM1 + "><stop><hard>"));
		assertInstanceOf(PowerChange.Seen.class, session.change(plug, PowerOperation.ON, soon()));
		assertEquals("on", standIn.state(1));
	}

	@Test
	void watchesAMachineThatTakesItsTimeToStop() throws Exception {
		standIn.add(VM1, "on");
		standIn.mark("slow");
		open();
		assertInstanceOf(PowerChange.Seen.class, session.change(only("vm1"), PowerOperation.OFF, soon()));
		assertTrue(request.pauses() > 0);
		assertEquals(1, standIn.calls().stream().filter(call -> call.contains("<stop>")).count(), "never repeated");
	}

	@Test
	void timesOutWhenTheMachineNeverStops() throws Exception {
		standIn.add(VM1, "on");
		standIn.mark("slow");
		open();
		Plug plug = only("vm1");
		// Time passes only when the back end looks at it: the machine would be off at its third look, the deadline is before.
		int[] looks = { 0 };
		Deadline deadline = Deadline.in(Duration.ofSeconds(600), () -> looks[0] < 3 ? looks[0]++ : Duration.ofHours(1).toNanos());
		FenceException failure = assertThrows(FenceException.class, () -> session.change(plug, PowerOperation.OFF, deadline));
		assertEquals(Kind.TIMEOUT, failure.problem().kind());
	}

	@Test
	void tellsWhatTheHostSaidWhenItRefuses() throws Exception {
		standIn.add(VM1, "suspended");
		standIn.add("/vmfs/volumes/a/vm2/vm2.vmx", "on");
		standIn.mark("forbidden");
		open();
		PowerChange.Failed conflict = assertInstanceOf(PowerChange.Failed.class, session.change(only("vm1"), PowerOperation.OFF, soon()));
		assertEquals(Kind.TASK, conflict.problem().kind());
		assertTrue(conflict.problem().message().contains("error -8"), conflict.problem().message());
		PowerChange.Failed forbidden = assertInstanceOf(PowerChange.Failed.class, session.change(only("vm2"), PowerOperation.OFF, soon()));
		assertEquals(Kind.PRIVILEGE, forbidden.problem().kind());
		assertEquals("on", standIn.state(2));
	}

	@Test
	void seesAnOperationThatWasNotNeeded() throws Exception {
		standIn.add(VM1, "off");
		open();
		assertInstanceOf(PowerChange.Seen.class, session.change(only("vm1"), PowerOperation.OFF, soon()));
	}

	@Test
	void findsEveryMachineOfTheName() throws Exception {
		standIn.add("/vmfs/volumes/a/vm1/vm1.vmx", "on");
		standIn.add("/vmfs/volumes/b/vm1/vm1.vmx", "on");
		standIn.add("/vmfs/volumes/b/vm10/vm10.vmx", "on");
		standIn.add("[store] tpl/tpl.vmtx", "off");
		open();
		assertEquals(2, session.find(PlugSelector.of("vm1"), soon()).size());
		assertEquals(VM1, only(VM1).path());
		assertTrue(only("tpl").template());
		assertEquals(List.of(), session.find(PlugSelector.of("vm"), soon()));
	}

	@Test
	void followsTheNameOfADatastoreToItsUuid() throws Exception {
		Path volume = Files.createDirectories(home.resolve("volumes/4a5b-uuid/vm1"));
		Files.createSymbolicLink(home.resolve("volumes/storage1"), home.resolve("volumes/4a5b-uuid"));
		String registered = Files.createFile(volume.resolve("vm1.vmx")).toRealPath().toString();
		standIn.add(registered, "on");
		open();
		assertEquals(registered, only(home.resolve("volumes/storage1/vm1/vm1.vmx").toString()).id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "with blank", "it's", "\"double\"", "$(touch pwned)", "`touch pwned`", "a;touch pwned", "back\\slash", "*", "ümläut 名",
			"getstate() = off", "a\\nb", "-l", "100%" })
	void namesReachTheHostUnchanged(String name) throws Exception {
		String path = "/vmfs/volumes/a/" + name + "/" + name + ".vmx";
		standIn.add(path, "on");
		standIn.add(VM1, "on");
		open();
		Plug plug = only(name);
		assertEquals(path, plug.path());
		assertInstanceOf(PowerChange.Seen.class, session.change(plug, PowerOperation.OFF, soon()));
		assertTrue(session.read(plug, soon()).isOff());
		assertEquals(List.of("off", "on"), List.of(standIn.state(1), standIn.state(2)));
		assertFalse(Files.exists(Path.of(System.getProperty("user.home"), "pwned")));
	}

	@Test
	void anErrorThatNamesAMachineIsNoState() throws Exception {
		String path = "/vmfs/volumes/a/x/getstate() = off.vmx";
		standIn.add(path, "error");
		open();
		FenceException failure = assertThrows(FenceException.class, () -> session.read(VmwareCommand.plug(path), soon()));
		assertEquals(Kind.PROTOCOL, failure.problem().kind());
		assertTrue(failure.getMessage().contains("error -999"), failure.getMessage());
	}

	@Test
	void refusesAPlugWithALineEnd() throws Exception {
		open();
		FenceException failure = assertThrows(FenceException.class, () -> session.find(PlugSelector.of("vm1\nid"), soon()));
		assertEquals(Kind.OPTION, failure.problem().kind());
	}

	@Test
	void listsMachinesInOddStates() throws Exception {
		standIn.add(VM1, "on");
		standIn.add("/vmfs/volumes/a/odd/odd.vmx", "error");
		standIn.add("/vmfs/volumes/a/new/new.vmx", "crashed");
		standIn.add("/vmfs/volumes/b/vm1/vm1.vmx", "suspended");
		standIn.add("/vmfs/volumes/b/tpl/tpl.vmtx", "off");
		open();
		List<ListedPlug> rows = new ArrayList<>();
		session.list(true, rows::add, soon());
		assertEquals(List.of(new ListedPlug(VM1, "", PowerState.ON),
				new ListedPlug("odd", "/vmfs/volumes/a/odd/odd.vmx", PowerState.UNKNOWN),
				new ListedPlug("new", "/vmfs/volumes/a/new/new.vmx", PowerState.UNKNOWN),
				new ListedPlug("/vmfs/volumes/b/vm1/vm1.vmx", "", PowerState.SUSPENDED)), rows);
	}

	@Test
	void listsWithoutAskingForStates() throws Exception {
		standIn.add(VM1, "hang");
		open();
		List<ListedPlug> rows = new ArrayList<>();
		session.list(false, rows::add, soon());
		assertEquals(List.of(new ListedPlug("vm1", VM1, PowerState.UNKNOWN)), rows);
		assertEquals(List.of("<-l>"), standIn.calls());
	}

	@ParameterizedTest
	@ValueSource(strings = { "printf 'Tot'", "echo 'Total running VMs: many'", "printf '\\001\\377\\n'" })
	void anAnswerThatIsNoListSaysNothingOfTheMachines(String answer) throws Exception {
		standIn.add(VM1, "on");
		open();
		for (Executable question : List.<Executable>of(() -> only("vm1"), () -> session.check(Optional.empty(), soon()),
				() -> session.list(false, row -> { }, soon()), () -> session.read(VmwareCommand.plug(VM1), soon()))) {
			standIn.order("-l", answer + "; exit 0\n");
			assertEquals(Kind.PROTOCOL, assertThrows(FenceException.class, question).problem().kind());
			assertTrue(standIn.struck());
		}
	}

	@Test
	void aHostMaySayThatItHasNoMachines() throws Exception {
		open();
		standIn.order("-l", "echo 'No virtual machine found.'; exit 0\n");
		assertEquals(List.of(), session.find(PlugSelector.of("vm1"), soon()));
		assertTrue(standIn.struck());
	}
}

package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.testsupport.scripted.ScriptedVSphere;

/** A machine that is watched from before it is changed, on a scripted server. */
class WatchedMachineTest extends EsxFixture {

	private static final Plug PLUG = new Plug("vm-1", "vm1", "/DC1/vm/vm1", Optional.of("50" + UUID.substring(2) + " " + UUID), false);

	private final List<String> news = new ArrayList<>();
	private String taskRead = "success";

	@BeforeEach
	void script() {
		server.on("CreateFilter", request -> reference("PropertyFilter", request.contains("<obj type=\"Task\">") ? "t" : "f"));
		server.on("DestroyPropertyFilter", request -> ScriptedVSphere.nothing());
		server.on("PowerOffVM_Task", request -> reference("Task", "task-1"));
		server.on("PowerOnVM_Task", request -> reference("Task", "task-2"));
		server.on("RetrievePropertiesEx", request -> request.contains("<type>Task</type>")
				? ScriptedVSphere.returns("<objects><obj type=\"Task\">task-1</obj>" + state("propSet", taskRead) + "</objects>") : properties(request));
		server.on("WaitForUpdatesEx", request -> news.isEmpty() ? ScriptedVSphere.nothing() : news.remove(0));
		tell("f", enter("VirtualMachine", "vm-1", text("name", "vm1"), change("parent", "ManagedObjectReference", "group-v1"),
				text("config.uuid", UUID), text("config.instanceUuid", "50" + UUID.substring(2)), power("poweredOn"), connection("connected")),
				enter("Folder", "group-v1", text("name", "vm")));
	}

	private void tell(String filter, String... objects) {
		news.add(ScriptedVSphere.returns("<version>" + news.size() + "</version><filterSet><filter type=\"PropertyFilter\">" + filter + "</filter>"
				+ String.join("", objects) + "</filterSet>"));
	}

	private void tellNothing() {
		news.add(ScriptedVSphere.nothing());
	}

	private static String enter(String type, String id, String... changes) {
		return object("enter", type, id, changes);
	}

	private static String machine(String... changes) {
		return object("modify", "VirtualMachine", "vm-1", changes);
	}

	private static String object(String kind, String type, String id, String... changes) {
		return "<objectSet><kind>" + kind + "</kind><obj type=\"" + type + "\">" + id + "</obj>" + String.join("", changes) + "</objectSet>";
	}

	private static String change(String name, String type, String value) {
		String more = type.equals("ManagedObjectReference") ? " type=\"Folder\"" : "";
		return "<changeSet><name>" + name + "</name><op>assign</op><val xsi:type=\"" + type + "\"" + more + ">" + value + "</val></changeSet>";
	}

	private static String text(String name, String value) {
		return change(name, "xsd:string", value);
	}

	private static String power(String state) {
		return change("runtime.powerState", "VirtualMachinePowerState", state);
	}

	private static String connection(String state) {
		return change("runtime.connectionState", "VirtualMachineConnectionState", state);
	}

	private static String state(String element, String value) {
		return "<" + element + "><name>info.state</name>" + (element.equals("changeSet") ? "<op>assign</op>" : "")
				+ "<val xsi:type=\"TaskInfoState\">" + value + "</val></" + element + ">";
	}

	private static String failed(String task, String fault) {
		return object("enter", "Task", task, state("changeSet", "error"), "<changeSet><name>info.error</name><op>assign</op>"
				+ "<val xsi:type=\"LocalizedMethodFault\"><fault xsi:type=\"" + fault + "\"/><localizedMessage>no</localizedMessage></val></changeSet>");
	}

	private PlugState readBack(PowerChange change) {
		return assertInstanceOf(PowerChange.Seen.class, change).readBack().orElseThrow();
	}

	private void assertCalls(String... calls) {
		assertEquals(Arrays.asList(calls), server.calls());
	}

	@Test
	void theFirstAnswerIsTheReadThatConfirms() throws FenceException {
		PlugState read = open().readForChange(PLUG, generous());
		assertEquals(PLUG.uuids(), read.plug().uuids());
		assertEquals("vm1", read.plug().name());
		assertTrue(read.isOn());
		assertCalls("CreateFilter", "WaitForUpdatesEx");
	}

	@Test
	void theAnswerAfterTheOperationIsItsReadBack() throws FenceException {
		tell("f", machine(power("poweredOff")));
		FenceSession opened = open();
		opened.readForChange(PLUG, generous());
		PlugState after = readBack(opened.change(PLUG, PowerOperation.OFF, generous()));
		assertTrue(after.isOff());
		assertEquals(PLUG.uuids(), after.plug().uuids());
		assertCalls("CreateFilter", "WaitForUpdatesEx", "PowerOffVM_Task", "WaitForUpdatesEx");
	}

	@Test
	void aNewNameOrUuidIsInTheReadBack() throws FenceException {
		tell("f", machine(power("poweredOff"), text("config.instanceUuid", "other"), text("name", "renamed")));
		FenceSession opened = open();
		opened.readForChange(PLUG, generous());
		PlugState after = readBack(opened.change(PLUG, PowerOperation.OFF, generous()));
		assertEquals("renamed", after.plug().name());
		assertEquals(Optional.of("other " + UUID), after.plug().uuids());
	}

	@Test
	void whatAnotherFilterTellsOfTheMachineIsNotItsReadBack() throws FenceException {
		tell("another", machine(power("poweredOff")));
		tell("f", machine(power("poweredOff"), text("name", "of-ours")));
		FenceSession opened = open();
		opened.readForChange(PLUG, generous());
		assertEquals("of-ours", readBack(opened.change(PLUG, PowerOperation.OFF, generous())).plug().name());
	}

	@ParameterizedTest
	@CsvSource({ "disconnected, poweredOff", "connected, suspended" })
	void aStateThatIsNotTheWantedOneBeyondDoubtIsWaitedOn(String connection, String power) throws FenceException {
		tell("f", machine(connection(connection), power(power)));
		tell("f", machine(connection("connected"), power("poweredOff")));
		FenceSession opened = open();
		opened.readForChange(PLUG, generous());
		assertTrue(readBack(opened.change(PLUG, PowerOperation.OFF, generous())).isOff());
		assertEquals(3, calls("WaitForUpdatesEx"));
	}

	@Test
	void aStateThatCannotBeReadAnyMoreIsNotOff() throws FenceException {
		tell("f", machine(power("poweredOff"), "<missingSet><path>runtime.powerState</path><fault><fault xsi:type=\"NoPermission\"/>"
				+ "<localizedMessage>no</localizedMessage></fault></missingSet>"));
		FenceSession opened = open();
		opened.readForChange(PLUG, generous());
		problem(Kind.PRIVILEGE, () -> opened.change(PLUG, PowerOperation.OFF, generous()));
	}

	@Test
	void theTaskIsAskedWhenTheMachineTellsNothing() throws FenceException {
		// The server of this test does not wait, so the seconds of the real one pass in many calls.
		server.on("WaitForUpdatesEx", request -> !news.isEmpty() ? news.remove(0) : server.calls().contains("PowerOffVM_Task") && calls("CreateFilter") == 2
				? ScriptedVSphere.returns("<version>9</version><filterSet><filter type=\"PropertyFilter\">t</filter>" + failed("task-1", "HostNotConnected")
						+ "</filterSet>")
				: ScriptedVSphere.nothing());
		FenceSession opened = open();
		opened.readForChange(PLUG, generous());
		PowerChange change = opened.change(PLUG, PowerOperation.OFF, generous());
		assertEquals(Kind.TASK, assertInstanceOf(PowerChange.Failed.class, change).problem().kind());
		assertEquals(1, calls("PowerOffVM_Task"));
	}

	@Test
	void aMachineThatLeavesIsNotOff() throws FenceException {
		tell("f", object("leave", "VirtualMachine", "vm-1"));
		FenceSession opened = open();
		opened.readForChange(PLUG, generous());
		PowerChange change = opened.change(PLUG, PowerOperation.OFF, generous());
		assertEquals(Kind.NOT_FOUND, assertInstanceOf(PowerChange.Failed.class, change).problem().kind());
	}

	@Test
	void poweringOnWaitsForTheTaskOfPoweringOff() throws FenceException {
		taskRead = "running";
		tell("f", machine(power("poweredOff")));
		tell("t", enter("Task", "task-1", state("changeSet", "running")));
		tell("t", object("modify", "Task", "task-1", state("changeSet", "success")));
		tell("f", machine(power("poweredOn")));
		FenceSession opened = open();
		opened.readForChange(PLUG, generous());
		opened.change(PLUG, PowerOperation.OFF, generous());
		assertTrue(readBack(opened.change(PLUG, PowerOperation.ON, generous())).isOn());
		assertCalls("CreateFilter", "WaitForUpdatesEx", "PowerOffVM_Task", "WaitForUpdatesEx", "RetrievePropertiesEx", "CreateFilter",
				"WaitForUpdatesEx", "WaitForUpdatesEx", "PowerOnVM_Task", "WaitForUpdatesEx");
	}

	@Test
	void anAnswerInPiecesIsReadInOne() throws FenceException {
		news.set(0, news.get(0).replace("</returnval>", "<truncated>true</truncated></returnval>"));
		assertTrue(open().readForChange(PLUG, generous()).isOn());
		assertCalls("CreateFilter", "WaitForUpdatesEx", "RetrievePropertiesEx");
	}

	@Test
	void aMachineThatIsUnknownIsNotFound() {
		server.on("CreateFilter", request -> ScriptedVSphere.fault("ManagedObjectNotFound", "gone", "<obj type=\"VirtualMachine\">vm-1</obj>"));
		problem(Kind.NOT_FOUND, () -> open().readForChange(PLUG, generous()));
	}

	@Test
	void theWatchOfAnotherMachineIsNotBelieved() throws FenceException {
		FenceSession opened = open();
		opened.readForChange(PLUG, generous());
		Plug other = new Plug("vm-2", "same", "/DC1/vm/same", Optional.empty(), false);
		tellNothing();
		news.add(ScriptedVSphere.returns("<version>7</version><filterSet><filter type=\"PropertyFilter\">g</filter>"
				+ object("enter", "VirtualMachine", "vm-2", power("poweredOff"), connection("connected"))
				+ object("enter", "Task", "task-1", state("changeSet", "success")) + "</filterSet>"));
		assertEquals(new PowerChange.Seen(), opened.change(other, PowerOperation.OFF, generous()));
		assertEquals(1, calls("DestroyPropertyFilter"));
	}
}

package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.testsupport.scripted.ScriptedVSphere;

class EsxChangeTest extends EsxFixture {

	private static final Plug PLUG = new Plug("vm-1", "vm1", "/DC1/vm/vm1", Optional.empty(), false);

	private PowerChange change(PowerOperation operation, Deadline deadline) throws FenceException {
		return open().change(PLUG, operation, deadline);
	}

	private static String updates(String version, String... objects) {
		return ScriptedVSphere.returns("<version>" + version + "</version><filterSet><filter type=\"PropertyFilter\">f</filter>"
				+ String.join("", objects) + "</filterSet>");
	}

	private static String update(String type, String id, String name, String valueType, String value) {
		return "<objectSet><kind>modify</kind><obj type=\"" + type + "\">" + id + "</obj><changeSet><name>" + name
				+ "</name><op>assign</op><val xsi:type=\"" + valueType + "\">" + value + "</val></changeSet></objectSet>";
	}

	private static String power(String state) {
		return update("VirtualMachine", "vm-1", "runtime.powerState", "VirtualMachinePowerState", state);
	}

	private static String task(String state) {
		return update("Task", "task-1", "info.state", "TaskInfoState", state);
	}

	private void script(String... news) {
		server.on("CreateFilter", request -> reference("PropertyFilter", "f"));
		server.on("DestroyPropertyFilter", request -> ScriptedVSphere.nothing());
		server.on("PowerOffVM_Task", request -> reference("Task", "task-1"));
		server.on("PowerOnVM_Task", request -> reference("Task", "task-1"));
		List<String> answers = new ArrayList<>(List.of(news));
		answers.add(0, updates("1", power("poweredOn"),
				update("VirtualMachine", "vm-1", "runtime.connectionState", "VirtualMachineConnectionState", "connected")));
		server.on("WaitForUpdatesEx", request -> answers.isEmpty() ? ScriptedVSphere.nothing() : answers.remove(0));
	}

	@Test
	void actsOnceAndWatchesUntilBothAreAsWanted() throws FenceException {
		script(updates("2", task("running")), ScriptedVSphere.nothing(), updates("3", power("poweredOff")), updates("4", task("success")));
		assertEquals(new PowerChange.Seen(), change(PowerOperation.OFF, generous()));
		assertEquals(List.of("PowerOffVM_Task", "CreateFilter", "WaitForUpdatesEx", "WaitForUpdatesEx", "WaitForUpdatesEx", "WaitForUpdatesEx",
				"WaitForUpdatesEx"), server.calls());
		assertTrue(server.requests().get(server.requests().size() - 1).contains("<version>3</version>"));
	}

	@Test
	void theFilterOfTheOperationBeforeIsTakenAway() throws FenceException {
		script(updates("2", power("poweredOff"), task("success")));
		assertEquals(new PowerChange.Seen(), change(PowerOperation.OFF, generous()));
		assertEquals(0, calls("DestroyPropertyFilter"));
		script(updates("2", power("poweredOn"), task("success")));
		assertEquals(new PowerChange.Seen(), session.change(PLUG, PowerOperation.ON, generous()));
		assertEquals(1, calls("DestroyPropertyFilter"));
		assertEquals(2, calls("CreateFilter"));
	}

	@Test
	void aLaterBootThanTheOneThatWasReadIsEvidence() throws FenceException {
		machines.compute("vm-1", (id, row) -> row.replace("</objects>", Rows.booted("2026-01-01T00:00:00Z") + "</objects>"));
		script(updates("2", task("success"), update("VirtualMachine", "vm-1", "runtime.bootTime", "xsd:dateTime", "2026-01-01T00:01:00Z")));
		FenceSession opened = open();
		opened.read(PLUG, generous());
		assertEquals(new PowerChange.Seen(), opened.change(PLUG, PowerOperation.OFF, generous()));
	}

	@Test
	void tellsATaskThatFailed() throws FenceException {
		script(updates("2", task("error"), "<objectSet><kind>modify</kind><obj type=\"Task\">task-1</obj><changeSet><name>info.error</name>"
				+ "<op>assign</op><val xsi:type=\"LocalizedMethodFault\"><fault xsi:type=\"HostNotConnected\"/>"
				+ "<localizedMessage>Unable to communicate with the remote host.</localizedMessage></val></changeSet></objectSet>"));
		FenceProblem problem = assertInstanceOf(PowerChange.Failed.class, change(PowerOperation.OFF, generous())).problem();
		assertEquals(Kind.TASK, problem.kind());
		assertTrue(problem.message().contains("HostNotConnected: Unable to communicate"), problem.message());
		assertEquals(1, calls("PowerOffVM_Task"));
	}

	@Test
	void tellsARefusal() throws FenceException {
		script();
		server.on("PowerOffVM_Task", request -> ScriptedVSphere.fault("NoPermission", "denied",
				"<object type=\"VirtualMachine\">vm-1</object><privilegeId>VirtualMachine.Interact.PowerOff</privilegeId>"));
		FenceProblem problem = assertInstanceOf(PowerChange.Failed.class, change(PowerOperation.OFF, generous())).problem();
		assertEquals(Kind.PRIVILEGE, problem.kind());
		assertEquals(0, calls("CreateFilter"));
	}

	@ParameterizedTest
	@CsvSource({ "poweredOff, true", "suspended, false", "poweredOn, false" })
	void aRefusalBecauseItIsOffAlreadyMeansOff(String existing, boolean seen) throws FenceException {
		script();
		server.on("PowerOffVM_Task",
				request -> ScriptedVSphere.fault("InvalidPowerState", "no", "<existingState>" + existing + "</existingState>"));
		assertEquals(seen, change(PowerOperation.OFF, generous()) instanceof PowerChange.Seen);
	}

	@Test
	void doesNotKnowTheOutcomeWhenTheStateIsNotSeenInTime() {
		script(updates("2", task("success")));
		Deadline tight = Deadline.in(Duration.ofSeconds(1), MonotonicClock.system());
		FenceProblem problem = problem(Kind.TIMEOUT, () -> change(PowerOperation.OFF, tight));
		assertTrue(problem.message().contains("task succeeded"), problem.message());
	}

	@Test
	void doesNotActAgainWhenTheConnectionBreaks() {
		script("503 gone");
		problem(Kind.PROTOCOL, () -> change(PowerOperation.OFF, generous()));
		assertEquals(1, calls("PowerOffVM_Task"));
	}

	@Test
	void resetsOnceAndTellsWhenTheTaskIsAllTheEvidence() throws FenceException {
		script(updates("2", task("running")), updates("3", task("success")));
		server.on("ResetVM_Task", request -> reference("Task", "task-1"));
		assertEquals(new PowerChange.Seen(), change(PowerOperation.CYCLE, generous()));
		assertEquals(1, calls("ResetVM_Task"));
		assertEquals(0, calls("PowerOffVM_Task") + calls("PowerOnVM_Task"));
		assertTrue(told.stream().anyMatch(line -> line.contains("was not seen without power")), told::toString);
	}

	@Test
	void aResetThatWasSeenNeedsNoWordOfCaution() throws FenceException {
		script(updates("2", power("poweredOff")), updates("3", power("poweredOn"), task("success")));
		server.on("ResetVM_Task", request -> reference("Task", "task-1"));
		assertEquals(new PowerChange.Seen(), change(PowerOperation.CYCLE, generous()));
		assertTrue(told.stream().noneMatch(line -> line.contains("was not seen without power")), told::toString);
	}

	@Test
	void aResetThatIsRefusedBecauseTheMachineIsOnIsAFailure() throws FenceException {
		script();
		server.on("ResetVM_Task",
				request -> ScriptedVSphere.fault("InvalidPowerState", "no", "<existingState>poweredOn</existingState>"));
		assertInstanceOf(PowerChange.Failed.class, change(PowerOperation.CYCLE, generous()));
	}

	@Test
	void aCancellationEndsTheWait() {
		script();
		server.on("WaitForUpdatesEx", request -> {
			if (server.calls().contains("PowerOffVM_Task")) {
				cancellation.request();
			}
			return ScriptedVSphere.nothing();
		});
		problem(Kind.CANCELLED, () -> change(PowerOperation.OFF, generous()));
	}

	@Test
	void declaresWhatItNeeds() {
		EsxBackEnd backEnd = new EsxBackEnd(null);
		assertEquals("esx", backEnd.type());
		assertEquals(EnumSet.allOf(PowerOperation.class), backEnd.operations());
		assertEquals(Set.of("ip", "username", "password"), backEnd.requiredOptions());
		assertFalse(backEnd.summary().isBlank());
	}
}

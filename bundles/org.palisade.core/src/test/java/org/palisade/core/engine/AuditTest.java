package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.core.audit.AuditLine;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/** Promise: each power operation on each plug leaves one record, however it ends, and no secret in it. */
class AuditTest {

	private static final Plug DB = Stage.plug("vm-2", "db");

	private final Stage stage = new Stage();
	private final PlayedBackEnd backEnd = stage.backEnd;

	private AuditRecord recordOf(FenceAction action) {
		stage.run(action);
		assertEquals(1, stage.records.size(), stage.records::toString);
		return stage.records.get(0);
	}

	private void assertRecord(String states, String outcome, AuditRecord actual) {
		String line = AuditLine.of(actual);
		String found = " states=" + states + " duration_ms=0 outcome=" + outcome;
		assertTrue(line.contains(found), () -> found + " not in " + line);
	}

	@Test
	void itSaysWhoAskedForWhatAndWhatCameOfIt() {
		stage.options.put("ip", "vc.example.com");
		backEnd.reading(Stage.on(), Stage.off()).changes.add(() -> {
			stage.clock.advance(Duration.ofMillis(812));
			return Stage.SEEN;
		});
		backEnd.onClose = () -> stage.clock.advance(Duration.ofSeconds(1));

		assertEquals(new AuditRecord(Stage.BEGIN, Stage.CALLER, "web", Optional.of(Stage.VM), "vc.example.com", "played", FenceAction.OFF,
				PowerMethod.ONOFF, List.of(new AuditRecord.SeenState(PowerState.ON, false), new AuditRecord.SeenState(PowerState.OFF, false)),
				Duration.ofMillis(812), new FenceOutcome.Succeeded(Achievement.POWERED_OFF)), recordOf(FenceAction.OFF));
	}

	@ParameterizedTest
	@CsvSource({ "OFF,OFF,'OFF',ALREADY_OFF", "OFF,ON,'ON,OFF',POWERED_OFF", "OFF,SUSPENDED,'SUSPENDED,OFF',POWERED_OFF", "ON,ON,'ON',ALREADY_ON",
			"ON,OFF,'OFF,ON',POWERED_ON", "REBOOT,ON,'ON,OFF,ON',REBOOTED", "REBOOT,OFF,'OFF,ON',REBOOTED" })
	void eachSuccessLeavesTheStatesInOrder(FenceAction action, PowerState before, String states, String outcome) {
		backEnd.reading(Stage.state(before));
		for (String state : states.substring(states.indexOf(',') + 1).split(",")) {
			backEnd.reading(Stage.state(PowerState.valueOf(state))).changing(Stage.SEEN);
		}

		assertRecord(states, outcome, recordOf(action));
	}

	@Test
	void aResetIsSaidToBeOne() {
		stage.settings = Stage.cycling();
		backEnd.operations = EnumSet.allOf(PowerOperation.class);
		backEnd.reading(Stage.on(), Stage.on()).changing(Stage.SEEN);

		AuditRecord record = recordOf(FenceAction.REBOOT);

		assertEquals(PowerMethod.CYCLE, record.method());
		assertRecord("ON", "REBOOTED", record);
	}

	@Test
	void turnedOnInBetweenItShowsThatItWasOff() {
		backEnd.reading(Stage.on(), Stage.on()).changing(Stage.SEEN);

		assertRecord("ON,OFF,ON", "POWERED_OFF", recordOf(FenceAction.OFF));
	}

	@Test
	void aRebootThatDidNotPowerOnShowsTheStates() {
		backEnd.reading(Stage.on(), Stage.off(), Stage.off()).changing(Stage.SEEN, Stage.FAILED);

		assertRecord("ON,OFF", "REBOOTED", recordOf(FenceAction.REBOOT));
	}

	@Test
	void aDoubtfulStateIsMarked() {
		backEnd.reading(Stage.on(), Stage.doubtful(PowerState.OFF)).changing(Stage.FAILED);

		assertRecord("ON,OFF?", "FAILED kind=TASK message=\"the host said no; the host is disconnected\"", recordOf(FenceAction.OFF));
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void anOperationThatFailsLeavesARecord(Kind kind) {
		backEnd.reading(Stage.on()).changes.add(() -> {
			throw Stage.problem(kind);
		});

		assertRecord("ON", "FAILED kind=" + kind + " message=\"this went wrong\"", recordOf(FenceAction.OFF));
	}

	@Test
	void aBackEndThatCrashesLeavesARecord() {
		backEnd.reading(Stage.on()).changes.add(() -> {
			throw new IllegalStateException("correct horse");
		});

		AuditRecord record = recordOf(FenceAction.OFF);

		assertRecord("ON", "FAILED kind=PROTOCOL", record);
		assertFalse(AuditLine.of(record).contains("correct horse"));
	}

	@Test
	void whatIsNoLongerTheSameWasNotSeen() {
		backEnd.reading(Stage.state(DB, PowerState.ON));

		assertRecord("\"\"", "FAILED kind=REFUSED", recordOf(FenceAction.OFF));
	}

	@ParameterizedTest
	@EnumSource(names = { "ON", "OFF", "REBOOT" })
	void whatIsNotFoundLeavesARecordWithoutAPlug(FenceAction action) {
		backEnd.onFind = List::of;

		AuditRecord record = recordOf(action);

		assertEquals("web", record.plug());
		assertEquals(Optional.empty(), record.found());
		assertRecord("\"\"", "FAILED kind=NOT_FOUND message=\"no plug \\\"web\\\"\"", record);
	}

	@Test
	void whatIsAmbiguousLeavesARecordWithoutAPlug() {
		backEnd.onFind = () -> List.of(Stage.VM, Stage.plug("vm-9", "web"));

		AuditRecord record = recordOf(FenceAction.OFF);

		assertEquals(Optional.empty(), record.found());
		assertRecord("\"\"", "FAILED kind=AMBIGUOUS", record);
	}

	@Test
	void aLogInThatFailsLeavesARecord() {
		backEnd.onOpen = () -> {
			throw Stage.problem(Kind.LOGIN);
		};

		assertRecord("\"\"", "FAILED kind=LOGIN message=\"this went wrong\"", recordOf(FenceAction.OFF));
	}

	@Test
	void ofACallerWhoGaveUpItSaysSo() {
		backEnd.reading(Stage.on()).changing(Stage.SEEN).reads.add(() -> {
			stage.cancellation.request();
			return Stage.off();
		});

		assertRecord("ON,OFF", "FAILED kind=CANCELLED", recordOf(FenceAction.OFF));
	}

	@Test
	void ofSeveralPlugsEachLeavesARecord() {
		stage.selector = Optional.of(PlugSelector.of("web,db"));
		stage.has(Map.of("web", Stage.VM, "db", DB));
		backEnd.reading(Stage.on(), Stage.on()).changing(Stage.FAILED);
		backEnd.reading(Stage.state(DB, PowerState.ON), Stage.state(DB, PowerState.OFF)).changing(Stage.SEEN);

		assertInstanceOf(FenceOutcome.Failed.class, stage.run(FenceAction.OFF));

		assertEquals(List.of("web", "db"), stage.records.stream().map(AuditRecord::plug).toList());
		assertEquals(List.of(Optional.of(Stage.VM), Optional.of(DB)), stage.records.stream().map(AuditRecord::found).toList());
		assertRecord("ON", "FAILED kind=TASK message=\"the host said no\"", stage.records.get(0));
		assertRecord("ON,OFF", "POWERED_OFF", stage.records.get(1));
	}

	@Test
	void ofSeveralThatAreRebootedEachShowsAllItsStates() {
		stage.selector = Optional.of(PlugSelector.of("web,db"));
		stage.has(Map.of("web", Stage.VM, "db", DB));
		PlugState on = Stage.state(DB, PowerState.ON);
		PlugState off = Stage.state(DB, PowerState.OFF);
		backEnd.reading(Stage.on(), Stage.off(), on, off, Stage.off(), Stage.on(), off, on).changing(Stage.SEEN, Stage.SEEN, Stage.SEEN,
				Stage.SEEN);

		stage.run(FenceAction.REBOOT);

		stage.records.forEach(record -> assertRecord("ON,OFF,ON", "REBOOTED", record));
		assertEquals(2, stage.records.size());
	}

	@Test
	void ofSeveralThatAreRebootedEachLastsUntilItIsOn() {
		stage.selector = Optional.of(PlugSelector.of("web,db"));
		stage.has(Map.of("web", Stage.VM, "db", DB));
		PlugState off = Stage.state(DB, PowerState.OFF);
		backEnd.reading(Stage.off(), off, Stage.off(), Stage.on(), off, Stage.state(DB, PowerState.ON));
		for (int i = 0; i < 2; i++) {
			backEnd.changes.add(() -> {
				stage.clock.advance(Duration.ofMillis(300));
				return Stage.SEEN;
			});
		}

		stage.run(FenceAction.REBOOT);

		assertEquals(List.of(Duration.ofMillis(300), Duration.ofMillis(600)), stage.records.stream().map(AuditRecord::duration).toList());
	}

	@Test
	void aBackEndThatDoesNotTellItsTypeIsNamedByItsClass() {
		backEnd.reading(Stage.off());
		backEnd.onType = () -> {
			throw new IllegalStateException();
		};

		assertEquals(PlayedBackEnd.class.getName(), recordOf(FenceAction.OFF).backEndType());
	}

	@Test
	void oneThatWasNotReachedBeforeTheCancellationSaysSo() {
		stage.selector = Optional.of(PlugSelector.of("web,db"));
		stage.has(Map.of("web", Stage.VM, "db", DB));
		backEnd.reads.add(() -> {
			throw Stage.problem(Kind.CANCELLED);
		});

		stage.run(FenceAction.OFF);

		assertEquals(2, stage.records.size());
		stage.records.forEach(record -> assertRecord("\"\"", "FAILED kind=CANCELLED", record));
	}

	@ParameterizedTest
	@EnumSource(names = { "STATUS", "MONITOR", "LIST", "LIST_STATUS", "VALIDATE_ALL" })
	void whatChangesNoPowerLeavesNone(FenceAction action) {
		backEnd.reading(Stage.on());

		stage.run(action);

		assertEquals(List.of(), stage.records);
	}

	@Test
	void thePasswordIsInNoneOfItsTexts() {
		String secret = "correct horse";
		Plug odd = new Plug(secret, secret, secret, Optional.of(secret), false);
		stage.selector = Optional.of(PlugSelector.of(secret));
		stage.options.put("ip", secret);
		stage.trail = new AuditTrail(new AuditRecord.Caller(Optional.of(secret), Optional.of(secret), "root"), stage.trail.clock(),
				stage.records::add);
		backEnd.onFind = () -> List.of(odd);
		backEnd.reads.add(() -> {
			throw new FenceException(Kind.PROTOCOL, secret, secret);
		});

		AuditRecord record = recordOf(FenceAction.OFF);

		assertFalse(record.toString().contains(secret), record::toString);
	}

	@Test
	void itIsLeftAfterTheLogOut() {
		stage.trail = new AuditTrail(Stage.CALLER, stage.trail.clock(), record -> backEnd.calls.add("record"));
		backEnd.reading(Stage.off());

		stage.run(FenceAction.OFF);

		stage.assertCalls("validate", "open", "find", "read", "close", "record");
	}

	@Test
	void oneThatCannotBeLeftChangesNoOutcome() {
		stage.trail = new AuditTrail(Stage.CALLER, stage.trail.clock(), record -> {
			throw new IllegalStateException("the disk");
		});
		backEnd.reading(Stage.off());

		stage.assertAchieves(FenceAction.OFF, Achievement.ALREADY_OFF);
		stage.assertWarned("no audit record was left");
		stage.assertDetailed("the disk");
	}
}

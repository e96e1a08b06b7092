package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PowerState;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;

/** Promise: a reboot succeeds when, and only when, its off part is verified. */
class RebootTest {

	private final Stage stage = new Stage();
	private final PlayedBackEnd backEnd = stage.backEnd;

	@Test
	void theReadThatVerifiesOffIsTheIdentityReadOfTheOnPart() {
		backEnd.reading(Stage.on(), Stage.off(), Stage.on()).changing(Stage.SEEN, Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertCalls("validate", "open", "find", "read", "change OFF", "read", "change ON", "read", "close");
		assertEquals(List.of(), stage.warnings);
	}

	@Test
	void anAlreadyOffPlugIsPoweredOn() {
		backEnd.reading(Stage.off(), Stage.on()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertCalls("validate", "open", "find", "read", "change ON", "read", "close");
	}

	@Test
	void aFailingOffPartIsAFailureAndNothingIsPoweredOn() {
		backEnd.reading(Stage.on(), Stage.on()).changing(Stage.FAILED);

		stage.assertFails(FenceAction.REBOOT, Kind.TASK);
		stage.assertCalls("validate", "open", "find", "read", "change OFF", "read", "close");
	}

	@Test
	void aDoubtfulOffPartIsAFailureAndNothingIsPoweredOn() {
		backEnd.reading(Stage.on(), Stage.doubtful(PowerState.OFF)).changing(Stage.SEEN);

		stage.assertFails(FenceAction.REBOOT, Kind.UNVERIFIED);
		stage.assertCalls("validate", "open", "find", "read", "change OFF", "read", "close");
	}

	@Test
	void aFailingOnPartIsAWarning() {
		backEnd.reading(Stage.on(), Stage.off(), Stage.off()).changing(Stage.SEEN, Stage.FAILED);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertWarned("the host said no");
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = "CANCELLED", mode = EnumSource.Mode.EXCLUDE)
	void anOnPartOfUnknownOutcomeIsAWarning(Kind kind) {
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN).changes.add(() -> {
			throw Stage.problem(kind);
		});

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertWarned("this went wrong");
	}

	@Test
	void anOnPartThatTheDeadlineCutsOffIsAWarning() {
		backEnd.reading(Stage.on()).changing(Stage.SEEN).reads.add(() -> {
			stage.clock.advance(Duration.ofSeconds(56));
			return Stage.off();
		});

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertWarned("timed out");
		assertEquals(1, backEnd.changed.size());
	}

	@Test
	void aCrashInTheOnPartIsAWarning() {
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN).changes.add(() -> {
			throw new UnsupportedOperationException("crash");
		});

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertWarned("UnsupportedOperationException");
		stage.assertDetailed("crash");
	}

	@Test
	void aCancelledOnPartIsNoSuccess() {
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN).changes.add(() -> {
			throw Stage.problem(Kind.CANCELLED);
		});

		stage.assertFails(FenceAction.REBOOT, Kind.CANCELLED);
		stage.assertLoggedOutOnce();
	}

	@Test
	void turnedOnBySomebodyElseInBetweenIsNotPoweredOn() {
		backEnd.reading(Stage.on(), Stage.on()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertWarned("turned on by somebody else");
		stage.assertCalls("validate", "open", "find", "read", "change OFF", "read", "close");
	}

	@Test
	void goneAfterItWasSeenOffIsNotPoweredOn() {
		backEnd.reading(Stage.on()).changing(Stage.SEEN).reads.add(() -> {
			throw Stage.problem(Kind.NOT_FOUND);
		});

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertCalls("validate", "open", "find", "read", "change OFF", "read", "close");
	}

	@Test
	void anErrorOfTheOffTaskDoesNotKeepThePlugOffWhenItIsVerified() {
		backEnd.reading(Stage.on(), Stage.off(), Stage.on()).changing(Stage.FAILED, Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertWarned("the host said no");
		assertEquals(2, backEnd.changed.size());
	}

	@Test
	void aPlugThatWasRenamedMeanwhileIsNotPoweredOn() {
		Plug renamed = new Plug(Stage.VM.id(), "renamed", Stage.VM.path(), Stage.VM.uuids(), false);
		backEnd.reading(Stage.on(), Stage.state(renamed, PowerState.OFF)).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertWarned("is no longer the object that was looked up");
		assertEquals(1, backEnd.changed.size());
	}

	@Test
	void powerWaitFollowsBothOperations() {
		stage.settings = Stage.settings(Duration.ZERO, Duration.ofSeconds(2), 1);
		backEnd.reading(Stage.on(), Stage.off(), Stage.on()).changing(Stage.SEEN, Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertCalls("validate", "open", "find", "read", "change OFF", "wait", "read", "change ON", "wait", "read", "close");
	}

	@Test
	void theOnPartIsTriedAsOftenAsAsked() {
		stage.settings = Stage.settings(Duration.ZERO, Duration.ZERO, 2);
		backEnd.reading(Stage.on(), Stage.off(), Stage.off(), Stage.on()).changing(Stage.SEEN, Stage.FAILED, Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		assertTrue(stage.warnings.stream().noneMatch(warning -> warning.contains("verified as off")), stage.warnings::toString);
	}
}

package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerState;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;

/** Promise: on is reported only after this very plug was read back as on. */
class PowerOnTest {

	private final Stage stage = new Stage();
	private final PlayedBackEnd backEnd = stage.backEnd;

	@ParameterizedTest
	@EnumSource(names = { "OFF", "SUSPENDED", "UNKNOWN" })
	void onIsVerifiedByReadingItBack(PowerState before) {
		backEnd.reading(Stage.state(before), Stage.on()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.ON, Achievement.POWERED_ON);

		stage.assertCalls("validate", "open", "find", "read", "change ON", "read", "close");
	}

	@Test
	void alreadyOnIsASuccessWithoutActing() {
		backEnd.reading(Stage.on());

		stage.assertAchieves(FenceAction.ON, Achievement.ALREADY_ON);

		stage.assertCalls("validate", "open", "find", "read", "close");
	}

	@Test
	void aDoubtfulOnIsNoSuccess() {
		backEnd.reading(Stage.doubtful(PowerState.ON));

		FenceProblem problem = stage.assertFails(FenceAction.ON, Kind.UNVERIFIED);

		assertTrue(problem.message().contains("the host is disconnected"), problem.message());
		stage.assertNotPowered();
	}

	@Test
	void anotherIdentityBeforeTheOperationIsRefused() {
		backEnd.reading(Stage.state(Stage.plug("vm-2", "web"), PowerState.OFF));

		stage.assertFails(FenceAction.ON, Kind.REFUSED);
		stage.assertNotPowered();
		stage.assertLoggedOutOnce();
	}

	@ParameterizedTest
	@EnumSource(names = { "OFF", "SUSPENDED", "UNKNOWN" })
	void theBackEndsWordAloneIsNotBelieved(PowerState after) {
		backEnd.reading(Stage.off(), Stage.state(after)).changing(Stage.SEEN);

		stage.assertFails(FenceAction.ON, Kind.UNVERIFIED);
		stage.assertLoggedOutOnce();
	}

	@Test
	void aDoubtfulOnAfterTheOperationIsNotVerified() {
		backEnd.reading(Stage.off(), Stage.doubtful(PowerState.ON)).changing(Stage.SEEN);

		stage.assertFails(FenceAction.ON, Kind.UNVERIFIED);
	}

	@Test
	void anotherObjectThatIsReadBackAsOnIsNoSuccess() {
		backEnd.reading(Stage.off(), Stage.state(Stage.plug("vm-2", "web"), PowerState.ON)).changing(Stage.SEEN);

		stage.assertFails(FenceAction.ON, Kind.REFUSED);
	}

	@Test
	void goneAfterTheOperationIsAFailure() {
		backEnd.reading(Stage.off()).changing(Stage.SEEN).reads.add(() -> {
			throw Stage.problem(Kind.NOT_FOUND);
		});

		stage.assertFails(FenceAction.ON, Kind.NOT_FOUND);
	}

	@Test
	void anErrorOfTheTaskIsToldWhenThePlugIsOnNevertheless() {
		backEnd.reading(Stage.off(), Stage.on()).changing(Stage.FAILED);

		stage.assertAchieves(FenceAction.ON, Achievement.POWERED_ON);

		stage.assertWarned("the host said no");
	}

	@Test
	void oneTryIsMadeByDefault() {
		backEnd.reading(Stage.off(), Stage.off()).changing(Stage.FAILED);

		FenceProblem problem = stage.assertFails(FenceAction.ON, Kind.TASK);

		assertEquals("the host said no", problem.message());
		stage.assertCalls("validate", "open", "find", "read", "change ON", "read", "close");
	}

	@Test
	void aFailedOnIsTriedAsOftenAsAskedWithTheIdentityReadBeforeEachTry() {
		stage.settings = Stage.settings(Duration.ZERO, Duration.ZERO, 3);
		backEnd.reading(Stage.off(), Stage.off(), Stage.off(), Stage.on()).changing(Stage.FAILED, Stage.FAILED, Stage.SEEN);

		stage.assertAchieves(FenceAction.ON, Achievement.POWERED_ON);

		stage.assertCalls("validate", "open", "find", "read", "change ON", "read", "change ON", "read", "change ON", "read", "close");
		stage.assertWarned("tried again");
	}

	@Test
	void theTriesEnd() {
		stage.settings = Stage.settings(Duration.ZERO, Duration.ZERO, 2);
		backEnd.reading(Stage.off(), Stage.off(), Stage.off()).changing(Stage.FAILED, Stage.FAILED);

		stage.assertFails(FenceAction.ON, Kind.TASK);
		assertEquals(List.of(Stage.VM, Stage.VM), backEnd.changed);
	}

	@Test
	void anotherIdentityBetweenTwoTriesIsRefused() {
		stage.settings = Stage.settings(Duration.ZERO, Duration.ZERO, 2);
		backEnd.reading(Stage.off(), Stage.state(Stage.plug("vm-1", "renamed"), PowerState.OFF)).changing(Stage.FAILED);

		stage.assertFails(FenceAction.ON, Kind.REFUSED);
		assertEquals(1, backEnd.changed.size());
	}

	@Test
	void aDoubtfulOnIsNotPoweredOnAgain() {
		stage.settings = Stage.settings(Duration.ZERO, Duration.ZERO, 2);
		backEnd.reading(Stage.off(), Stage.doubtful(PowerState.ON)).changing(Stage.FAILED);

		stage.assertFails(FenceAction.ON, Kind.TASK);
		assertEquals(1, backEnd.changed.size());
	}

	@Test
	void whatWasSeenOnIsNotTriedAgain() {
		stage.settings = Stage.settings(Duration.ZERO, Duration.ZERO, 2);
		backEnd.reading(Stage.off(), Stage.off()).changing(Stage.SEEN);

		stage.assertFails(FenceAction.ON, Kind.UNVERIFIED);
		assertEquals(1, backEnd.changed.size());
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void anUnknownOutcomeOfTheOperationIsAFailureAndNotTriedAgain(Kind kind) {
		stage.settings = Stage.settings(Duration.ZERO, Duration.ZERO, 2);
		backEnd.reading(Stage.off()).changes.add(() -> {
			throw Stage.problem(kind);
		});

		stage.assertFails(FenceAction.ON, kind);
		stage.assertLoggedOutOnce();
	}
}

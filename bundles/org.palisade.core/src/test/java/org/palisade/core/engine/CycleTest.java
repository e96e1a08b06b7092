package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;

/** Promise: method=cycle succeeds when the back end has evidence of the reset and the state that is read back does not contradict it. */
class CycleTest {

	private final Stage stage = new Stage();
	private final PlayedBackEnd backEnd = stage.backEnd;

	@BeforeEach
	void cycle() {
		stage.settings = Stage.cycling();
		backEnd.operations = EnumSet.allOf(PowerOperation.class);
	}

	@Test
	void aRunningPlugIsResetInOneCall() {
		backEnd.reading(Stage.on(), Stage.on()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertCalls("validate", "open", "find", "read", "change CYCLE", "read", "close");
		assertEquals(List.of(), stage.warnings);
	}

	@Test
	void aPlugThatIsOffIsPoweredOn() {
		backEnd.reading(Stage.off(), Stage.on()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertCalls("validate", "open", "find", "read", "change ON", "read", "close");
	}

	@ParameterizedTest
	@EnumSource(names = { "SUSPENDED", "UNKNOWN" })
	void whatDoesNotRunIsPoweredOffAndOn(PowerState state) {
		backEnd.reading(Stage.state(state), Stage.off(), Stage.on()).changing(Stage.SEEN, Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertCalls("validate", "open", "find", "read", "change OFF", "read", "change ON", "read", "close");
	}

	@Test
	void aFailedResetIsAFailure() {
		backEnd.reading(Stage.on(), Stage.on()).changing(Stage.FAILED);

		stage.assertFails(FenceAction.REBOOT, Kind.TASK);
		assertEquals(1, backEnd.changed.size());
	}

	@Test
	void aFailedResetThatLeftThePlugOffHasFencedIt() {
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.FAILED);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertWarned("is off after its reset");
	}

	@Test
	void offInTheEndIsAWarning() {
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertWarned("is off after its reset");
	}

	@ParameterizedTest
	@EnumSource(names = { "SUSPENDED", "UNKNOWN" })
	void anythingElseInTheEndIsUnverified(PowerState state) {
		backEnd.reading(Stage.on(), Stage.state(state)).changing(Stage.SEEN);

		stage.assertFails(FenceAction.REBOOT, Kind.UNVERIFIED);
	}

	@ParameterizedTest
	@EnumSource(names = { "ON", "OFF" })
	void aDoubtfulStateInTheEndIsUnverified(PowerState state) {
		backEnd.reading(Stage.on(), Stage.doubtful(state)).changing(Stage.SEEN);

		stage.assertFails(FenceAction.REBOOT, Kind.UNVERIFIED);
	}

	@Test
	void anotherObjectInTheEndIsRefused() {
		Plug other = new Plug(Stage.VM.id(), "web", "/DC0/vm/web", Optional.of("another uuid"), false);
		backEnd.reading(Stage.on(), Stage.state(other, PowerState.ON)).changing(Stage.SEEN);

		stage.assertFails(FenceAction.REBOOT, Kind.REFUSED);
	}

	@Test
	void anUnknownOutcomeIsAFailure() {
		backEnd.reading(Stage.on()).changes.add(() -> {
			throw Stage.problem(Kind.TIMEOUT);
		});

		stage.assertFails(FenceAction.REBOOT, Kind.TIMEOUT);
	}

	@Test
	void offStaysOff() {
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);

		stage.assertCalls("validate", "open", "find", "read", "change OFF", "read", "close");
	}

	@ParameterizedTest
	@EnumSource(names = { "ON", "OFF", "REBOOT", "STATUS", "MONITOR", "LIST", "VALIDATE_ALL" })
	void aBackEndWithoutItRefusesBeforeAnythingIsContacted(FenceAction action) {
		backEnd.operations = Set.of(PowerOperation.ON, PowerOperation.OFF);

		FenceProblem problem = stage.assertFails(action, Kind.OPTION);

		assertEquals("option method asks for a reset, which back end played cannot do", problem.message());
		assertTrue(problem.advice().contains("method=onoff"), problem.advice());
		assertEquals(List.of(), backEnd.calls);
	}
}

package org.palisade.core.engine;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerState;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;

/** A state that comes with the outcome of an operation is judged as one that was read back by a call of its own. */
class ReadBackTest {

	private final Stage stage = new Stage();

	private static PowerChange seen(PlugState state) {
		return new PowerChange.Seen(Optional.of(state));
	}

	@Test
	void aStateThatCameWithTheOutcomeIsTheReadBack() {
		stage.backEnd.reading(Stage.on()).changing(seen(Stage.off()), seen(Stage.on()));
		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);
		stage.assertCalls("validate", "open", "find", "read", "change OFF", "change ON", "close");
	}

	@Test
	void anotherMachineThatCameWithTheOutcomeIsNoSuccess() {
		Plug other = new Plug(Stage.VM.id(), "web", Stage.VM.path(), Optional.of("another"), false);
		stage.backEnd.reading(Stage.on()).changing(seen(Stage.state(other, PowerState.OFF)));
		stage.assertFails(FenceAction.OFF, Kind.REFUSED);
	}

	@Test
	void aRenamedMachineIsOffButNotPoweredOn() {
		Plug renamed = new Plug(Stage.VM.id(), "other", "/DC0/vm/other", Stage.VM.uuids(), false);
		stage.backEnd.reading(Stage.on()).changing(seen(Stage.state(renamed, PowerState.OFF)));
		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);
		stage.assertCalls("validate", "open", "find", "read", "change OFF", "close");
	}

	@Test
	void aDoubtfulStateThatCameWithTheOutcomeIsNoSuccess() {
		stage.backEnd.reading(Stage.on()).changing(seen(Stage.doubtful(PowerState.OFF)));
		stage.assertFails(FenceAction.OFF, Kind.UNVERIFIED);
	}

	@Test
	void whatCameBeforeAPauseIsReadAnew() {
		stage.settings = Stage.settings(Duration.ZERO, Duration.ofSeconds(2), 1);
		stage.backEnd.reading(Stage.on(), Stage.on()).changing(seen(Stage.off()));
		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);
		stage.assertCalls("validate", "open", "find", "read", "change OFF", "wait", "read", "close");
		stage.assertWarned("turned on by somebody else");
	}
}

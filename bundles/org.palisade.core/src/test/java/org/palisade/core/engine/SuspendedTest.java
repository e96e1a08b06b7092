package org.palisade.core.engine;

import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PlugState;
import org.palisade.api.PowerState;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;

/** A suspended plug counts as off only for those who ask for it, and never where it would be resumed. */
class SuspendedTest {

	private final Stage stage = new Stage();
	private final PlayedBackEnd backEnd = stage.backEnd;

	@BeforeEach
	void askForIt() {
		stage.settings = Stage.suspendedAsOff();
		backEnd.reading(Stage.state(PowerState.SUSPENDED));
	}

	@Test
	void statusIsOff() {
		stage.assertAchieves(FenceAction.STATUS, Achievement.IS_OFF);

		stage.assertWarned("is suspended, which counts as off");
	}

	@Test
	void offDoesNothing() {
		stage.assertAchieves(FenceAction.OFF, Achievement.ALREADY_OFF);

		stage.assertNotPowered();
		stage.assertWarned("it may be resumed at any time");
	}

	@Test
	void aRebootPowersItOffAllTheSame() {
		backEnd.reading(Stage.off(), Stage.on()).changing(Stage.SEEN, Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertCalls("validate", "open", "find", "read", "change OFF", "read", "change ON", "read", "close");
	}

	@Test
	void aRebootFailsWhereItCannotBePoweredOff() {
		backEnd.reading(Stage.state(PowerState.SUSPENDED)).changing(Stage.FAILED);

		stage.assertFails(FenceAction.REBOOT, Kind.TASK);
	}

	@Test
	void aDoubtfulOneIsNotOff() {
		backEnd.reads.clear();
		backEnd.reading(new PlugState(Stage.VM, PowerState.SUSPENDED, Optional.of("no contact")));

		stage.assertFails(FenceAction.STATUS, Kind.UNVERIFIED);
	}

	@Test
	void withoutTheOptionItIsOn() {
		stage.settings = new Stage().settings;

		stage.assertAchieves(FenceAction.STATUS, Achievement.IS_ON);
	}

	@Test
	void withoutTheOptionItIsPoweredOff() {
		stage.settings = new Stage().settings;
		backEnd.reading(Stage.off()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);
	}
}

package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PlugState;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;

/** Promise: what is remembered counts only when it is one plug whose identity is read; everything else is looked up anew. */
class RememberedTest {

	private static final Plug NOW = Stage.plug("vm-2", "web");

	private final Stage stage = new Stage();
	private final PlayedBackEnd backEnd = stage.backEnd;

	@BeforeEach
	void remember() {
		backEnd.remembers = true;
		backEnd.onFindAnew = () -> {
			backEnd.remembers = false;
			return Optional.of(List.of(NOW));
		};
	}

	private static PlugState now(PowerState power) {
		return Stage.state(NOW, power);
	}

	@Test
	void theReadThatConfirmsItIsTheOneBeforeTheOperation() {
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);

		stage.assertCalls("validate", "open", "find", "read", "change OFF", "read", "close");
		assertEquals(1, backEnd.readsForChange);
		assertEquals(0, backEnd.lookUpsAnew);
	}

	@Test
	void theReadThatConfirmsItIsTheStatus() {
		backEnd.reading(Stage.off());

		stage.assertAchieves(FenceAction.STATUS, Achievement.IS_OFF);

		stage.assertCalls("validate", "open", "find", "read", "close");
		assertEquals(0, backEnd.readsForChange);
	}

	/** It is watched together with its task, which is asked for later. */
	@Test
	void aResetIsNotPreparedByTheRead() {
		stage.settings = Stage.cycling();
		backEnd.operations = EnumSet.allOf(PowerOperation.class);
		backEnd.reading(Stage.on(), Stage.on()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.REBOOT, Achievement.REBOOTED);

		assertEquals(0, backEnd.readsForChange);
	}

	@Test
	void anotherNameThanWasRememberedIsLookedUpAnew() {
		backEnd.reading(Stage.state(Stage.plug("vm-1", "former"), PowerState.ON), now(PowerState.ON), now(PowerState.OFF)).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);

		assertEquals(List.of(NOW), backEnd.changed);
	}

	@Test
	void oneThatIsGoneIsLookedUpAnew() {
		backEnd.reads.add(() -> {
			throw Stage.problem(Kind.NOT_FOUND);
		});
		backEnd.reading(now(PowerState.ON), now(PowerState.OFF)).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);

		assertEquals(List.of(NOW), backEnd.changed);
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = "NOT_FOUND", mode = EnumSource.Mode.EXCLUDE)
	void whatCannotBeConfirmedForAnotherReasonIsAFailure(Kind kind) {
		backEnd.reads.add(() -> {
			throw Stage.problem(kind);
		});

		stage.assertFails(FenceAction.OFF, kind);

		assertEquals(0, backEnd.lookUpsAnew);
	}

	@Test
	void severalThatAreRememberedAreLookedUpAnew() {
		backEnd.onFind = () -> List.of(Stage.VM, NOW);
		backEnd.reading(now(PowerState.OFF));

		stage.assertAchieves(FenceAction.OFF, Achievement.ALREADY_OFF);

		stage.assertCalls("validate", "open", "find", "read", "close");
	}

	@Test
	void aTemplateThatIsRememberedIsLookedUpAnew() {
		backEnd.onFind = () -> List.of(new Plug("vm-1", "web", "/DC0/vm/web", Stage.VM.uuids(), true));
		backEnd.reading(now(PowerState.OFF));

		stage.assertAchieves(FenceAction.OFF, Achievement.ALREADY_OFF);
	}

	@Test
	void nothingIsLookedUpAnewForACallerWhoHasGivenUp() {
		backEnd.reads.add(() -> {
			stage.cancellation.request();
			throw Stage.problem(Kind.NOT_FOUND);
		});

		stage.assertFails(FenceAction.OFF, Kind.CANCELLED);

		assertEquals(0, backEnd.lookUpsAnew);
	}
}

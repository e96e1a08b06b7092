package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PlugSelector;
import org.palisade.api.option.OptionValues;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/** Promise: the whole run has one deadline, and a timeout is never a success. */
class DeadlineTest {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final Stage stage = new Stage();
	private final PlayedBackEnd backEnd = stage.backEnd;

	@ParameterizedTest
	@EnumSource(names = { "ON", "OFF", "REBOOT", "STATUS", "LIST" })
	void aRunStaysBelowTheMinuteThatPacemakerGrantsByDefault(FenceAction action) {
		assertEquals(Duration.ofSeconds(55), stage.settings.runLimit(action, stage.selector));
	}

	@Test
	void longerLimitsMakeTheRunLonger() {
		FenceSettings settings = settings(Duration.ofSeconds(4), Duration.ofSeconds(30), Duration.ofSeconds(2), false);

		assertEquals(Duration.ofSeconds(55 + 4 + 2), settings.runLimit(FenceAction.OFF, Optional.empty()));
		assertEquals(Duration.ofSeconds(5 + 3 + 30 + 30 + 4 + 2 + 2), settings.runLimit(FenceAction.REBOOT, Optional.empty()));
	}

	@Test
	void eachPartHasItsOwnLimit() {
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN);

		stage.run(FenceAction.OFF);

		assertEquals(Duration.ofSeconds(5), backEnd.openLimit);
		assertEquals(Duration.ofSeconds(3), backEnd.context.answerLimit());
		assertEquals(Duration.ofSeconds(20), backEnd.changeLimit);
	}

	@Test
	void liftedLimitsLeaveTheOneOfTheRun() {
		stage.settings = settings(Duration.ZERO, Duration.ofSeconds(20), Duration.ZERO, true);
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN);
		findingTakes(Duration.ofSeconds(10));

		stage.run(FenceAction.OFF);

		assertEquals(Duration.ofSeconds(55), backEnd.openLimit);
		assertEquals(Duration.ofSeconds(55), backEnd.context.answerLimit());
		assertEquals(Duration.ofSeconds(45), backEnd.changeLimit);
	}

	@Test
	void aLimitOfZeroIsNone() {
		stage.settings = settings(Duration.ZERO, Duration.ZERO, Duration.ZERO, false);
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN);

		stage.run(FenceAction.OFF);

		assertEquals(Duration.ofSeconds(55), backEnd.changeLimit);
	}

	@Test
	void noPartOutlivesTheRun() {
		findingTakes(Duration.ofSeconds(45));
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN);

		stage.run(FenceAction.OFF);

		assertEquals(Duration.ofSeconds(10), backEnd.changeLimit);
	}

	@Test
	void nothingIsPoweredAfterTheDeadline() {
		backEnd.reads.add(() -> {
			stage.clock.advance(Duration.ofSeconds(56));
			return Stage.on();
		});

		FenceProblem problem = stage.assertFails(FenceAction.OFF, Kind.TIMEOUT);

		assertTrue(problem.message().contains("timed out"), problem.message());
		stage.assertNotPowered();
		stage.assertLoggedOutOnce();
	}

	@Test
	void anOperationThatWasNotReadBackByTheDeadlineIsNoSuccess() {
		backEnd.reading(Stage.on()).changes.add(() -> {
			stage.clock.advance(Duration.ofSeconds(56));
			return Stage.SEEN;
		});

		stage.assertFails(FenceAction.OFF, Kind.TIMEOUT);
		stage.assertLoggedOutOnce();
	}

	@Test
	void aPlugThatWasNotReadByTheDeadlineHasNoStatus() {
		findingTakes(Duration.ofHours(1));

		stage.assertFails(FenceAction.STATUS, Kind.TIMEOUT);
		stage.assertCalls("validate", "open", "find", "close");
	}

	@Test
	void aVerifiedOffInTheLastMomentIsASuccess() {
		backEnd.reading(Stage.on()).changing(Stage.SEEN).reads.add(() -> {
			stage.clock.advance(Duration.ofSeconds(54));
			return Stage.off();
		});

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);
	}

	@Test
	void thereIsTimeToLogOutAfterTheDeadline() {
		backEnd.reads.add(() -> {
			stage.clock.advance(Duration.ofSeconds(100));
			throw Stage.problem(Kind.TIMEOUT);
		});

		stage.assertFails(FenceAction.STATUS, Kind.TIMEOUT);

		assertEquals(SECOND, backEnd.closeLimit);
	}

	@ParameterizedTest
	@EnumSource(names = { "OFF", "REBOOT" })
	void delayLiesBeforeTheLogInAndDoesNotEatUpTheRun(FenceAction action) {
		stage.settings = settings(Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ZERO, true);
		backEnd.reading(Stage.off(), Stage.on()).changing(Stage.SEEN);

		stage.run(action);

		assertEquals(List.of(Duration.ofSeconds(30)), stage.waits);
		assertEquals(List.of("validate", "wait", "open"), backEnd.calls.subList(0, 3));
		assertEquals(Duration.ofSeconds(55), backEnd.openLimit);
	}

	@ParameterizedTest
	@EnumSource(names = { "ON", "STATUS", "MONITOR", "LIST", "LIST_STATUS", "VALIDATE_ALL" })
	void onlyOffAndRebootAreDelayed(FenceAction action) {
		stage.settings = settings(Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ZERO, false);
		backEnd.reading(Stage.on());

		stage.run(action);

		assertEquals(List.of(), stage.waits);
	}

	@Test
	void theOptionsSayWhetherTheLimitsAreLifted() {
		assertTrue(FenceSettings.of(options(Map.of()), true).limitsLifted());
		assertFalse(FenceSettings.of(options(Map.of()), false).limitsLifted());
		assertFalse(FenceSettings.of(options(Map.of("disable_timeout", "no")), true).limitsLifted());
		assertTrue(FenceSettings.of(options(Map.of("disable_timeout", "True")), false).limitsLifted());
	}

	@Test
	void theOptionsBecomeSettings() {
		Map<String, Object> values = new HashMap<>(Map.of("delay", SECOND, "login_timeout", Duration.ofSeconds(2), "shell_timeout",
				Duration.ofSeconds(3), "power_timeout", Duration.ofSeconds(4), "power_wait", Duration.ofSeconds(5), "retry_on", 6));
		values.putAll(Map.of("missing_as_off", true, "suspended_as_off", true, "method", "cycle", "plug_separator", ";"));

		assertEquals(new FenceSettings(SECOND, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(5), 6,
				true, true, PowerMethod.CYCLE, ";", false), FenceSettings.of(options(values), false));
	}

	@Test
	void severalPlugsMayTakeAsLongAsSeveral() {
		FenceSettings settings = settings(Duration.ZERO, Duration.ofSeconds(40), Duration.ZERO, false);

		assertEquals(Duration.ofSeconds(55), settings.runLimit(FenceAction.OFF, Optional.of(PlugSelector.of("a"))));
		assertEquals(Duration.ofSeconds(128), settings.runLimit(FenceAction.OFF, Optional.of(PlugSelector.of("a,b,c"))));
		assertEquals(Duration.ofSeconds(168), settings.runLimit(FenceAction.REBOOT, Optional.of(PlugSelector.of("a,b"))));
		assertEquals(Duration.ofSeconds(55), settings.runLimit(FenceAction.LIST, Optional.empty()));
	}

	@Test
	void atLeastOneTryIsMade() {
		assertEquals(1, FenceSettings.of(options(Map.of("retry_on", 0)), false).powerOnTries());
	}

	private void findingTakes(Duration duration) {
		backEnd.onFind = () -> {
			stage.clock.advance(duration);
			return List.of(Stage.VM);
		};
	}

	private static FenceSettings settings(Duration delay, Duration power, Duration powerWait, boolean lifted) {
		return new FenceSettings(delay, Duration.ofSeconds(5), Duration.ofSeconds(3), power, powerWait, 1, false, false, PowerMethod.ONOFF, ",",
				lifted);
	}

	private static OptionValues options(Map<String, Object> values) {
		return new OptionValues(values, Set.of());
	}
}

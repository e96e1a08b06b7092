package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.engine.FenceOutcome.PlugOutcome;
import org.palisade.core.option.FenceAction;

/** Promise: several plugs in one call are all found before any is touched, and the call succeeds when each of them does. */
class SeveralPlugsTest {

	private static final Plug WEB = Stage.plug("vm-1", "web");
	private static final Plug DB = Stage.plug("vm-2", "db");

	private final Stage stage = new Stage();
	private final PlayedBackEnd backEnd = stage.backEnd;

	@BeforeEach
	void two() {
		stage.selector = Optional.of(PlugSelector.of("web,db"));
		stage.has(Map.of("web", WEB, "db", DB));
	}

	private static PlugState web(PowerState power) {
		return Stage.state(WEB, power);
	}

	private static PlugState db(PowerState power) {
		return Stage.state(DB, power);
	}

	private List<PlugOutcome> outcomes(FenceAction action, Achievement expected) {
		FenceOutcome.Succeeded succeeded = assertInstanceOf(FenceOutcome.Succeeded.class, stage.run(action));
		assertEquals(expected, succeeded.achievement());
		stage.assertLoggedOutOnce();
		return succeeded.plugs();
	}

	private FenceOutcome.Failed failure(FenceAction action) {
		FenceOutcome.Failed failed = assertInstanceOf(FenceOutcome.Failed.class, stage.run(action));
		stage.assertLoggedOutOnce();
		return failed;
	}

	private static PlugOutcome succeeded(String name, Achievement achievement) {
		return new PlugOutcome("/DC0/vm/" + name, new FenceOutcome.Succeeded(achievement));
	}

	@Test
	void eachIsPoweredOffAndVerified() {
		backEnd.reading(web(PowerState.ON), web(PowerState.OFF), db(PowerState.ON), db(PowerState.OFF)).changing(Stage.SEEN, Stage.SEEN);

		assertEquals(List.of(succeeded("web", Achievement.POWERED_OFF), succeeded("db", Achievement.POWERED_OFF)),
				outcomes(FenceAction.OFF, Achievement.POWERED_OFF));

		stage.assertCalls("validate", "open", "find", "find", "find", "read", "change OFF", "read", "read", "change OFF", "read", "close");
		assertEquals(List.of(WEB, DB), backEnd.changed);
	}

	@Test
	void theWholeTextIsTheNameOfAPlugFirst() {
		Plug comma = Stage.plug("vm-3", "web,db");
		stage.has(Map.of("web,db", comma, "web", WEB, "db", DB));
		backEnd.reading(Stage.state(comma, PowerState.ON), Stage.state(comma, PowerState.OFF)).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);

		assertEquals(List.of("web,db"), backEnd.searched);
		assertEquals(List.of(comma), backEnd.changed);
	}

	@Test
	void aSeparatorInFrontSeparatesNothing() {
		stage.selector = Optional.of(PlugSelector.of(",web"));
		backEnd.reading(web(PowerState.OFF));

		stage.assertAchieves(FenceAction.OFF, Achievement.ALREADY_OFF);

		assertEquals(List.of(",web", "web"), backEnd.searched);
	}

	@ParameterizedTest
	@EnumSource(names = { "ON", "OFF", "REBOOT", "STATUS", "MONITOR" })
	void oneThatIsMissingLeavesAllUntouched(FenceAction action) {
		stage.has(Map.of("web", WEB));

		FenceProblem problem = failure(action).problem();

		assertEquals(Kind.NOT_FOUND, problem.kind());
		assertTrue(problem.message().contains("\"db\""), problem.message());
		stage.assertCalls("validate", "open", "find", "find", "find", "close");
	}

	@Test
	void oneThatIsAmbiguousLeavesAllUntouched() {
		backEnd.onFind = () -> switch (backEnd.searched.size()) {
			case 1 -> List.of();
			case 2 -> List.of(WEB);
			default -> List.of(DB, Stage.plug("vm-9", "db"));
		};

		assertEquals(Kind.AMBIGUOUS, failure(FenceAction.OFF).problem().kind());
		stage.assertNotPowered();
	}

	@Test
	void aFailureOfOneIsAFailureOfAllAndTheOthersAreStillPoweredOff() {
		backEnd.reading(web(PowerState.ON), web(PowerState.ON), db(PowerState.ON), db(PowerState.OFF)).changing(Stage.FAILED, Stage.SEEN);

		FenceOutcome.Failed failed = failure(FenceAction.OFF);

		assertEquals("1 of 2 plugs failed; the first one: the host said no", failed.problem().message());
		assertInstanceOf(FenceOutcome.Failed.class, failed.plugs().get(0).outcome());
		assertEquals(succeeded("db", Achievement.POWERED_OFF), failed.plugs().get(1));
	}

	@Test
	void oneThatCannotBeVerifiedIsAFailureOfAll() {
		PlugState doubtful = new PlugState(DB, PowerState.OFF, Optional.of("no contact"));
		backEnd.reading(web(PowerState.OFF), db(PowerState.ON), doubtful).changing(Stage.SEEN);

		assertEquals(Kind.UNVERIFIED, failure(FenceAction.OFF).problem().kind());
	}

	@Test
	void aRebootPowersNoneOnBeforeAllAreOff() {
		backEnd.reading(web(PowerState.ON), web(PowerState.OFF), db(PowerState.ON), db(PowerState.OFF), web(PowerState.OFF), web(PowerState.ON),
				db(PowerState.OFF), db(PowerState.ON)).changing(Stage.SEEN, Stage.SEEN, Stage.SEEN, Stage.SEEN);

		assertEquals(List.of(succeeded("web", Achievement.REBOOTED), succeeded("db", Achievement.REBOOTED)),
				outcomes(FenceAction.REBOOT, Achievement.REBOOTED));

		stage.assertCalls("validate", "open", "find", "find", "find", "read", "change OFF", "read", "read", "change OFF", "read", "read",
				"change ON", "read", "read", "change ON", "read", "close");
		assertEquals(List.of(WEB, DB, WEB, DB), backEnd.changed);
	}

	@Test
	void aRebootThatFailsForOnePowersNoneOn() {
		backEnd.reading(web(PowerState.ON), web(PowerState.OFF), db(PowerState.ON), db(PowerState.ON)).changing(Stage.SEEN, Stage.FAILED);

		FenceOutcome.Failed failed = failure(FenceAction.REBOOT);

		assertEquals(List.of(succeeded("web", Achievement.POWERED_OFF)), failed.plugs().subList(0, 1));
		assertEquals(2, backEnd.changed.size());
	}

	@Test
	void aCycleResetsEach() {
		stage.settings = Stage.cycling();
		backEnd.operations = EnumSet.allOf(PowerOperation.class);
		backEnd.reading(web(PowerState.ON), web(PowerState.ON), db(PowerState.ON), db(PowerState.ON)).changing(Stage.SEEN, Stage.SEEN);

		outcomes(FenceAction.REBOOT, Achievement.REBOOTED);

		stage.assertCalls("validate", "open", "find", "find", "find", "read", "change CYCLE", "read", "read", "change CYCLE", "read", "close");
	}

	@ParameterizedTest
	@CsvSource({ "ON,ON,IS_ON", "ON,OFF,IS_ON", "OFF,ON,IS_ON", "OFF,OFF,IS_OFF", "OFF,SUSPENDED,IS_ON" })
	void theStatusIsOnIfAnyIsNotOff(PowerState first, PowerState second, Achievement expected) {
		backEnd.reading(web(first), db(second));

		outcomes(FenceAction.STATUS, expected);
	}

	@Test
	void theStatusIsUnknownIfThatOfOneIs() {
		backEnd.reading(web(PowerState.OFF), db(PowerState.UNKNOWN));

		assertEquals(Kind.UNVERIFIED, failure(FenceAction.STATUS).problem().kind());
	}

	@Test
	void alreadyOffIsSaidOnlyIfAllAre() {
		backEnd.reading(web(PowerState.OFF), db(PowerState.OFF));
		outcomes(FenceAction.OFF, Achievement.ALREADY_OFF);

		backEnd.calls.clear();
		backEnd.searched.clear();
		backEnd.reading(web(PowerState.OFF), db(PowerState.ON), db(PowerState.OFF)).changing(Stage.SEEN);
		outcomes(FenceAction.OFF, Achievement.POWERED_OFF);
	}

	@Test
	void oneThatHasToBePoweredOnIsPoweringOn() {
		backEnd.reading(web(PowerState.ON), db(PowerState.OFF), db(PowerState.ON)).changing(Stage.SEEN);

		assertEquals(List.of(succeeded("web", Achievement.ALREADY_ON), succeeded("db", Achievement.POWERED_ON)),
				outcomes(FenceAction.ON, Achievement.POWERED_ON));
	}

	@Test
	void aCancellationEndsTheRest() {
		backEnd.reads.add(() -> {
			throw Stage.problem(Kind.CANCELLED);
		});

		assertEquals(Kind.CANCELLED, failure(FenceAction.OFF).problem().kind());
		assertEquals(1, backEnd.calls.stream().filter("read"::equals).count());
	}

	@Test
	void theSameOneTwiceIsOne() {
		stage.selector = Optional.of(PlugSelector.of("web,/DC0/vm/web,"));
		stage.has(Map.of("web", WEB, "/DC0/vm/web", WEB));
		backEnd.reading(web(PowerState.OFF));

		stage.assertAchieves(FenceAction.OFF, Achievement.ALREADY_OFF);
	}

	@Test
	void oneThatIsMissingMayCountAsOff() {
		stage.has(Map.of("web", WEB));
		stage.settings = new FenceSettings(stage.settings.delay(), stage.settings.loginLimit(), stage.settings.answerLimit(),
				stage.settings.powerLimit(), stage.settings.powerWait(), 1, true, false, stage.settings.method(), ",", false);
		backEnd.reading(web(PowerState.OFF));

		assertEquals(List.of(succeeded("web", Achievement.ALREADY_OFF),
				new PlugOutcome("db", new FenceOutcome.Succeeded(Achievement.ALREADY_OFF))), outcomes(FenceAction.OFF, Achievement.ALREADY_OFF));
		stage.assertWarned("\"db\" does not exist");
	}

	@Test
	void monitorChecksEach() {
		assertEquals(new FenceOutcome.Succeeded(Achievement.USABLE), stage.run(FenceAction.MONITOR));

		stage.assertCalls("validate", "open", "find", "find", "find", "check", "check", "close");
	}

	@Test
	void thePasswordIsRemovedFromWhatIsToldAboutEach() {
		for (int i = 0; i < 2; i++) {
			backEnd.reads.add(() -> {
				throw new FenceException(Kind.PROTOCOL, "sent correct horse", "");
			});
		}

		FenceOutcome.Failed failed = failure(FenceAction.OFF);

		assertTrue(Stream.<Object>concat(failed.plugs().stream(), Stream.of(failed.problem())).noneMatch(text -> text.toString().contains("correct")),
				failed::toString);
	}
}

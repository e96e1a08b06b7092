package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.ListedPlug;
import org.palisade.api.PowerState;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;

/** Promise: what only asks tells no more than is known, and powers nothing. */
class QueryTest {

	private final Stage stage = new Stage();
	private final PlayedBackEnd backEnd = stage.backEnd;

	@Test
	void onIsOn() {
		backEnd.reading(Stage.on());

		stage.assertAchieves(FenceAction.STATUS, Achievement.IS_ON);
		stage.assertCalls("validate", "open", "find", "read", "close");
		assertEquals(List.of(), stage.warnings);
	}

	@Test
	void offBeyondDoubtIsOff() {
		backEnd.reading(Stage.off());

		stage.assertAchieves(FenceAction.STATUS, Achievement.IS_OFF);
	}

	@Test
	void suspendedIsNotOffAndIsSaidToBeSuspended() {
		backEnd.reading(Stage.state(PowerState.SUSPENDED));

		stage.assertAchieves(FenceAction.STATUS, Achievement.IS_ON);
		stage.assertWarned("suspended");
	}

	@ParameterizedTest
	@EnumSource(PowerState.class)
	void aDoubtfulStateIsNoStatus(PowerState power) {
		backEnd.reading(Stage.doubtful(power));

		FenceProblem problem = stage.assertFails(FenceAction.STATUS, Kind.UNVERIFIED);

		assertTrue(problem.message().contains("the host is disconnected"), problem.message());
	}

	@Test
	void anUnknownStateIsNoStatus() {
		backEnd.reading(Stage.state(PowerState.UNKNOWN));

		stage.assertFails(FenceAction.STATUS, Kind.UNVERIFIED);
	}

	@Test
	void theStatusOfAnotherObjectIsNotReported() {
		backEnd.reading(Stage.state(Stage.plug("vm-2", "web"), PowerState.OFF));

		stage.assertFails(FenceAction.STATUS, Kind.REFUSED);
	}

	@Test
	void monitorChecksForThePlug() {
		stage.assertAchieves(FenceAction.MONITOR, Achievement.USABLE);

		assertEquals(Optional.of(Stage.VM), backEnd.checked);
		stage.assertCalls("validate", "open", "find", "check", "close");
	}

	@Test
	void monitorWorksWithoutAPlug() {
		stage.selector = Optional.empty();

		stage.assertAchieves(FenceAction.MONITOR, Achievement.USABLE);

		assertEquals(Optional.empty(), backEnd.checked);
		stage.assertCalls("validate", "open", "check", "close");
	}

	@Test
	void monitorFailsWhenFencingWould() {
		backEnd.onCheck = () -> {
			throw Stage.problem(Kind.PRIVILEGE);
		};

		stage.assertFails(FenceAction.MONITOR, Kind.PRIVILEGE);
		stage.assertLoggedOutOnce();
	}

	@Test
	void rowsAreHandedOn() {
		List<ListedPlug> rows = List.of(new ListedPlug("a", "1", PowerState.ON), new ListedPlug("b", "2", PowerState.OFF));
		backEnd.onList = () -> rows;

		stage.assertAchieves(FenceAction.LIST, Achievement.LISTED);

		assertFalse(backEnd.listedWithPower);
		assertEquals(rows, stage.rows);
	}

	@Test
	void listStatusAsksForThePower() {
		stage.assertAchieves(FenceAction.LIST_STATUS, Achievement.LISTED);

		assertTrue(backEnd.listedWithPower);
	}

	@Test
	void anIncompleteListIsAFailure() {
		backEnd.onList = () -> {
			throw Stage.problem(Kind.TCP);
		};

		stage.assertFails(FenceAction.LIST, Kind.TCP);
		stage.assertLoggedOutOnce();
	}

	@Test
	void validateAllOpensNoConnection() {
		assertEquals(new FenceOutcome.Succeeded(Achievement.VALID), stage.run(FenceAction.VALIDATE_ALL));

		stage.assertCalls("validate");
	}

	@ParameterizedTest
	@EnumSource(value = FenceAction.class, names = { "METADATA", "MANPAGE" }, mode = EnumSource.Mode.EXCLUDE)
	void unsoundOptionsOpenNoConnection(FenceAction action) {
		backEnd.onValidate = () -> {
			throw Stage.problem(Kind.OPTION);
		};

		stage.assertFails(action, Kind.OPTION);
		stage.assertCalls("validate");
	}

	@ParameterizedTest
	@EnumSource(names = { "ON", "OFF", "REBOOT", "STATUS", "VALIDATE_ALL" })
	void aRequestWithoutItsPlugCannotBeMade(FenceAction action) {
		stage.selector = Optional.empty();

		assertThrows(IllegalArgumentException.class, () -> stage.run(action));
	}

	@Test
	void metadataIsNotTheEngines() {
		assertThrows(IllegalArgumentException.class, () -> stage.run(FenceAction.METADATA));
	}
}

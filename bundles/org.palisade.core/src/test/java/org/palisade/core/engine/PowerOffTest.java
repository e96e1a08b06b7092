package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PowerState;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;

/** Promise: off is reported only after this very plug was read back as off. */
class PowerOffTest {

	private static final Plug RENAMED = new Plug(Stage.VM.id(), "renamed", Stage.VM.path(), Stage.VM.uuids(), false);
	private static final Plug REPLACED = new Plug(Stage.VM.id(), Stage.VM.name(), Stage.VM.path(), Optional.of("another uuid"), false);

	private final Stage stage = new Stage();
	private final PlayedBackEnd backEnd = stage.backEnd;

	@Test
	void offIsVerifiedByReadingItBack() {
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);

		stage.assertCalls("validate", "open", "find", "read", "change OFF", "read", "close");
		assertEquals(List.of(), stage.warnings);
		stage.assertDetailed("vm-1");
	}

	@Test
	void alreadyOffIsASuccessWithoutActing() {
		backEnd.reading(Stage.off());

		stage.assertAchieves(FenceAction.OFF, Achievement.ALREADY_OFF);

		stage.assertCalls("validate", "open", "find", "read", "close");
	}

	@Test
	void aDoubtfulOffIsNoSuccess() {
		backEnd.reading(Stage.doubtful(PowerState.OFF));

		FenceProblem problem = stage.assertFails(FenceAction.OFF, Kind.UNVERIFIED);

		assertTrue(problem.message().contains("the host is disconnected"), problem.message());
		stage.assertNotPowered();
		stage.assertLoggedOutOnce();
	}

	@Test
	void anUnknownStateIsTriedToBePoweredOff() {
		backEnd.reading(Stage.state(PowerState.UNKNOWN), Stage.off()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);
	}

	static List<Plug> otherIdentities() {
		return List.of(Stage.plug("vm-2", "web"), RENAMED, REPLACED);
	}

	@ParameterizedTest
	@MethodSource("otherIdentities")
	void anotherIdentityBeforeTheOperationIsRefused(Plug other) {
		backEnd.reading(Stage.state(other, PowerState.ON));

		FenceProblem problem = stage.assertFails(FenceAction.OFF, Kind.REFUSED);

		assertTrue(problem.message().contains("is no longer the object that was looked up"), problem.message());
		stage.assertNotPowered();
		stage.assertLoggedOutOnce();
	}

	@ParameterizedTest
	@MethodSource("otherIdentities")
	void anotherIdentityIsRefusedEvenIfItIsOff(Plug other) {
		backEnd.reading(Stage.state(other, PowerState.OFF));

		stage.assertFails(FenceAction.OFF, Kind.REFUSED);
	}

	@Test
	void aPlugThatBecameATemplateIsRefused() {
		Plug template = new Plug(Stage.VM.id(), Stage.VM.name(), Stage.VM.path(), Stage.VM.uuids(), true);
		backEnd.reading(Stage.state(template, PowerState.ON));

		stage.assertFails(FenceAction.OFF, Kind.REFUSED);
		stage.assertNotPowered();
	}

	@Test
	void aMoveBetweenTheReadsIsNoOtherIdentity() {
		Plug moved = new Plug(Stage.VM.id(), Stage.VM.name(), "/DC0/vm/elsewhere/web", Stage.VM.uuids(), false);
		backEnd.reading(Stage.state(moved, PowerState.ON), Stage.state(moved, PowerState.OFF)).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);
	}

	@Test
	void goneBeforeTheOperationIsAFailure() {
		backEnd.reads.add(() -> {
			throw Stage.problem(Kind.NOT_FOUND);
		});

		stage.assertFails(FenceAction.OFF, Kind.NOT_FOUND);
		stage.assertNotPowered();
	}

	@Test
	void theBackEndsWordAloneIsNotBelieved() {
		backEnd.reading(Stage.on(), Stage.doubtful(PowerState.OFF)).changing(Stage.SEEN);

		FenceProblem problem = stage.assertFails(FenceAction.OFF, Kind.UNVERIFIED);

		assertTrue(problem.message().contains("the host is disconnected"), problem.message());
		stage.assertLoggedOutOnce();
	}

	@ParameterizedTest
	@EnumSource(names = { "SUSPENDED", "UNKNOWN" })
	void whatIsReadBackAsNeitherOnNorOffIsNotVerified(PowerState power) {
		backEnd.reading(Stage.on(), Stage.state(power)).changing(Stage.SEEN);

		FenceProblem problem = stage.assertFails(FenceAction.OFF, Kind.UNVERIFIED);

		assertTrue(problem.message().contains(power.name()), problem.message());
	}

	@Test
	void anotherObjectThatIsReadBackAsOffIsNoSuccess() {
		backEnd.reading(Stage.on(), Stage.state(Stage.plug("vm-2", "web"), PowerState.OFF)).changing(Stage.SEEN);

		stage.assertFails(FenceAction.OFF, Kind.REFUSED);
		stage.assertLoggedOutOnce();
	}

	@Test
	void anotherUuidThatIsReadBackAsOffIsNoSuccess() {
		backEnd.reading(Stage.on(), Stage.state(REPLACED, PowerState.OFF)).changing(Stage.SEEN);

		stage.assertFails(FenceAction.OFF, Kind.REFUSED);
	}

	@Test
	void aRenamingAfterTheOperationDoesNotUndoIt() {
		backEnd.reading(Stage.on(), Stage.state(RENAMED, PowerState.OFF)).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);
	}

	@Test
	void turnedOnBySomebodyElseInBetweenWarnsAndSucceeds() {
		backEnd.reading(Stage.on(), Stage.on()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);

		stage.assertWarned("turned on by somebody else");
	}

	@Test
	void aDoubtfulOnAfterTheOperationIsNotVerified() {
		backEnd.reading(Stage.on(), Stage.doubtful(PowerState.ON)).changing(Stage.SEEN);

		stage.assertFails(FenceAction.OFF, Kind.UNVERIFIED);
	}

	@Test
	void goneAfterItWasSeenOffWarnsAndSucceeds() {
		backEnd.reading(Stage.on()).changing(Stage.SEEN).reads.add(() -> {
			throw Stage.problem(Kind.NOT_FOUND);
		});

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);

		stage.assertWarned("does not exist any more");
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = "NOT_FOUND", mode = EnumSource.Mode.EXCLUDE)
	void whatCannotBeReadBackIsNoSuccess(Kind kind) {
		backEnd.reading(Stage.on()).changing(Stage.SEEN).reads.add(() -> {
			throw Stage.problem(kind);
		});

		stage.assertFails(FenceAction.OFF, kind);
		stage.assertLoggedOutOnce();
	}

	@Test
	void anErrorOfTheTaskIsToldWhenThePlugIsOffNevertheless() {
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.FAILED);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);

		stage.assertWarned("the host said no");
	}

	@ParameterizedTest
	@EnumSource(names = { "ON", "UNKNOWN" })
	void anErrorOfTheTaskIsAFailureUnlessThePlugIsOff(PowerState after) {
		backEnd.reading(Stage.on(), Stage.state(after)).changing(Stage.FAILED);

		FenceProblem problem = stage.assertFails(FenceAction.OFF, Kind.TASK);

		assertEquals(new FenceProblem(Kind.TASK, "the host said no", "ask the host"), problem);
	}

	@Test
	void anErrorOfTheTaskIsAFailureWhenOffIsDoubtful() {
		backEnd.reading(Stage.on(), Stage.doubtful(PowerState.OFF)).changing(Stage.FAILED);

		FenceProblem problem = stage.assertFails(FenceAction.OFF, Kind.TASK);

		assertEquals("the host said no; the host is disconnected", problem.message());
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = "CANCELLED", mode = EnumSource.Mode.EXCLUDE)
	void anErrorOfTheTaskIsAFailureWhenNothingCanBeReadBack(Kind kind) {
		backEnd.reading(Stage.on()).changing(Stage.FAILED).reads.add(() -> {
			throw Stage.problem(kind);
		});

		stage.assertFails(FenceAction.OFF, Kind.TASK);
		stage.assertWarned("this went wrong");
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void anUnknownOutcomeOfTheOperationIsAFailure(Kind kind) {
		backEnd.reading(Stage.on()).changes.add(() -> {
			throw Stage.problem(kind);
		});

		stage.assertFails(FenceAction.OFF, kind);
		stage.assertLoggedOutOnce();
	}

	@Test
	void suspendedIsNotOffAndIsPoweredOff() {
		backEnd.reading(Stage.state(PowerState.SUSPENDED), Stage.off()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);
		stage.assertCalls("validate", "open", "find", "read", "change OFF", "read", "close");
	}

	@Test
	void suspendedThatCannotBePoweredOffSaysSo() {
		backEnd.reading(Stage.state(PowerState.SUSPENDED), Stage.state(PowerState.SUSPENDED)).changing(Stage.FAILED);

		FenceProblem problem = stage.assertFails(FenceAction.OFF, Kind.TASK);

		assertTrue(problem.message().contains("suspended"), problem.message());
		assertTrue(problem.message().contains("the host said no"), problem.message());
		assertTrue(problem.advice().contains("power it off by hand"), problem.advice());
	}

	@Test
	void powerWaitLiesBetweenTheOperationAndReadingItBack() {
		stage.settings = Stage.settings(Duration.ZERO, Duration.ofSeconds(7), 1);
		backEnd.reading(Stage.on(), Stage.off()).changing(Stage.SEEN);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);

		stage.assertCalls("validate", "open", "find", "read", "change OFF", "wait", "read", "close");
		assertEquals(List.of(Duration.ofSeconds(7)), stage.waits);
	}
}

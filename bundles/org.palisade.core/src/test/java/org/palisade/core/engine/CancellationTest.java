package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.core.option.FenceAction;

/** Promise: a caller who gave up gets no success, nothing is begun for them, and the session is closed. */
class CancellationTest {

	private final Stage stage = new Stage();
	private final PlayedBackEnd backEnd = stage.backEnd;

	@Test
	void beforeTheRunNothingIsOpened() {
		stage.cancellation.request();

		stage.assertFails(FenceAction.OFF, Kind.CANCELLED);
		stage.assertCalls("validate");
	}

	@Test
	void duringTheDelayNothingIsOpened() {
		stage.settings = Stage.settings(Duration.ofSeconds(30), Duration.ZERO, 1);
		stage.onWait = stage.cancellation::request;

		stage.assertFails(FenceAction.OFF, Kind.CANCELLED);
		stage.assertCalls("validate", "wait");
	}

	@ParameterizedTest
	@EnumSource(names = { "OFF", "LIST" })
	void duringTheLogInNothingIsLookedUpOrListed(FenceAction action) {
		backEnd.onOpen = () -> {
			stage.cancellation.request();
			return null;
		};

		stage.assertFails(action, Kind.CANCELLED);
		stage.assertCalls("validate", "open", "close");
	}

	@ParameterizedTest
	@EnumSource(names = { "OFF", "MONITOR" })
	void duringTheLookUpNothingIsReadOrChecked(FenceAction action) {
		backEnd.onFind = () -> {
			stage.cancellation.request();
			return List.of(Stage.VM);
		};

		stage.assertFails(action, Kind.CANCELLED);
		stage.assertCalls("validate", "open", "find", "close");
	}

	@ParameterizedTest
	@EnumSource(names = { "OFF", "REBOOT" })
	void duringTheFirstReadNothingIsPowered(FenceAction action) {
		backEnd.reads.add(() -> {
			stage.cancellation.request();
			return Stage.on();
		});

		stage.assertFails(action, Kind.CANCELLED);
		stage.assertCalls("validate", "open", "find", "read", "close");
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 3 })
	void duringTheOperationNobodyWaitsAndNothingIsReadBack(long powerWait) {
		stage.settings = Stage.settings(Duration.ZERO, Duration.ofSeconds(powerWait), 1);
		backEnd.reading(Stage.on()).changes.add(() -> {
			stage.cancellation.request();
			return Stage.SEEN;
		});

		stage.assertFails(FenceAction.OFF, Kind.CANCELLED);
		stage.assertCalls("validate", "open", "find", "read", "change OFF", "close");
	}

	@Test
	void duringAFailedOperationItIsStillCancelled() {
		backEnd.reading(Stage.on()).changes.add(() -> {
			stage.cancellation.request();
			return Stage.FAILED;
		});

		stage.assertFails(FenceAction.OFF, Kind.CANCELLED);
		stage.assertLoggedOutOnce();
	}

	@Test
	void duringPowerWaitNothingIsReadBack() {
		stage.settings = Stage.settings(Duration.ZERO, Duration.ofSeconds(3), 1);
		stage.onWait = stage.cancellation::request;
		backEnd.reading(Stage.on()).changing(Stage.SEEN);

		stage.assertFails(FenceAction.OFF, Kind.CANCELLED);
		stage.assertCalls("validate", "open", "find", "read", "change OFF", "wait", "close");
	}

	@ParameterizedTest
	@EnumSource(names = { "OFF", "REBOOT" })
	void duringTheReadBackThereIsNoSuccessAndNoPoweringOn(FenceAction action) {
		backEnd.reading(Stage.on()).changing(Stage.SEEN).reads.add(() -> {
			stage.cancellation.request();
			return Stage.off();
		});

		stage.assertFails(action, Kind.CANCELLED);
		stage.assertCalls("validate", "open", "find", "read", "change OFF", "read", "close");
	}

	@Test
	void duringTheLogOutThereIsNoSuccess() {
		backEnd.reading(Stage.off());
		backEnd.onClose = stage.cancellation::request;

		stage.assertFails(FenceAction.OFF, Kind.CANCELLED);
		stage.assertLoggedOutOnce();
	}

	@ParameterizedTest
	@EnumSource(names = { "STATUS", "MONITOR", "LIST", "LIST_STATUS" })
	void duringAQueryThereIsNoSuccess(FenceAction action) {
		backEnd.reads.add(() -> {
			stage.cancellation.request();
			return Stage.off();
		});
		backEnd.onCheck = () -> {
			stage.cancellation.request();
			return null;
		};
		backEnd.onList = () -> {
			stage.cancellation.request();
			return List.of();
		};

		stage.assertFails(action, Kind.CANCELLED);
		stage.assertLoggedOutOnce();
	}

	@Test
	void theLogOutHasAGraceOfItsOwn() {
		backEnd.onFind = () -> {
			stage.cancellation.request();
			throw Stage.problem(Kind.CANCELLED);
		};

		stage.assertFails(FenceAction.OFF, Kind.CANCELLED);

		assertEquals(Duration.ofSeconds(1), backEnd.closeLimit);
	}

	@Test
	void theSessionSeesTheCancellation() {
		backEnd.reading(Stage.on());

		stage.run(FenceAction.STATUS);

		assertSame(stage.cancellation, backEnd.context.cancellation());
	}

	@Test
	void anInterruptEndsTheRunAndStaysPending() {
		backEnd.reads.add(() -> {
			Thread.currentThread().interrupt();
			return Stage.on();
		});

		stage.assertFails(FenceAction.OFF, Kind.CANCELLED);

		assertTrue(Thread.interrupted());
		stage.assertNotPowered();
		stage.assertLoggedOutOnce();
	}
}

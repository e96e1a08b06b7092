package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerChange;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.Secret;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;

/** Promise: whatever a back end does, the run ends in an outcome, the session is closed once, and no secret gets out. */
class FailureTest {

	private static final String PASSWORD = "correct horse";

	/** A step of a run in which something can go wrong. */
	private enum Step {
		VALIDATE, OPEN, FIND, READ, CHANGE, READ_BACK, CHECK, LIST;

		FenceAction action() {
			return this == CHECK ? FenceAction.MONITOR : this == LIST ? FenceAction.LIST : FenceAction.OFF;
		}

		boolean needsLogOut() {
			return this != VALIDATE && this != OPEN;
		}
	}

	private final Stage stage = new Stage();
	private final PlayedBackEnd backEnd = stage.backEnd;

	@ParameterizedTest
	@EnumSource
	void aProblemInAnyStepIsTheOutcome(Step step) {
		failAt(step, () -> {
			throw Stage.problem(Kind.PROTOCOL);
		});

		FenceProblem problem = stage.assertFails(step.action(), Kind.PROTOCOL);

		assertEquals(new FenceProblem(Kind.PROTOCOL, "this went wrong", "do that"), problem);
		assertClosed(step);
	}

	@ParameterizedTest
	@EnumSource
	void aCrashInAnyStepNamesTheBackEndAndTheException(Step step) {
		failAt(step, () -> {
			throw new UnsupportedOperationException("internal");
		});

		FenceProblem problem = stage.assertFails(step.action(), Kind.PROTOCOL);

		assertTrue(problem.message().contains("played"), problem.message());
		assertTrue(problem.message().contains("java.lang.UnsupportedOperationException"), problem.message());
		assertFalse(problem.message().contains("internal"), problem.message());
		assertTrue(stage.details.stream().anyMatch(detail -> detail.contains("internal")), "the details hold the stack trace");
		assertClosed(step);
	}

	@ParameterizedTest
	@EnumSource
	void aMissingClassInAnyStepIsTheOutcomeToo(Step step) {
		failAt(step, () -> {
			throw new NoClassDefFoundError("com/example/Missing");
		});

		FenceProblem problem = stage.assertFails(step.action(), Kind.PROTOCOL);

		assertTrue(problem.message().contains("NoClassDefFoundError"), problem.message());
		assertClosed(step);
	}

	@ParameterizedTest
	@EnumSource
	void thePasswordIsRemovedFromTheProblemOfAnyStep(Step step) {
		failAt(step, () -> {
			throw new FenceException(new FenceProblem(Kind.PROTOCOL, "sent <password>" + PASSWORD + "</password>", "not " + PASSWORD),
					new IllegalStateException("cause with " + PASSWORD));
		});

		FenceProblem problem = stage.assertFails(step.action(), Kind.PROTOCOL);

		assertEquals("sent <password>********</password>", problem.message());
		assertTextsHoldNo(PASSWORD, problem);
	}

	@ParameterizedTest
	@EnumSource
	void thePasswordIsRemovedFromTheCrashOfAnyStep(Step step) {
		failAt(step, () -> {
			throw new IllegalStateException("with " + PASSWORD);
		});

		assertTextsHoldNo(PASSWORD, stage.assertFails(step.action(), Kind.PROTOCOL));
		assertFalse(stage.details.isEmpty());
	}

	@Test
	void thePasswordIsRemovedFromWarningsAndDetailsOfTheBackEnd() {
		backEnd.onOpen = () -> {
			backEnd.context.diagnostics().warning("warning " + PASSWORD);
			backEnd.context.diagnostics().detail("detail " + PASSWORD);
			return null;
		};
		backEnd.reading(Stage.on());

		stage.run(FenceAction.STATUS);

		assertTrue(stage.warnings.contains("warning ********"), stage.warnings::toString);
		assertTrue(stage.details.contains("detail ********"), stage.details::toString);
	}

	@Test
	void thePasswordIsRemovedFromTheErrorOfATask() {
		PowerChange failed = new PowerChange.Failed(new FenceProblem(Kind.TASK, "no " + PASSWORD, ""));
		backEnd.reading(Stage.on(), Stage.off()).changing(failed);

		stage.assertAchieves(FenceAction.OFF, Achievement.POWERED_OFF);

		stage.assertWarned("no ********");
	}

	@Test
	void theBackEndsOwnSecretsAreRemovedToo() {
		backEnd.options = List.of(OptionDeclaration.of("token", OptionType.SECRET, "a token"));
		stage.options.put("token", Secret.of("abra-cadabra"));
		backEnd.onFind = () -> {
			throw new FenceException(Kind.PROTOCOL, "token abra-cadabra expired", "");
		};

		assertEquals("token ******** expired", stage.assertFails(FenceAction.OFF, Kind.PROTOCOL).message());
	}

	@Test
	void aPasswordThatIsAWordDoesNotMakeOurTextsUnreadable() {
		stage.options.put("password", Secret.of("wrong"));
		backEnd.onOpen = () -> {
			throw new FenceException(new FenceProblem(Kind.LOGIN, "login failed", "the account may be locked after several wrong passwords"),
					new IllegalStateException("sent wrong"));
		};

		assertEquals("the account may be locked after several wrong passwords", stage.assertFails(FenceAction.OFF, Kind.LOGIN).advice());

		assertTrue(stage.details.stream().anyMatch(detail -> detail.contains("sent ********")), stage.details::toString);
	}

	@ParameterizedTest
	@ValueSource(strings = { "wrong1", "wr-ong", "correcthorsebatterystaple", "0" })
	void aPasswordThatIsNoWordIsRemovedFromTheTextsOfABackEnd(String password) {
		stage.options.put("password", Secret.of(password));
		backEnd.onOpen = () -> {
			throw new FenceException(Kind.LOGIN, "sent " + password, "");
		};

		assertEquals("sent ********", stage.assertFails(FenceAction.OFF, Kind.LOGIN).message());
	}

	@ParameterizedTest
	@ValueSource(strings = { "OFF", "STATUS" })
	void aCrashWhileClosingDoesNotChangeTheOutcome(FenceAction action) {
		backEnd.reading(Stage.off());
		backEnd.onClose = () -> {
			throw new IllegalStateException("cannot close");
		};

		stage.assertAchieves(action, action == FenceAction.OFF ? Achievement.ALREADY_OFF : Achievement.IS_OFF);

		stage.assertWarned("IllegalStateException");
		stage.assertDetailed("cannot close");
	}

	@Test
	void aCrashWhileClosingDoesNotHideTheProblem() {
		backEnd.onFind = List::of;
		backEnd.onClose = () -> {
			throw new IllegalStateException("cannot close");
		};

		stage.assertFails(FenceAction.OFF, Kind.NOT_FOUND);
	}

	private void failAt(Step step, PlayedBackEnd.Part<?> failure) {
		switch (step) {
			case VALIDATE -> backEnd.onValidate = failing(failure);
			case OPEN -> backEnd.onOpen = failing(failure);
			case FIND -> backEnd.onFind = failing(failure);
			case READ -> backEnd.reads.add(failing(failure));
			case CHANGE -> backEnd.reading(Stage.on()).changes.add(failing(failure));
			case READ_BACK -> backEnd.reading(Stage.on()).changing(Stage.SEEN).reads.add(failing(failure));
			case CHECK -> backEnd.onCheck = failing(failure);
			case LIST -> backEnd.onList = failing(failure);
		}
	}

	private static <T> PlayedBackEnd.Part<T> failing(PlayedBackEnd.Part<?> failure) {
		return () -> {
			failure.play();
			throw new AssertionError("the failure did not fail");
		};
	}

	private void assertClosed(Step step) {
		if (step.needsLogOut()) {
			stage.assertLoggedOutOnce();
		} else {
			assertFalse(backEnd.calls.contains("close"), backEnd.calls::toString);
		}
	}

	private void assertTextsHoldNo(String secret, FenceProblem problem) {
		List<String> texts = new ArrayList<>(stage.warnings);
		texts.addAll(stage.details);
		texts.add(problem.message());
		texts.add(problem.advice());
		assertFalse(texts.stream().anyMatch(text -> text.contains(secret)), texts::toString);
	}
}

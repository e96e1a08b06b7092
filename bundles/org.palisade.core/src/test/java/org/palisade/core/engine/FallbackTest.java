package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerOperation;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.Secret;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;

/** Promise: the other back end is used when it is allowed and the server does not offer the interface of the first one, and never else. */
class FallbackTest {

	private final Stage stage = new Stage();
	private final PlayedBackEnd other = new PlayedBackEnd();

	@BeforeEach
	void allowIt() {
		stage.fallback = other;
		other.onFind = () -> List.of(Stage.VM);
		other.reading(Stage.on(), Stage.off()).changing(Stage.SEEN);
	}

	private void failToOpen(Kind kind) {
		stage.backEnd.onOpen = () -> {
			throw Stage.problem(kind);
		};
	}

	@Test
	void theOtherOneFencesWithAWarning() {
		failToOpen(Kind.NOT_OFFERED);

		assertEquals(new FenceOutcome.Succeeded(Achievement.POWERED_OFF), stage.run(FenceAction.OFF));

		stage.assertCalls("validate", "open");
		assertEquals(List.of("validate", "open", "find", "read", "change OFF", "read", "close"), other.calls);
		stage.assertWarned("this went wrong; changing over to back end played");
		assertEquals(1, stage.warnings.size());
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NOT_OFFERED")
	void noOtherFailureOpensIt(Kind kind) {
		failToOpen(kind);

		stage.assertFails(FenceAction.OFF, kind);

		assertEquals(List.of("validate"), other.calls);
		assertEquals(List.of(), stage.warnings);
	}

	@Test
	void itIsNotOpenedOnceTheFirstOneIsOpen() {
		stage.backEnd.onFind = () -> {
			throw Stage.problem(Kind.NOT_OFFERED);
		};

		stage.assertFails(FenceAction.OFF, Kind.NOT_OFFERED);

		stage.assertLoggedOutOnce();
		assertEquals(List.of("validate"), other.calls);
	}

	@Test
	void withoutOneTheFailureIsTheOutcome() {
		stage.fallback = null;
		failToOpen(Kind.NOT_OFFERED);

		stage.assertFails(FenceAction.OFF, Kind.NOT_OFFERED);
	}

	@Test
	void thereIsNoThirdAttempt() {
		failToOpen(Kind.NOT_OFFERED);
		other.onOpen = () -> {
			throw Stage.problem(Kind.NOT_OFFERED);
		};

		stage.assertFails(FenceAction.OFF, Kind.NOT_OFFERED);

		stage.assertCalls("validate", "open");
		assertEquals(List.of("validate", "open"), other.calls);
	}

	@Test
	void bothShareTheTimeForLoggingIn() {
		stage.backEnd.onOpen = () -> {
			stage.clock.advance(Duration.ofSeconds(2));
			throw Stage.problem(Kind.NOT_OFFERED);
		};

		stage.run(FenceAction.OFF);

		assertEquals(stage.backEnd.openLimit.minusSeconds(2), other.openLimit);
	}

	@Test
	void itIsNotOpenedForACallerWhoHasGivenUp() {
		stage.backEnd.onOpen = () -> {
			stage.cancellation.request();
			throw Stage.problem(Kind.NOT_OFFERED);
		};

		stage.assertFails(FenceAction.OFF, Kind.CANCELLED);

		assertEquals(List.of("validate"), other.calls);
	}

	@Test
	void itsOptionsAreCheckedFromTheStart() {
		other.onValidate = () -> {
			throw Stage.problem(Kind.OPTION);
		};

		stage.assertFails(FenceAction.VALIDATE_ALL, Kind.OPTION);
		stage.assertFails(FenceAction.OFF, Kind.OPTION);

		assertTrue(!stage.backEnd.calls.contains("open"), stage.backEnd.calls::toString);
	}

	@Test
	void itHasToKnowTheMethodAsWell() {
		stage.settings = Stage.cycling();
		stage.backEnd.operations = EnumSet.allOf(PowerOperation.class);

		stage.assertFails(FenceAction.MONITOR, Kind.OPTION);
	}

	@Test
	void itsSecretsAreKeptFromTheStart() {
		other.options = List.of(OptionDeclaration.of("token", OptionType.SECRET, "a token"));
		stage.options.put("token", Secret.of("battery staple"));
		stage.backEnd.onValidate = () -> {
			throw new IllegalStateException("it was battery staple");
		};

		stage.assertFails(FenceAction.OFF, Kind.PROTOCOL);

		assertTrue(!stage.details.isEmpty() && stage.details.stream().noneMatch(detail -> detail.contains("battery")), stage.details::toString);
	}
}

package org.palisade.tck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.StandardOptions;

/** What a back end says of itself, and its check of option values. */
interface OptionChecks extends Checks {

	@Test
	default void theTypeIsOfLowerCaseLettersAndDigits() {
		String type = bench().backEnd().type();

		assertTrue(type.matches("[a-z0-9]+"), () -> "not of lower-case letters and digits: " + type);
	}

	@Test
	default void theSummaryIsOneLine() {
		assertOneLine("the summary", bench().backEnd().summary());
	}

	@Test
	default void theOptionsAreDescribedInOneLine() {
		assertAll(bench().backEnd().options().stream()
				.map(declaration -> () -> assertOneLine("the description of " + declaration.name(), declaration.description())));
	}

	@Test
	default void theOptionsAreOfTheBackEndsOwn() {
		for (OptionDeclaration declaration : bench().backEnd().options()) {
			assertFalse(Values.standardNames().contains(declaration.name()),
					() -> declaration.name() + " is a standard option: read it, and do not declare it");
		}
	}

	@Test
	default void noNameOrLetterIsDeclaredTwice() {
		Set<String> keys = new HashSet<>();
		Set<Character> letters = new HashSet<>();
		for (OptionDeclaration declaration : bench().backEnd().options()) {
			Set<String> own = new HashSet<>(declaration.oldNames());
			own.add(declaration.name());
			own.add(declaration.longOption().replace('-', '_'));
			own.forEach(key -> assertTrue(keys.add(key), () -> "declared twice: " + key));
			declaration.letter().ifPresent(letter -> assertTrue(letters.add(letter), () -> "declared twice: -" + letter));
		}
	}

	@Test
	default void eachDefaultIsAValueOfItsOption() {
		for (OptionDeclaration declaration : bench().backEnd().options()) {
			declaration.defaultValue().ifPresent(text -> assertTrue(Values.isValue(declaration, text),
					() -> "the default of " + declaration.name() + " is no value of it: " + text));
		}
	}

	@Test
	default void aScriptPrintsASecretThatExists() {
		Set<String> secrets = new HashSet<>(Set.of(StandardOptions.PASSWORD));
		bench().backEnd().options().stream().filter(declaration -> declaration.type() == OptionType.SECRET)
				.forEach(declaration -> secrets.add(declaration.name()));
		for (OptionDeclaration declaration : bench().backEnd().options()) {
			declaration.scriptFor().ifPresent(secret -> assertTrue(secrets.contains(secret),
					() -> declaration.name() + " prints " + secret + ", which is not declared as a SECRET"));
		}
	}

	@Test
	default void theRequiredOptionsExist() {
		FenceBackEnd backEnd = bench().backEnd();
		Set<String> existing = new HashSet<>(Values.standardNames());
		backEnd.options().forEach(declaration -> existing.add(declaration.name()));

		assertTrue(existing.containsAll(backEnd.requiredOptions()),
				() -> "required, but neither declared nor a standard option: " + without(backEnd.requiredOptions(), existing));
	}

	@Test
	default void theDeclarationsAreTheSameEachTime() {
		FenceBackEnd backEnd = bench().backEnd();

		assertEquals(backEnd.type(), backEnd.type());
		assertEquals(backEnd.options(), backEnd.options());
		assertEquals(backEnd.requiredOptions(), backEnd.requiredOptions());
	}

	@Test
	default void theTestBedGivesWhatIsRequired() {
		Set<String> given = new HashSet<>(bench().bed().options().keySet());
		bench().backEnd().options().stream().filter(declaration -> declaration.defaultValue().isPresent())
				.forEach(declaration -> given.add(declaration.name()));

		assertEquals(Set.of(), without(bench().backEnd().requiredOptions(), given), "a session opens without these, so they are not required");
	}

	@Test
	default void goodValuesAreValid() {
		assertDoesNotThrow(() -> bench().backEnd().validate(bench().options()));
	}

	@Test
	default void aPasswordThatIsStillToComeIsNotMissed() {
		Map<String, Object> given = new HashMap<>(bench().bed().options());
		assumeTrue(given.remove(StandardOptions.PASSWORD) != null, "the test bed needs no password");

		assertDoesNotThrow(() -> bench().backEnd().validate(Values.of(bench().backEnd().options(), given)),
				"the password may come from a script, which runs when the session is opened");
	}

	@Test
	default void aMalformedValueIsRefusedByTheNameOfItsOption() {
		Map<String, Object> malformed = bench().bed().malformedOptions();
		assumeFalse(malformed.isEmpty(), "the test bed names no malformed values");

		malformed.forEach((name, value) -> {
			FenceProblem problem = Expect.problem(FenceProblem.Kind.OPTION, "validate with a malformed " + name,
					() -> bench().backEnd().validate(bench().options(Map.of(name, value))));
			assertTrue((problem.message() + problem.advice()).contains(name), () -> "does not name " + name + ": " + problem);
		});
	}

	@Test
	default void validationContactsNobody() throws Exception {
		OptionalInt before = bench().bed().contacts();
		boolean silent = bench().bed().impose(Incident.SILENCE);
		assumeTrue(before.isPresent() || silent, "the test bed can neither count contacts nor be silent");

		Expect.promptly("validate", () -> {
			bench().backEnd().validate(bench().options());
			return null;
		});
		assertEquals(before, bench().bed().contacts(), "validate must not contact the server");
	}

	private static void assertOneLine(String what, String text) {
		assertFalse(text.isBlank(), () -> what + " is empty");
		assertEquals(List.of(text), text.lines().toList(), () -> what + " is not one line");
	}

	private static Set<String> without(Set<String> names, Set<String> others) {
		Set<String> rest = new HashSet<>(names);
		rest.removeAll(others);
		return rest;
	}
}

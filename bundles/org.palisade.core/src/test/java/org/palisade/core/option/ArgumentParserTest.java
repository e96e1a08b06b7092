package org.palisade.core.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;

/** The rules of getopt, by which admins and tools write command lines. */
class ArgumentParserTest {

	private static final OptionCatalog CATALOG = OptionCatalog.of(List.of());

	static Stream<Arguments> rules() {
		return Stream.of(Arguments.of("a letter with its value", List.of("-o", "off"), Map.of("action", "off")),
				Arguments.of("a letter with its value attached", List.of("-ooff"), Map.of("action", "off")),
				Arguments.of("letters in a cluster", List.of("-zq4"), Map.of("ssl", "1", "quiet", "1", "inet4_only", "1")),
				Arguments.of("a cluster with a value at its end", List.of("-zn", "vm"), Map.of("ssl", "1", "plug", "vm")),
				Arguments.of("a long option with its value", List.of("--plug", "vm"), Map.of("plug", "vm")),
				Arguments.of("a long option with its value attached", List.of("--plug=a=b"), Map.of("plug", "a=b")),
				Arguments.of("an empty value", List.of("--plug="), Map.of("plug", "")),
				Arguments.of("a boolean", List.of("--ssl-insecure"), Map.of("ssl_insecure", "1")),
				Arguments.of("a boolean that is switched off", List.of("--ssl-insecure=0"), Map.of("ssl_insecure", "0")),
				Arguments.of("a value that looks like an option", List.of("-p", "-o", "--plug", "--help"),
						Map.of("password", "-o", "plug", "--help")),
				Arguments.of("underscores in a long option", List.of("--ssl_insecure", "--vmware_datacenter", "DC1"),
						Map.of("ssl_insecure", "1", "vmware_datacenter", "DC1")),
				Arguments.of("dashes in a long option", List.of("--vmware-type", "esx"), Map.of("vmware_type", "esx")),
				Arguments.of("old names", List.of("--ipaddr=h", "--login=u", "--passwd=p", "--passwd-script=/s", "--port=v", "--option=on"),
						Map.of("ip", "h", "username", "u", "password", "p", "password_script", "/s", "plug", "v", "action", "on")),
				Arguments.of("an unambiguous beginning", List.of("--user", "u"), Map.of("username", "u")),
				Arguments.of("a name that is the beginning of another", List.of("--ip", "h"), Map.of("ip", "h")),
				Arguments.of("the last one wins", List.of("-n", "a", "--plug=b"), Map.of("plug", "b")),
				Arguments.of("-- at the end", List.of("-n", "a", "--"), Map.of("plug", "a")),
				Arguments.of("a value is not trimmed", List.of("-n", " a "), Map.of("plug", " a ")),
				Arguments.of("verbose counts", List.of("-vv", "--verbose"), Map.of("verbose", "1", "verbose_level", "3")),
				Arguments.of("an explicit level wins", List.of("-vv", "--verbose-level=1"), Map.of("verbose", "1", "verbose_level", "1")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void rule(String description, List<String> arguments, Map<String, String> expected) throws FenceException {
		assertEquals(expected, ArgumentParser.parse(arguments, CATALOG).values());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--pasword", "-Z" })
	void anUnknownOptionIsNamedWithoutWhatFollows(String option) {
		FenceProblem problem = fail(option, "topsecret");

		assertTrue(problem.message().contains(option), problem.message());
		assertFalse(problem.message().contains("topsecret"), problem.message());
	}

	@Test
	void anUnknownOptionIsNamedWithoutItsValue() {
		assertEquals("unknown option --pasword", fail("--pasword=topsecret").message());
	}

	@Test
	void whatDoesNotLookLikeAnOptionIsNotRepeated() {
		assertEquals("unknown option (argument number 2)", fail("-z", "--top secret").message());
	}

	@Test
	void aDashAloneOrWithoutANameIsNoOption() {
		assertEquals("argument number 1 belongs to no option", fail("-").message());
		assertTrue(fail("--=topsecret").message().contains("argument number 1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "- ", "-\u007f", "-\u00e4", "-\n" })
	void aLetterThatCannotBeSeenIsNotRepeated(String option) {
		assertEquals("unknown option (argument number 1)", fail(option).message());
	}

	@Test
	void anArgumentOfNoOptionIsRefusedWithoutRepeatingIt() {
		FenceProblem problem = fail("-n", "my", "topsecret");

		assertEquals("argument number 3 belongs to no option", problem.message());
	}

	@Test
	void nothingMayFollowTheEnd() {
		assertTrue(fail("--", "topsecret").message().contains("argument number"));
	}

	@Test
	void anAmbiguousBeginningNamesTheCandidates() {
		FenceProblem problem = fail("--ssl-", "x");

		assertTrue(problem.message().contains("--ssl-secure"), problem.message());
		assertTrue(problem.message().contains("--ssl-insecure"), problem.message());
	}

	@ParameterizedTest
	@ValueSource(strings = { "-n", "--plug", "-zn" })
	void aMissingValueIsAProblem(String option) {
		assertTrue(fail(option).message().contains("needs a value"));
	}

	@Test
	void aWrongBooleanIsAProblemThatDoesNotRepeatIt() {
		FenceProblem problem = fail("--ssl-insecure=maybe");

		assertTrue(problem.message().contains("ssl_insecure"), problem.message());
		assertFalse(problem.message().contains("maybe"), problem.message());
	}

	private static FenceProblem fail(String... arguments) {
		FenceProblem problem = assertThrows(FenceException.class, () -> ArgumentParser.parse(List.of(arguments), CATALOG)).problem();
		assertEquals(Kind.OPTION, problem.kind());
		return problem;
	}
}

package org.palisade.core.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;

class OptionCheckerTest {

	private static final Set<String> REQUIRED = Set.of("ip", "username", "password");
	private static final OptionDeclaration MODE = OptionDeclaration.select("mode", List.of("Fast", "Safe"), "how");
	private static final OptionDeclaration KEY = OptionDeclaration.of("key", OptionType.SECRET, "a key");
	private static final OptionDeclaration KEY_SCRIPT = OptionDeclaration.script("key_script", "key", "prints the key");
	private static final OptionCatalog CATALOG = OptionCatalog.of(List.of(CatalogedBackEnd.declaring("one", MODE, KEY, KEY_SCRIPT)));

	private final Map<String, String> raw = new HashMap<>(Map.of("ip", "h", "username", "u", "password", "p", "plug", "vm"));

	@Test
	void valuesAndDefaultsGetTheirTypes() {
		raw.put("ipport", "8443");
		raw.put("ssl_insecure", "yes");
		raw.put("mode", "safe");

		OptionValues values = accepted(FenceAction.OFF).values();

		assertEquals(Optional.of("h"), values.text("ip"));
		assertEquals(OptionalInt.of(8443), values.number("ipport"));
		assertEquals(Optional.of(Secret.of("p")), values.secret("password"));
		assertEquals(Optional.of("Safe"), values.text("mode"));
		assertTrue(values.flag("ssl_insecure"));
		assertTrue(values.flag("ssl"));
		assertEquals(Optional.of(Duration.ofSeconds(5)), values.duration("login_timeout"));
		assertEquals(OptionalInt.of(1), values.number("retry_on"));
		assertTrue(values.isGiven("ipport"));
		assertFalse(values.isGiven("login_timeout"));
	}

	@Test
	void insecureZeroIsSecure() {
		raw.put("ssl_insecure", "0");

		assertFalse(accepted(FenceAction.OFF).values().flag("ssl_insecure"));
	}

	@ParameterizedTest
	@CsvSource({ "20,20000", "20s,20000", "20 sec,20000", "0,0", "0.5,500", "1.,1000", ".25,250", "' 3 ',3000", "31536000,31536000000", "1090.9,1090900" })
	void secondsAreWholeOrDecimalWithOrWithoutTheirUnit(String text, long milliseconds) {
		raw.put("power_timeout", text);

		assertEquals(Optional.of(Duration.ofMillis(milliseconds)), accepted(FenceAction.OFF).values().duration("power_timeout"));
	}

	@ParameterizedTest
	@CsvSource({ "ipport,1", "ipport,65535", "retry_on,0" })
	void theLeastAndTheMostAreTaken(String option, int number) {
		raw.put(option, Integer.toString(number));

		assertEquals(OptionalInt.of(number), accepted(FenceAction.OFF).values().number(option));
	}

	@ParameterizedTest
	@CsvSource({ "ipport,0", "ipport,65536", "retry_on,-1" })
	void whatIsBeyondIsRefused(String option, String number) {
		raw.put(option, number);

		assertTrue(onlyProblem(FenceAction.OFF).message().contains(option));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "1e3", "+1", "1m", "20ms", "x", "s", ".", "1.2.3", "\u0661", "31536001", "1,5" })
	void anythingElseIsNoNumberOfSeconds(String text) {
		raw.put("power_timeout", text);

		FenceProblem problem = onlyProblem(FenceAction.OFF);

		assertEquals("the value of option power_timeout is not valid", problem.message());
		assertTrue(problem.advice().contains("seconds"), problem.advice());
	}

	@ParameterizedTest
	@CsvSource({ "ipport,0", "ipport,65536", "ipport,-1", "ipport,https", "ipport,99999999999", "ipport,+443", "ipport,\u0664\u0664\u0663", "ipport,-", "retry_on,-1", "retry_on,x", "verbose_level,-1",
			"mode,other", "ssl,maybe" })
	void aWrongValueIsNamedAndNotRepeated(String name, String value) {
		raw.put(name, value);

		FenceProblem problem = onlyProblem(FenceAction.OFF);

		assertEquals("the value of option " + name + " is not valid", problem.message());
		assertFalse(problem.advice().isEmpty());
	}

	/** As with fence-agents, for which it is a text. */
	@Test
	void aDisableTimeoutThatIsNoBooleanCountsAsFalseWithAWarning() {
		raw.put("disable_timeout", "maybe");

		CheckedOptions.Accepted accepted = accepted(FenceAction.OFF);

		assertEquals(List.of("the value of option disable_timeout is neither true nor false and counts as false"), accepted.warnings());
	}

	@Test
	void allMissingOptionsAreNamedAtOnceByTheirNewNames() {
		raw.clear();

		FenceProblem problem = onlyProblem(FenceAction.OFF);

		assertEquals("required options are missing: ip, username, password (or password_script), plug", problem.message());
	}

	@ParameterizedTest
	@EnumSource(names = { "LIST", "LIST_STATUS", "MONITOR" })
	void whatConcernsAllPlugsNeedsNone(FenceAction action) {
		raw.remove("plug");

		accepted(action);
	}

	@ParameterizedTest
	@EnumSource(names = { "ON", "OFF", "REBOOT", "STATUS", "VALIDATE_ALL" })
	void whatConcernsOnePlugNeedsIt(FenceAction action) {
		raw.remove("plug");

		assertEquals("required options are missing: plug", onlyProblem(action).message());
	}

	@Test
	void anEmptyValueCountsAsNotGiven() {
		raw.put("plug", "");
		raw.put("login_timeout", "");

		assertEquals("required options are missing: plug", onlyProblem(FenceAction.OFF).message());
	}

	@Test
	void onlyWhatTheBackEndRequiresIsRequired() {
		raw.remove("username");

		CheckedOptions checked = OptionChecker.check(new RawOptions(raw, List.of()), FenceAction.OFF, Set.of("ip"), CATALOG);

		assertInstanceOf(CheckedOptions.Accepted.class, checked);
	}

	@Test
	void aPasswordScriptStandsInForThePassword(@TempDir Path folder) throws IOException {
		raw.remove("password");
		raw.put("password_script", executable(folder).toString());

		assertEquals(Optional.empty(), accepted(FenceAction.OFF).values().secret("password"));
	}

	@Test
	void aScriptOfABackEndStandsInForItsSecret(@TempDir Path folder) throws IOException {
		CheckedOptions without = OptionChecker.check(new RawOptions(raw, List.of()), FenceAction.OFF, Set.of("key"), CATALOG);
		assertEquals("required options are missing: key (or key_script)", assertInstanceOf(CheckedOptions.Rejected.class, without).problems().get(0).message());

		raw.put("key_script", executable(folder).toString());
		assertInstanceOf(CheckedOptions.Accepted.class, OptionChecker.check(new RawOptions(raw, List.of()), FenceAction.OFF, Set.of("key"), CATALOG));
	}

	@Test
	void aScriptOfABackEndIsLeftToWhoeverCallsThatBackEnd() {
		raw.put("key_script", "/nonexistent");

		accepted(FenceAction.OFF);
	}

	@Test
	void aPasswordScriptMustBeAnExecutableFile(@TempDir Path folder) throws IOException {
		Path script = executable(folder);
		Path plain = Files.createFile(folder.resolve("plain"));
		for (String path : List.of(plain.toString(), folder.toString(), folder + "/none", script + " argument", "\0")) {
			raw.put("password_script", path);

			assertEquals("the value of option password_script is not an executable file", onlyProblem(FenceAction.VALIDATE_ALL).message());
		}
	}

	@ParameterizedTest
	@CsvSource({ "ssl_secure,ssl_insecure", "inet4_only,inet6_only" })
	void aConflictNamesBoth(String one, String other) {
		raw.put(one, "1");
		raw.put(other, "1");

		assertEquals("options " + one + " and " + other + " contradict each other", onlyProblem(FenceAction.OFF).message());

		raw.put(other, "0");
		accepted(FenceAction.OFF);
	}

	@Test
	void tlsIsNotDowngraded() {
		raw.put("notls", "1");

		CheckedOptions.Accepted accepted = accepted(FenceAction.OFF);

		assertEquals(List.of("option notls is not obeyed, TLS is never downgraded"), accepted.warnings());
		assertTrue(accepted.values().flag("ssl"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ssl_secure", "ssl_insecure" })
	void anOptionThatAsksForTlsWins(String option) {
		raw.put("ssl", "0");
		raw.put(option, "1");

		CheckedOptions.Accepted accepted = accepted(FenceAction.OFF);

		assertTrue(accepted.values().flag("ssl"));
		assertEquals(1, accepted.warnings().size());
	}

	@Test
	void noTlsIsUsedOnlyWhenAskedFor() {
		raw.put("ssl", "0");

		assertFalse(accepted(FenceAction.OFF).values().flag("ssl"));
	}

	@Test
	void thePlugIsTheAddressWhenAskedFor() {
		raw.remove("ip");
		raw.put("port_as_ip", "1");

		assertEquals(Optional.of("vm"), accepted(FenceAction.OFF).values().text("ip"));

		raw.put("port_as_ip", "0");
		assertEquals("required options are missing: ip", onlyProblem(FenceAction.OFF).message());
	}

	@Test
	void anAddressThatIsGivenIsNotReplacedByThePlug() {
		raw.put("port_as_ip", "1");

		assertEquals(Optional.of("h"), accepted(FenceAction.OFF).values().text("ip"));
	}

	@Test
	void withoutAPlugThereIsNoAddressToTakeFromIt() {
		raw.remove("ip");
		raw.remove("plug");
		raw.put("port_as_ip", "1");

		assertEquals("required options are missing: ip", onlyProblem(FenceAction.MONITOR).message());
	}

	@Test
	void theMethodIsOneOfTwo() {
		raw.put("method", "CYCLE");
		assertEquals(Optional.of("cycle"), accepted(FenceAction.OFF).values().text("method"));

		raw.put("method", "reset");
		assertEquals("Use one of: onoff, cycle", onlyProblem(FenceAction.OFF).advice());
	}

	@Test
	void allProblemsAreToldAtOnce() {
		raw.put("ipport", "x");
		raw.put("delay", "x");
		raw.put("ssl_secure", "1");
		raw.put("ssl_insecure", "1");
		raw.remove("plug");

		assertEquals(4, rejected(FenceAction.OFF).size());
	}

	private static Path executable(Path folder) throws IOException {
		Path script = Files.createFile(folder.resolve("script"));
		return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
	}

	private CheckedOptions check(FenceAction action) {
		return OptionChecker.check(new RawOptions(raw, List.of()), action, REQUIRED, CATALOG);
	}

	private CheckedOptions.Accepted accepted(FenceAction action) {
		return assertInstanceOf(CheckedOptions.Accepted.class, check(action), () -> check(action).toString());
	}

	private List<FenceProblem> rejected(FenceAction action) {
		List<FenceProblem> problems = assertInstanceOf(CheckedOptions.Rejected.class, check(action)).problems();
		problems.forEach(problem -> assertEquals(FenceProblem.Kind.OPTION, problem.kind()));
		return problems;
	}

	private FenceProblem onlyProblem(FenceAction action) {
		List<FenceProblem> problems = rejected(action);
		assertEquals(1, problems.size(), problems::toString);
		return problems.get(0);
	}
}

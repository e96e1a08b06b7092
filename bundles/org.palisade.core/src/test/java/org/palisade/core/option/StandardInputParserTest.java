package org.palisade.core.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;

/** The rules of the contract for the lines that a fencer writes. */
class StandardInputParserTest {

	private static final OptionCatalog CATALOG = OptionCatalog.of(List.of());

	static Stream<Arguments> rules() {
		return Stream.of(Arguments.of("a line is trimmed at both ends", " \t plug=vm \t\r\n", Map.of("plug", "vm")),
				Arguments.of("blank lines and comments are skipped", "\n \n#plug=a\n  # plug=b\nplug=c\n", Map.of("plug", "c")),
				Arguments.of("the first = splits", "password=a=b==\n", Map.of("password", "a=b==")),
				Arguments.of("one pair of quotes is removed", "plug=\"my vm\"\n", Map.of("plug", "my vm")),
				Arguments.of("only one pair of quotes is removed", "plug=\"\"x\"\"\n", Map.of("plug", "\"x\"")),
				Arguments.of("a single quotation mark stays", "plug=\"\n", Map.of("plug", "\"")),
				Arguments.of("an unclosed quotation mark stays", "plug=\"x\n", Map.of("plug", "\"x")),
				Arguments.of("quotes keep blanks", "plug=\" x \"\n", Map.of("plug", " x ")),
				Arguments.of("a password keeps its leading blank", "password= x\n", Map.of("password", " x")),
				Arguments.of("blanks around = do not hide an option", "action = status\n", Map.of("action", "status")),
				Arguments.of("the last duplicate wins", "plug=a\nplug=b\n", Map.of("plug", "b")),
				Arguments.of("the last duplicate wins across names", "plug=a\nuuid=b\nport=c\n", Map.of("plug", "c")),
				Arguments.of("dashes mean underscores", "password-script=/x\nlogin-timeout=7\n",
						Map.of("password_script", "/x", "login_timeout", "7")),
				Arguments.of("old names are translated", "option=off\nipaddr=h\nlogin=u\npasswd=p\npasswd_script=/s\nport=v\n",
						Map.of("action", "off", "ip", "h", "username", "u", "password", "p", "password_script", "/s", "plug", "v")),
				Arguments.of("the last line needs no end", "plug=vm", Map.of("plug", "vm")),
				Arguments.of("carriage returns are tolerated", "plug=vm\r\nip=h\r\n", Map.of("plug", "vm", "ip", "h")),
				Arguments.of("text is UTF-8", "plug=b\u00fccher \u4e2d\n", Map.of("plug", "b\u00fccher \u4e2d")),
				Arguments.of("what fencers send for themselves is ignored", "agent=fence_x\nname=x\nnodename=y\nplug=vm\n",
						Map.of("plug", "vm")),
				Arguments.of("nothing is nothing", "", Map.of()), Arguments.of("an empty value is kept", "plug=\n", Map.of("plug", "")));
	}

	@Test
	void theNodeIsRememberedBesideTheOptions() throws FenceException {
		assertEquals(Optional.of("node1"), parse("nodename=node1\nplug=vm\n").nodeName());
		assertEquals(Optional.empty(), parse("plug=vm\n").nodeName());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void rule(String description, String input, Map<String, String> expected) throws FenceException {
		RawOptions options = parse(input);

		assertEquals(expected, options.values());
		assertEquals(List.of(), options.warnings());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "yes", "YES", "on", "On", "true", "TRUE", "\"1\"" })
	void wordsForTrue(String word) throws FenceException {
		assertTrue(parse("ssl_insecure=" + word + "\n").flag("ssl_insecure"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "no", "NO", "off", "Off", "false", "FALSE", "\"0\"" })
	void wordsForFalse(String word) throws FenceException {
		RawOptions options = parse("ssl_insecure=" + word + "\n");

		assertFalse(options.flag("ssl_insecure"));
		assertEquals(List.of(), options.warnings());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2", "maybe", "oui" })
	void anyOtherBooleanWarnsWithoutItsValueAndIsIgnored(String word) throws FenceException {
		RawOptions options = parse("ssl_insecure=" + word + "\n");

		assertEquals(Map.of(), options.values());
		assertEquals(List.of("option ssl_insecure is ignored, its value is neither true nor false"), options.warnings());
	}

	@Test
	void anIgnoredBooleanLeavesAnEarlierOne() throws FenceException {
		assertTrue(parse("ssl_insecure=1\nssl_insecure=maybe\n").flag("ssl_insecure"));
	}

	@Test
	void anUnknownKeyWarnsWithTheKeyOnlyAndTheRestGoesOn() throws FenceException {
		RawOptions options = parse("pasword=topsecret\nplug=vm\n");

		assertEquals(List.of("unknown option pasword is ignored"), options.warnings());
		assertEquals(Map.of("plug", "vm"), options.values());
	}

	@ParameterizedTest
	@ValueSource(strings = { "topsecret", "top secret=1", "\u00e4topsecret=1", "topsecret!=1" })
	void aLineThatMayBeTheRestOfASecretIsNotRepeated(String line) throws FenceException {
		List<String> warnings = parse("plug=vm\n" + line + "\n").warnings();

		assertEquals(1, warnings.size());
		assertTrue(warnings.get(0).startsWith("line 2 "), warnings.get(0));
		assertFalse(warnings.get(0).contains("secret"), warnings.get(0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "gnutlscli_path", "api_path", "filter", "ssh", "secure", "identity_file", "ssh_options", "ssh_path", "debug" })
	void whatTheReplacedAgentsHaveIsAcceptedThoughNoBackEndNeedsIt(String key) throws FenceException {
		assertEquals(List.of(), parse(key + "=1\n").warnings());
	}

	@Test
	void tooLongAnInputIsRefused() {
		String line = "# " + "x".repeat(1000) + "\n";

		assertTrue(fail(line.repeat(1100).getBytes(StandardCharsets.UTF_8)).message().contains("1048576"));
	}

	@Test
	void tooLongALineIsRefusedByItsNumber() {
		FenceProblem problem = fail(("plug=vm\npassword=" + "x".repeat(1 << 16)).getBytes(StandardCharsets.UTF_8));

		assertTrue(problem.message().contains("line 2"), problem.message());
		assertFalse(problem.message().contains("xx"), problem.message());
	}

	@Test
	void theLongestInputsAreAccepted() throws FenceException {
		String plug = "x".repeat((1 << 16) - "plug=".length());

		assertEquals(plug, parse("plug=" + plug + "\n").value("plug").orElseThrow());
	}

	@Test
	void whatIsNotUtf8IsRefusedByItsLine() {
		FenceProblem problem = fail(new byte[] { 'i', 'p', '=', 'h', '\n', 'p', 'l', 'u', 'g', '=', (byte) 0xfc, '\n' });

		assertTrue(problem.message().contains("line 2"), problem.message());
	}

	@Test
	void whatCannotBeReadIsAProblem() {
		InputStream broken = new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("plug=topsecret");
			}
		};

		FenceException e = assertThrows(FenceException.class, () -> StandardInputParser.parse(broken, CATALOG));

		assertFalse(e.getMessage().contains("topsecret"), e.getMessage());
	}

	@Test
	void theTextOfTheResultHoldsNoValues() throws FenceException {
		assertEquals("RawOptions[password]", parse("password=topsecret\n").toString());
	}

	private static RawOptions parse(String input) throws FenceException {
		return StandardInputParser.parse(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), CATALOG);
	}

	private static FenceProblem fail(byte[] input) {
		FenceProblem problem = assertThrows(FenceException.class,
				() -> StandardInputParser.parse(new ByteArrayInputStream(input), CATALOG)).problem();
		assertEquals(Kind.OPTION, problem.kind());
		return problem;
	}
}

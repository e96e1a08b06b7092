package org.palisade.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.OptionCatalog;

/** The completion as bash itself carries it out. */
class BashCompletionTest {

	private static final OptionCatalog CATALOG = OptionCatalog.of(List.of(DeclaringBackEnd.nasty()));
	/** Calls the function as bash would after the words that follow, the last of which is the one to be completed. */
	private static final String COMPLETE = """
			set -u
			. "$1"
			shift
			COMP_WORDS=(fence_x-y "$@") COMP_CWORD=$#
			[[ $(complete -p fence_x-y) == 'complete -F _fence_x-y fence_x-y' ]] || exit 1
			_fence_x-y
			[[ ${#COMPREPLY[@]} -eq 0 ]] || printf '%s\\n' "${COMPREPLY[@]}"
			""";

	@TempDir
	Path folder;
	private Path script;

	@BeforeEach
	void writeTheScript() throws Exception {
		script = Files.writeString(folder.resolve("completion"), BashCompletion.of("fence_x-y", CATALOG, List.of("esx", "rest", "server1")),
				StandardCharsets.US_ASCII);
	}

	@Test
	void bashFindsNothingWrong() throws Exception {
		assertEquals(List.of(), bash("-n", script.toString()));
		assertEquals("# bash completion for fence_x-y", Files.readAllLines(script).get(0));
	}

	@Test
	void everyOptionIsOffered() throws Exception {
		List<String> expected = new ArrayList<>();
		for (OptionDeclaration declaration : CATALOG.declarations()) {
			// One that means something to bash is left out.
			declaration.letter().filter(letter -> letter != ')').ifPresent(letter -> expected.add("-" + letter));
			expected.add("--" + declaration.longOption());
		}

		assertEquals(expected, complete("-"));
		assertEquals(expected, complete("--ip", "host", ""));
	}

	@Test
	void anOptionIsCompleted() throws Exception {
		assertEquals(List.of("--missing-as-off"), complete("--ip", "host", "--miss"));
		assertEquals(List.of("--ssl", "--ssl-secure", "--ssl-insecure", "--ssl-ca-file", "--ssl-fingerprint"), complete("--ssl"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-o", "--action", "--option" })
	void actionsAreOffered(String option) throws Exception {
		assertEquals(List.of(FenceAction.values()).stream().map(FenceAction::word).toList(), complete(option, ""));
		assertEquals(List.of("list", "list-status"), complete(option, "li"));
	}

	@Test
	void aValueAfterAnEqualsSignIsCompleted() throws Exception {
		assertEquals(List.of("list", "list-status"), complete("--action", "=", "li"));
		assertEquals(List.of("onoff", "cycle"), complete("--method", "="));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-d", "--vmware_type", "--vmware-type" })
	void theInstalledTypesAreOffered(String option) throws Exception {
		assertEquals(List.of("esx", "rest", "server1"), complete(option, ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-M", "--mode", "--old-mode", "--old_mode" })
	void whatBashWouldCarryOutIsNotOffered(String option) throws Exception {
		assertEquals(List.of("fast", "slow"), complete(option, ""));
		assertFalse(Files.exists(folder.resolve("pwned")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-S", "--password-script", "--passwd_script", "--ssl-ca-file", "-D", "--debug-file", "-e", "-k", "--nasty-file" })
	void filesAreOfferedForOptionsThatNameOne(String option) throws Exception {
		Files.createFile(folder.resolve("name with blanks.pem"));

		assertEquals(List.of("name with blanks.pem"), complete(option, "na"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-a", "--username", "-p", "--plug", "--login-timeout", "--nasty-secret" })
	void nothingIsOfferedForAnyOtherValue(String option) throws Exception {
		assertEquals(List.of(), complete(option, ""));
	}

	@Test
	void aFlagTakesNoValue() throws Exception {
		assertTrue(complete("--verbose", "").contains("--ip"));
	}

	private List<String> complete(String... words) throws Exception {
		List<String> arguments = new ArrayList<>(List.of("-c", COMPLETE, "bash", script.toString()));
		arguments.addAll(List.of(words));
		return bash(arguments.toArray(String[]::new));
	}

	/** {@return the lines that bash wrote, complaints included} */
	private List<String> bash(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of("bash"));
		command.addAll(List.of(arguments));
		Process bash = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectInput(new File("/dev/null"))
				.start();
		List<String> lines = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		assertEquals(0, bash.waitFor(), () -> lines.toString());
		return lines;
	}
}

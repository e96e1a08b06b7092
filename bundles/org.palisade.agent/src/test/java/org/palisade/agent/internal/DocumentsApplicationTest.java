package org.palisade.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.time.CancellationSource;
import org.palisade.core.backend.InstalledBackEnds;
import org.palisade.launcher.Application.Invocation;

class DocumentsApplicationTest {

	private record Answer(ExitCode code, String out, String err) {
	}

	private static final InstalledBackEnds SOUND = new InstalledBackEnds(Map.of("esx", new FakeBackEnd()), List.of());

	@ParameterizedTest
	@ValueSource(strings = { "fence_vmware", "fence_vmware_ng", "fence_vmware_soap", "fence_vmware_rest", "fence_of-my-own" })
	void theManualPageIsThatOfTheCommand(String command) {
		Answer answer = ask(SOUND, "man", command);

		assertEquals(new Answer(ExitCode.SUCCESS, answer.out(), ""), answer);
		String name = command.replace("-", "\\-");
		assertTrue(answer.out().startsWith(".TH \"" + name.toUpperCase(Locale.ROOT) + "\" 8 \"\" \"Palisade 1.2.3\""), answer.out());
		assertTrue(answer.out().contains("\n" + name + " \\- " + AgentName.of(command).summary()), answer.out());
	}

	@Test
	void theManualPageShowsTheDefaultsOfTheCommand() {
		assertTrue(ask(SOUND, "man", "fence_vmware_rest").out().contains("\\fBshell_timeout\\fR; default \\fB5\\fR."));
		assertTrue(ask(SOUND, "man", "fence_vmware").out().contains("\\fBshell_timeout\\fR; default \\fB3\\fR."));
	}

	@Test
	void theCompletionIsThatOfTheCommand() {
		Answer answer = ask(SOUND, "completion", "fence_vmware_soap");

		assertEquals(new Answer(ExitCode.SUCCESS, answer.out(), ""), answer);
		assertTrue(answer.out().endsWith("\ncomplete -F _fence_vmware_soap fence_vmware_soap\n"), answer.out());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "man", "pdf fence_vmware", "man fence_vmware more", "completion fence;reboot", "man ../fence", "completion -x" })
	void anythingElseIsRefused(String arguments) {
		Answer answer = ask(SOUND, arguments.isEmpty() ? new String[0] : arguments.split(" "));

		assertEquals(new Answer(ExitCode.FAILURE, "", "documents: invalid option: which document is wanted, and for which command, is not clear. "
				+ "Give two arguments: man or completion, and the name of the command.\n"), answer);
	}

	@Test
	void anIncompleteInstallationIsNotDocumented() {
		Answer answer = ask(new InstalledBackEnds(Map.of(), List.of("a back end is left out")), "man", "fence_vmware");

		assertEquals(new Answer(ExitCode.FAILURE, "", "documents: warning: a back end is left out\n"), answer);
	}

	private static Answer ask(InstalledBackEnds installed, String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
		PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8);
		ExitCode code = DocumentsApplication.print(
				new Invocation("documents", List.of(arguments), InputStream.nullInputStream(), outStream, errStream), installed, "1.2.3",
				new CancellationSource());
		outStream.flush();
		errStream.flush();
		return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}
}

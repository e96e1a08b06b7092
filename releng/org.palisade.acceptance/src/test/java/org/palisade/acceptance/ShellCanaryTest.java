package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.ProcessWatch;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.ServiceConsole;

/**
 * The same as {@link CanaryTest} for the back end {@code ssh}, whose secrets are the passphrase of a key and the password of vmware-cmd. Processes of the
 * other host are not looked at: there vmware-cmd takes the password as an argument and in no other way, as docs/backends/ssh.md tells.
 */
@Needs(RealPart.SSHD)
class ShellCanaryTest {

	private static final String WRONG = "c4nary-wr0ng";
	private static final List<String> ACTIONS = List.of("status", "off", "on", "reboot", "monitor", "list", "list-status", "validate-all", "metadata",
			"nonsense");

	@TempDir
	Path temporary;

	@Test
	void noSecretIsFoundAnywhere() throws IOException {
		InstalledAgent agent = InstalledAgent.copyInto(temporary);
		Path written = Files.createDirectory(temporary.resolve("written"));
		List<Outcome> outcomes = new ArrayList<>();
		List<String> secrets = new ArrayList<>(List.of(WRONG));
		try (ServiceConsole console = ServiceConsole.start(Files.createDirectory(temporary.resolve("console")));
				ProcessWatch watch = ProcessWatch.start(console.pid())) {
			secrets.addAll(console.secrets());
			Request talkative = console.request().with("verbose", "1").with("verbose_level", "9").with("debug_file", written.resolve("debug"))
					.with("audit_file", written.resolve("audit"));
			Request byScript = talkative.without("password").with("password_script", script("first", console.secrets().get(0))).without("vmpasswd")
					.with("vmpasswd_script", script("second", console.secrets().get(1)));
			for (String action : ACTIONS) {
				for (Request request : List.of(talkative, byScript)) {
					Outcome outcome = agent.run(request.action(action));
					assertEquals(action.equals("nonsense"), outcome.exit() == 1, outcome::all);
					outcomes.add(outcome);
				}
			}
			Request off = talkative.action("off");
			outcomes.add(failed(agent.run(off.with("password", WRONG))));
			Outcome repeated = failed(agent.run(off.with("vmpasswd", WRONG)));
			assertTrue(repeated.err().contains("incorrect user name or password"), repeated::all);
			outcomes.add(repeated);
			outcomes.add(failed(agent.run(off.with("plug", "nobody"))));
			outcomes.add(failed(agent.run(off.with("vmpaswd", WRONG).with("vmpasswd", ""))));

			assertTrue(watch.count() > ACTIONS.size(), "too few processes were seen");
			nothingIn(secrets, "a process", watch.seen());
		}
		outcomes.forEach(outcome -> nothingIn(secrets, "what was printed", outcome.out() + outcome.err()));
		for (Path file : files(written, agent.folder())) {
			nothingIn(secrets, file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
		}
		assertFalse(Files.readString(written.resolve("debug")).isEmpty());
		assertTrue(Files.readString(written.resolve("audit")).contains("POWERED_OFF"));
	}

	private static Outcome failed(Outcome outcome) {
		assertEquals(1, outcome.exit(), outcome::all);
		return outcome;
	}

	private Path script(String name, String secret) throws IOException {
		Files.writeString(temporary.resolve(name + ".secret"), secret);
		Path script = Files.writeString(temporary.resolve(name), "#!/bin/sh\ncat '" + temporary.resolve(name + ".secret") + "'\n");
		return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
	}

	private static void nothingIn(List<String> secrets, String where, String text) {
		for (String secret : secrets) {
			int place = text.indexOf(secret);
			assertTrue(place < 0, () -> "a secret in " + where + ", after \"" + text.substring(Math.max(0, place - 60), place).replaceAll("[^ -~]", "?") + "\"");
		}
	}

	private static List<Path> files(Path... folders) throws IOException {
		List<Path> found = new ArrayList<>();
		for (Path folder : folders) {
			try (Stream<Path> tree = Files.walk(folder)) {
				tree.filter(Files::isRegularFile).forEach(found::add);
			}
		}
		return found;
	}
}

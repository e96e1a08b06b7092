package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;

/** Promise: the password script's output is the password; a script that misbehaves is stopped and named. */
@Timeout(60)
class PasswordScriptTest {

	private static final Deadline LONG = Deadline.in(Duration.ofSeconds(50), MonotonicClock.system());

	@TempDir
	private Path folder;

	@Test
	void theOutputWithoutTheBlanksAtItsEndIsThePassword() throws Exception {
		assertEquals(Secret.of("  pass word"), run("printf '  pass word \\t\\r\\n\\n'"));
	}

	@Test
	void anExitCodeIsAFailureThatDoesNotTellTheOutput() throws Exception {
		FenceProblem problem = fail("echo secret; echo secret >&2; exit 7", LONG, Cancellation.never());

		assertEquals(Kind.OPTION, problem.kind());
		assertTrue(problem.message().contains("exit code 7"), problem.message());
		assertFalse((problem.message() + problem.advice()).contains("secret"), problem.message());
	}

	@Test
	void noOutputIsAFailure() throws Exception {
		assertTrue(fail("echo", LONG, Cancellation.never()).message().contains("printed nothing"));
	}

	@Test
	void tooMuchOutputIsAFailure() throws Exception {
		FenceProblem problem = fail("while :; do echo 0123456789; done", LONG, Cancellation.never());

		assertTrue(problem.message().contains("more than 65536 bytes"), problem.message());
	}

	@Test
	void asMuchOutputAsIsAllowedIsThePassword() throws Exception {
		assertEquals(65_536, run("head -c 65536 /dev/zero | tr '\\0' x").reveal().length());
	}

	/** The script tells by a pipe that it and what it has started are there. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whoGivesUpEndsTheScriptAndWhatItHasStarted(boolean byCancellation) throws Exception {
		Path pipe = folder.resolve("pipe");
		assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
		String path = write("tail -f /dev/null > /dev/null & echo $$ $! > '" + pipe + "'; wait", "script").toString();
		CancellationSource cancellation = new CancellationSource();
		FutureTask<FenceProblem> run = new FutureTask<>(() -> {
			FenceProblem problem = assertThrows(FenceException.class, () -> PasswordScript.run("key_script", path, LONG, cancellation)).problem();
			assertEquals(!byCancellation, Thread.interrupted(), "an interrupt stays pending");
			return problem;
		});
		Thread caller = new Thread(run);
		caller.start();
		String[] processes = Files.readString(pipe).strip().split(" ");
		if (byCancellation) {
			cancellation.request();
		} else {
			caller.interrupt();
		}

		assertEquals(Kind.CANCELLED, run.get().kind());
		for (String process : processes) {
			ProcessHandle.of(Long.parseLong(process)).ifPresent(handle -> handle.onExit().join());
		}
	}

	@Test
	void theCallersCancellationIsLeftAloneAfterwards() throws Exception {
		List<String> taken = new ArrayList<>();
		Cancellation caller = new Cancellation() {
			@Override
			public boolean requested() {
				return false;
			}

			@Override
			public Registration onRequest(Runnable action) {
				return () -> taken.add("taken back");
			}
		};

		PasswordScript.run("key_script", write("echo password", "script").toString(), LONG, caller);

		assertEquals(List.of("taken back"), taken);
	}

	@Test
	void theEngineRunsNoScriptForACallerWhoHasGivenUp() throws Exception {
		Stage stage = new Stage();
		Path trace = folder.resolve("trace");
		stage.options.put("password_script", write("touch '" + trace + "'; echo password", "script").toString());
		stage.cancellation.request();

		stage.assertFails(FenceAction.STATUS, Kind.CANCELLED);

		assertFalse(Files.exists(trace));
	}

	@Test
	void withoutAScriptTheOptionsAreHandedOnAsTheyAre() {
		Stage stage = new Stage();
		stage.backEnd.reading(Stage.off());

		stage.run(FenceAction.STATUS);

		assertEquals(Secret.of("correct horse"), stage.backEnd.openedWith.secret("password").orElseThrow());
	}

	@Test
	void aScriptThatHangsIsStoppedAtTheDeadline() throws Exception {
		FenceProblem problem = fail("exec tail -f /dev/null", Deadline.in(Duration.ZERO, MonotonicClock.system()), Cancellation.never());

		assertEquals(Kind.TIMEOUT, problem.kind());
		assertTrue(problem.message().contains("timed out"), problem.message());
	}

	@Test
	void aScriptThatHangsIsStoppedWhenTheCallerGivesUp() throws Exception {
		CancellationSource cancellation = new CancellationSource();
		cancellation.request();

		assertEquals(Kind.CANCELLED, fail("exec tail -f /dev/null", LONG, cancellation).kind());
	}

	@Test
	void theScriptGetsNothingOfTheEnvironment() throws Exception {
		String environment = run("env").reveal();

		assertFalse(environment.contains("HOME="), environment);
		assertTrue(environment.contains("PATH="), environment);
	}

	@Test
	void theScriptGetsNoArgumentsAndNoInput() throws Exception {
		assertEquals(Secret.of("0 none"), run("read line || line=none; echo \"$# $line\""));
	}

	@Test
	void noShellReadsThePath() throws Exception {
		Path script = write("echo ok", "a b;touch $(echo x)");

		assertEquals(Secret.of("ok"), PasswordScript.run("key_script", script.toString(), LONG, Cancellation.never()));
		try (var files = Files.list(folder)) {
			assertEquals(1, files.count());
		}
	}

	@Test
	void whatCannotBeStartedIsNamed() {
		FenceException e = assertThrows(FenceException.class, () -> PasswordScript.run("key_script", "/nonexistent", LONG, Cancellation.never()));

		assertEquals("key_script /nonexistent cannot be started", e.getMessage());
	}

	@Test
	void theEngineOpensTheSessionWithTheScriptsPassword() throws Exception {
		Stage stage = new Stage();
		stage.options.put("password_script", write("echo from-the-script", "script").toString());
		stage.backEnd.reading(Stage.off());

		stage.assertAchieves(FenceAction.STATUS, Achievement.IS_OFF);

		assertEquals(Secret.of("from-the-script"), stage.backEnd.openedWith.secret("password").orElseThrow());
	}

	@Test
	void theEngineRunsABackEndsOwnScriptAndRemovesWhatItPrinted() throws Exception {
		Stage stage = new Stage();
		stage.backEnd.options = List.of(OptionDeclaration.of("key", OptionType.SECRET, "a key"), OptionDeclaration.script("key_script", "key", "prints it"));
		stage.options.put("key", Secret.of("given as well"));
		stage.options.put("key_script", write("echo the-key", "script").toString());
		stage.backEnd.onOpen = () -> {
			throw new FenceException(Kind.LOGIN, "wrong: the-key", "");
		};

		assertEquals("wrong: ********", stage.assertFails(FenceAction.STATUS, Kind.LOGIN).message());

		assertEquals(Secret.of("the-key"), stage.backEnd.openedWith.secret("key").orElseThrow());
		assertEquals(Secret.of("correct horse"), stage.backEnd.openedWith.secret("password").orElseThrow());
	}

	@ParameterizedTest
	@EnumSource(value = FenceAction.class, names = { "STATUS", "VALIDATE_ALL" })
	void theEngineRefusesABackEndsOwnScriptThatCannotBeRun(FenceAction action) {
		Stage stage = new Stage();
		stage.backEnd.options = List.of(OptionDeclaration.script("key_script", "key", "prints it"));
		stage.options.put("key_script", folder.toString());

		assertEquals("the value of option key_script is not an executable file", stage.assertFails(action, Kind.OPTION).message());

		stage.assertCalls();
	}

	@Test
	void aScriptThatTwoBackEndsDeclareRunsOnce() throws Exception {
		Stage stage = new Stage();
		Path trace = folder.resolve("trace");
		OptionDeclaration script = OptionDeclaration.script("key_script", "key", "prints it");
		stage.fallback = new PlayedBackEnd();
		stage.fallback.options = List.of(script);
		stage.backEnd.options = List.of(script);
		stage.options.put("key_script", write("echo run >> '" + trace + "'; echo the-key", "script").toString());
		stage.backEnd.reading(Stage.off());

		stage.assertAchieves(FenceAction.STATUS, Achievement.IS_OFF);

		assertEquals(List.of("run"), Files.readAllLines(trace));
	}

	@Test
	void theEngineRemovesTheScriptsPasswordFromProblems() throws Exception {
		Stage stage = new Stage();
		stage.options.put("password_script", write("echo from-the-script", "script").toString());
		stage.backEnd.onOpen = () -> {
			throw new FenceException(Kind.LOGIN, "wrong: from-the-script", "");
		};

		assertEquals("wrong: ********", stage.assertFails(FenceAction.STATUS, Kind.LOGIN).message());
	}

	@Test
	void theEngineRunsNoScriptToValidate() throws Exception {
		Stage stage = new Stage();
		Path trace = folder.resolve("trace");
		stage.options.put("password_script", write("touch '" + trace + "'", "script").toString());

		stage.run(FenceAction.VALIDATE_ALL);

		assertFalse(Files.exists(trace));
	}

	@Test
	void theEngineOpensNothingWhenTheScriptFails() throws Exception {
		Stage stage = new Stage();
		stage.options.put("password_script", write("exit 1", "script").toString());

		stage.assertFails(FenceAction.STATUS, Kind.OPTION);

		stage.assertCalls("validate");
	}

	private Secret run(String body) throws IOException, FenceException {
		return PasswordScript.run("key_script", write(body, "script").toString(), LONG, Cancellation.never());
	}

	private FenceProblem fail(String body, Deadline deadline, Cancellation cancellation) throws IOException {
		String path = write(body, "script").toString();
		return assertThrows(FenceException.class, () -> PasswordScript.run("key_script", path, deadline, cancellation)).problem();
	}

	private Path write(String body, String name) throws IOException {
		Path script = folder.resolve(name);
		Files.writeString(script, "#!/bin/sh\n" + body + "\n");
		return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
	}
}

package org.palisade.backend.vmrun.internal.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

class ProcessRunnerTest {

	private static final Deadline SOON = Deadline.in(Duration.ofMinutes(5), MonotonicClock.system());

	private final ProcessRunner runner = new ProcessRunner(100_000);

	@Test
	void tellsExitCodeAndBothOutputs() {
		Outcome.Exited exited = shell("echo out; echo err >&2; exit 7");

		assertEquals(new Outcome.Exited(7, "out\n", "err\n"), exited);
		assertFalse(exited.toString().contains("out"));
	}

	@Test
	void readsBothOutputsAtOnce() {
		Outcome.Exited exited = shell("i=0; while [ $i -lt 90 ]; do printf '%01000d' 0; printf '%01000d' 0 >&2; i=$((i+1)); done");

		assertEquals(90_000, exited.output().length());
		assertEquals(90_000, exited.errorOutput().length());
	}

	@Test
	void inputIsAtItsEnd() {
		assertEquals("", shell("cat").output());
	}

	@Test
	void argumentsArePassedAsTheyAre() {
		Outcome.Exited exited = (Outcome.Exited) run("/usr/bin/printf", "%s|", "a b", "", "$HOME", "'\"`*;", "-x\n");

		assertEquals("a b||$HOME|'\"`*;|-x\n|", exited.output());
	}

	@Test
	void theEnvironmentIsSmall() {
		Set<String> names = shell("env").output().lines().map(line -> line.substring(0, line.indexOf('='))).collect(Collectors.toSet());

		names.removeAll(Set.of("HOME", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_"));
		assertEquals(Set.of("PATH", "LC_CTYPE", "LC_MESSAGES"), names);
	}

	@Test
	void tooMuchOutputEndsTheProcess() {
		assertInstanceOf(Outcome.TooMuchOutput.class, run("/bin/sh", "-c", "while :; do echo too much; done"));
		assertInstanceOf(Outcome.TooMuchOutput.class, run("/bin/sh", "-c", "while :; do echo too much >&2; done"));
	}

	@Test
	void aProgramThatIsNotThereIsNamed() {
		Outcome.Broken broken = assertInstanceOf(Outcome.Broken.class, run("/nowhere/vmrun", "-p", "secret"));

		assertTrue(broken.reason().contains("/nowhere/vmrun"));
		assertFalse(broken.reason().contains("secret"));
	}

	@Test
	void nothingIsStartedAfterACancellation() {
		CancellationSource cancellation = new CancellationSource();
		cancellation.request();

		assertInstanceOf(Outcome.Cancelled.class, runner.run(List.of("/bin/true"), SOON, cancellation));
	}

	@Test
	void anInterruptionIsACancellation() {
		Thread.currentThread().interrupt();

		Outcome outcome = run("/bin/sh", "-c", "sleep 300");
		assertTrue(Thread.interrupted());
		assertInstanceOf(Outcome.Cancelled.class, outcome);
	}

	@Test
	void textThatCannotReachAChildIsRecognised() {
		assertTrue(NativeText.isPassable("plain [text] with 'quotes'"));
		assertTrue(NativeText.isPassable(""));
		assertFalse(NativeText.isPassable("nul\0"));
		assertFalse(NativeText.isPassable("caf\uFFFD"));
		assertFalse(NativeText.isPassable("half a pair \uD83D"));
	}

	private Outcome.Exited shell(String script) {
		return assertInstanceOf(Outcome.Exited.class, run("/bin/sh", "-c", script));
	}

	private Outcome run(String... command) {
		return runner.run(List.of(command), SOON, Cancellation.never());
	}
}

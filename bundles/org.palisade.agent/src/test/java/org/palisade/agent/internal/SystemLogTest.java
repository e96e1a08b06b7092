package org.palisade.agent.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command logger gets the lines and nothing else, and whatever it does, the agent goes on. */
class SystemLogTest {

	private static final List<String> LINES = List.of("a=1", "a=\"$(touch x) \u00e4\"");

	@TempDir
	Path folder;

	private static String problem(SystemLog log) {
		return assertThrows(IOException.class, () -> log.write(LINES)).getMessage();
	}

	@Test
	void theLinesGoToItsInput() throws IOException {
		StandInLogger.running(folder, "printf '%s ' \"$@\" >'" + folder + "/arguments'; cat >'" + folder + "/input'").write(LINES);

		assertEquals("-t fence_vmware -p daemon.notice ", Files.readString(folder.resolve("arguments")));
		assertEquals(String.join("\n", LINES) + "\n", Files.readString(folder.resolve("input")));
	}

	/** By default {@code logger} cuts what is longer than 1 KiB into several messages. */
	@Test
	void aLongLineIsAnnounced() throws IOException {
		StandInLogger.running(folder, "printf '%s ' \"$@\" >'" + folder + "/arguments'; cat >'" + folder + "/input'")
				.write(List.of("a=1", "\u00e4".repeat(600)));

		assertEquals("-t fence_vmware -p daemon.notice --size 1201 ", Files.readString(folder.resolve("arguments")));
		assertEquals("a=1\n" + "\u00e4".repeat(600) + "\n", Files.readString(folder.resolve("input")));
	}

	@Test
	void itGetsNothingOfTheEnvironment() throws IOException {
		StandInLogger.running(folder, "cat >/dev/null; env >'" + folder + "/environment'").write(LINES);

		List<String> names = Files.readAllLines(folder.resolve("environment")).stream().map(line -> line.split("=")[0]).toList();
		assertFalse(names.contains("HOME"), names::toString);
	}

	@Test
	void oneThatIsMissingIsSaidToBe() {
		assertEquals(folder + "/none cannot be started", problem(new SystemLog(folder + "/none", Duration.ofMinutes(1))));
	}

	@Test
	void itsFailureIsTold() throws IOException {
		assertEquals(folder + "/logger ended with exit code 3", problem(StandInLogger.running(folder, "cat >/dev/null; echo no >&2; exit 3")));
	}

	@Test
	void oneThatHangsIsEnded() throws IOException {
		SystemLog log = StandInLogger.running(folder, "echo $$ >'" + folder + "/pid'; exec sleep 600");

		assertEquals(folder + "/logger takes too long", problem(new SystemLog(log.logger(), Duration.ofSeconds(1))));

		assertEnded();
	}

	/** More than fits into a pipe, so that writing to it blocks. */
	@Test
	void oneThatDoesNotReadIsEnded() throws IOException {
		SystemLog log = StandInLogger.running(folder, "echo $$ >'" + folder + "/pid'; exec sleep 600");

		String message = assertThrows(IOException.class,
				() -> new SystemLog(log.logger(), Duration.ofSeconds(1)).write(List.of("x".repeat(1 << 20)))).getMessage();

		assertTrue(message.endsWith("takes too long"), message);
		assertEnded();
	}

	/** On a machine so slow that it had not begun there is no number of a process to look for. */
	private void assertEnded() throws IOException {
		Path pid = folder.resolve("pid");
		if (Files.exists(pid) && !Files.readString(pid).isBlank()) {
			Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
			if (process.isPresent()) {
				assertDoesNotThrow(() -> process.get().onExit().get(1, TimeUnit.MINUTES));
			}
		}
	}
}

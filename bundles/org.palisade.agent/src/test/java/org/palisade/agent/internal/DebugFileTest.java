package org.palisade.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.PowerState;

/** The option debug_file: everything is in it but secrets, and nothing of somebody else's is written to. */
class DebugFileTest {

	@TempDir
	Path folder;

	private final Caller caller = new Caller();

	private int run(Path file, String more) {
		return caller.sends(Caller.COMMON + "debug_file=" + file + "\n" + more);
	}

	private static List<String> lines(Path file) throws IOException {
		return Files.readAllLines(file);
	}

	@Test
	void itHoldsDetailsWarningsAndTheResult() throws IOException {
		Path file = folder.resolve("debug");

		int code = run(file, "action=off\nquiet=1\nunknown=x\n");

		caller.assertSays(0, "Success: Powered OFF\n", "", code);
		String text = Files.readString(file);
		assertTrue(text.contains("warning: unknown option unknown is ignored"), text);
		assertTrue(text.contains("detail: /DC0/vm/web (vm-1) is ON, asking for OFF"), text);
		assertTrue(text.endsWith("Success: Powered OFF\n"), text);
		assertFalse(text.contains("topsecret"), text);
		lines(file).forEach(line -> assertTrue(line.matches("\\d{4}-\\d\\d-\\d\\dT\\S+Z fence_vmware\\[\\d+]: .*"), line));
	}

	@Test
	void itHoldsTheProblem() throws IOException {
		Path file = folder.resolve("debug");

		assertEquals(1, run(file, "action=off\nplug=none\n"));

		assertTrue(Files.readString(file).contains("not found: no plug \"none\""));
	}

	@Test
	void itIsForItsOwnerAlone() throws IOException {
		Path file = folder.resolve("debug");

		run(file, "action=off\n");

		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
	}

	@Test
	void itGrowsAndKeepsThePermissionsThatItHas() throws IOException {
		Path file = Files.writeString(folder.resolve("debug"), "before\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

		run(file, "action=status\n");
		run(file, "action=status\n");

		assertEquals(List.of("before", "Status: ON", "Status: ON"),
				lines(file).stream().filter(line -> !line.contains("detail: ")).map(line -> line.replaceAll("^.*]: ", "")).toList());
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
	}

	@Test
	void twoWritersDoNotOverwriteEachOther() throws IOException {
		Path file = folder.resolve("debug");
		Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);
		try (DebugFile first = DebugFile.open(file.toString(), "fence_vmware", clock);
				DebugFile second = DebugFile.open(file.toString(), "fence_vmware", clock)) {
			first.append("one");
			second.append("two\nlines");
			first.append("three");
		}

		String prefix = "2026-01-02T03:04:05.678Z fence_vmware[" + ProcessHandle.current().pid() + "]: ";
		assertEquals(List.of(prefix + "one", prefix + "two lines", prefix + "three"), lines(file));
	}

	@Test
	void aLinkIsNotFollowed() throws IOException {
		Path target = Files.writeString(folder.resolve("target"), "untouched");
		Path dangling = folder.resolve("made through a link");
		assertNotUsed(Files.createSymbolicLink(folder.resolve("link"), target));
		assertNotUsed(Files.createSymbolicLink(folder.resolve("dangling"), dangling));

		assertEquals("untouched", Files.readString(target));
		assertFalse(Files.exists(dangling));
	}

	@Test
	void aFileWithASecondNameIsNotUsed() throws IOException {
		Path target = Files.writeString(folder.resolve("target"), "untouched");

		assertNotUsed(Files.createLink(folder.resolve("link"), target));

		assertEquals("untouched", Files.readString(target));
	}

	@Test
	void whatIsNoFileIsNotUsed() throws IOException {
		assertNotUsed(Files.createDirectory(folder.resolve("directory")));
		assertNotUsed(Path.of("/dev/null"));
	}

	/** The fencing goes on nevertheless. */
	private void assertNotUsed(Path file) {
		caller.backEnd.power = PowerState.ON;
		assertThrows(IOException.class, () -> DebugFile.open(file.toString(), "fence_vmware", Clock.systemUTC()).close());
		assertEquals(0, run(file, "action=status\n"));
		assertTrue(caller.stderr().contains("warning: nothing is written to the file of option debug_file: it is no ordinary file"),
				caller.stderr());
	}

	@Test
	void aFolderThatIsMissingIsSaidToBe() {
		assertEquals(0, run(folder.resolve("none/debug"), "action=status\n"));

		assertTrue(caller.stderr().contains("there is no such folder"), caller.stderr());
	}

	@Test
	void validateAllDoesNotCallAFileSoundThatCannotBeWritten() {
		assertEquals(1, run(folder.resolve("none/debug"), "action=validate-all\n"));

		assertTrue(caller.stderr().startsWith("fence_vmware: invalid option: nothing is written"), caller.stderr());
	}
}

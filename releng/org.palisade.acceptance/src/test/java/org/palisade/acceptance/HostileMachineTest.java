package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Await;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.Running;
import org.palisade.acceptance.support.VcenterSimulator;

/** A machine on which something is missing, too small or wrong: the agent answers right, or fails and says so. */
class HostileMachineTest {

	private static final String NAME = "node00002";
	private static final Duration BOUND = Duration.ofSeconds(60);
	private static final int STRANGER = 54321;
	private static final long GIGABYTE = 1L << 30;

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;

	@BeforeAll
	static void start() throws IOException {
		agent = InstalledAgent.copyInto(temporary);
		vcenter = VcenterSimulator.start(agent, "--vms", "60");
		Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	@AfterAll
	static void stop() {
		if (vcenter != null) {
			vcenter.close();
		}
	}

	@BeforeEach
	void itRuns() {
		vcenter.post("/vm", "name", NAME, "power", "on");
	}

	@AfterEach
	void everySessionWasClosed() {
		vcenter.withdrawOrders();
		Await.until("no session left", BOUND, () -> vcenter.truth("sessionsOpen") == 0);
	}

	private static Request request(String action) {
		return Request.to(vcenter).plug(NAME).action(action).with("lookup_cache", "off");
	}

	private static boolean isOn() {
		return vcenter.machine(NAME, "powerState").equals("poweredOn");
	}

	private static Outcome run(String redirections, Request request) {
		Command command = new Command("/bin/sh", "-c", "exec \"$0\" " + redirections, agent.folder().resolve("bin/fence_vmware").toString());
		return command.input(request.lines()).run();
	}

	/** The exit code is the answer, and whoever does not listen to its words has it all the same. */
	@ParameterizedTest
	@ValueSource(strings = { ">&-", "> /dev/full", "2>&-", ">&- 2>&-", "2> /dev/full" })
	void aFencingThatNobodyWantsToHearOfIsASuccess(String redirections) {
		assertEquals(0, run(redirections, request("off")).exit());
		assertTrue(!isOn());
		assertEquals(2, run(redirections, request("status")).exit());
		assertEquals(0, run(redirections, request("on")).exit());
		assertTrue(isOn());
	}

	/** A list that nobody got is no list. */
	@ParameterizedTest
	@CsvSource({ "list, >&-", "list, > /dev/full", "list-status, >&-", "metadata, >&-", "metadata, > /dev/full" })
	void aListThatNobodyGotIsAFailure(String action, String redirections) {
		Check.failed(run(redirections, request(action)), "standard output");
	}

	/** What the JVM opened first would be read in its place. */
	@ParameterizedTest
	@ValueSource(strings = { "<&-", "< /dev/null", "<&- >&-", "< /tmp" })
	void withoutStandardInputNothingIsAskedFor(String redirections) {
		Check.failed(run(redirections, request("off")), redirections.startsWith("< /tmp") ? "standard input" : "required options are missing: ip");
		assertTrue(isOn());
	}

	@Test
	void withAllStreamsClosedItFails() {
		assertEquals(1, run("<&- >&- 2>&-", request("off")).exit());
		assertTrue(isOn());
	}

	/** Descriptors, address space in bytes, processes: whether there are enough depends on the Java, so both ends are right. */
	@ParameterizedTest
	@CsvSource({ "nofile, 16", "nofile, 24", "nofile, 32", "nofile, 40", "nofile, 48", "nofile, 52", "nofile, 56", "nofile, 60", "nofile, 64",
			"as, 600000000", "as, 1200000000", "as, 2000000000", "as, 2400000000", "nproc, 1", "nproc, 8", "nproc, 14", "nproc, 17", "nproc, 20" })
	@Needs(RealPart.ROOT)
	void whereTheLimitsAreTooLowItFailsInWords(String limit, String value) {
		Command command = new Command("setpriv", "--reuid=" + STRANGER, "--regid=" + STRANGER, "--clear-groups", "prlimit", "--" + limit + "=" + value,
				"--core=0", agent.folder().resolve("bin/fence_vmware").toString());

		Outcome outcome = command.input(request("off").lines()).run();

		if (outcome.exit() == 0) {
			Check.succeeded(outcome, "Success: Powered OFF");
			assertTrue(!isOn(), outcome::all);
		} else {
			assertEquals(1, outcome.exit(), outcome::all);
			// Callers parse standard output, so even the JVM's last words do not belong there.
			assertEquals("", outcome.out().lines().filter(line -> line.startsWith("Success") || line.startsWith("Status")).collect(Collectors.joining()));
			assertTrue(!(outcome.out() + outcome.err()).isBlank(), "not a word");
		}
	}

	@Test
	void withoutAHomeItHasNoCacheAndAnswers() {
		Command command = new Command("env", "-i", "PATH=" + System.getenv("PATH"), agent.folder().resolve("bin/fence_vmware").toString());

		Check.statusIsOn(command.input(request("status").lines()).run());
	}

	@Test
	@Needs(RealPart.NAME_SPACES)
	void withoutATemporaryFolderItAnswers() throws IOException {
		Path script = resource("without-tmp.sh");
		Path root = Files.createDirectory(temporary.resolve("root"));
		for (String action : List.of("off", "on", "reboot")) {
			Outcome outcome = new Command("unshare", "-m", "/bin/sh", script.toString(), root.toString(), agent.folder().toString())
					.input(request(action).without("lookup_cache").with("lookup_cache", "/agent/cache").lines()).run();
			assertEquals(0, outcome.exit(), outcome::all);
			assertEquals(!action.equals("off"), isOn());
		}
	}

	private static Path resource(String name) throws IOException {
		Path file = temporary.resolve(name);
		try (InputStream in = HostileMachineTest.class.getResourceAsStream("/" + name)) {
			Files.copy(in, file);
		}
		return file;
	}

	/** Only the time of day jumps, as when somebody sets the clock. */
	@Test
	@Needs(RealPart.C_COMPILER)
	void aClockThatJumpsChangesNoDeadline() throws IOException {
		Path library = temporary.resolve("shifted-clock.so");
		new Command("cc", "-shared", "-fPIC", "-o", library.toString(), resource("shifted-clock.c").toString()).run().require();
		Path shift = Files.writeString(temporary.resolve("shift"), "0");
		for (String seconds : List.of("31536000", "-31536000", "2000000000", "-1700000000")) {
			vcenter.post("/vm", "name", NAME, "power", "on");
			Files.writeString(shift, "0");
			long before = vcenter.requests("PowerOffVM_Task");
			vcenter.post("/fault", "method", "PowerOffVM_Task", "kind", "delay", "parameter", "1500");
			Command command = agent.command().environment("LD_PRELOAD", library.toString()).environment("SHIFTED_CLOCK", shift.toString());
			try (Running running = command.input(request("off").lines()).start()) {
				Await.until("the power-off", BOUND, () -> vcenter.requests("PowerOffVM_Task") > before);
				Files.writeString(shift, seconds);
				Check.succeeded(running.await(BOUND), "Success: Powered OFF");
			}
			// And one whose whole life is at another time.
			Check.statusIsOff(command.input(request("status").lines()).run());
		}
	}

	/** A crash of the JVM itself, in the middle of a session. */
	@Test
	void aCrashLeavesNoMemoryBehind() throws IOException {
		Path folder = Files.createDirectory(temporary.resolve("crash"));
		long before = vcenter.requests("Logout");
		vcenter.post("/fault", "method", "Logout", "nth", "1", "kind", "hang");
		Command command = new Command("/bin/sh", "-c", "cd \"$1\" && ulimit -c unlimited && exec \"$0\"",
				agent.folder().resolve("bin/fence_vmware").toString(), folder.toString());
		try (Running running = command.input(request("status").lines()).start()) {
			Await.until("a session", BOUND, () -> vcenter.requests("Logout") > before);
			running.signal("SEGV");
			assertTrue(running.await(BOUND).exit() != 0);
		}
		for (Path file : files(folder)) {
			assertTrue(file.getFileName().toString().startsWith("hs_err_pid"), file::toString);
			assertTrue(!Files.readString(file, StandardCharsets.ISO_8859_1).contains(vcenter.password()), "the password is in " + file);
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		}
	}

	/** Everything that is remembered about the inventory is replaced by nothing, and by a gigabyte that holds nothing. */
	@ParameterizedTest
	@ValueSource(longs = { 0, GIGABYTE })
	void aCacheFileOfAnySizeMisleadsNobody(long size) throws IOException {
		Path folder = temporary.resolve("cache of " + size);
		Request remembering = request("status").with("lookup_cache", folder);
		assertEquals(0, agent.run(remembering.action("monitor")).exit());
		assertEquals(0, agent.run(remembering.action("monitor")).exit());
		Set<Path> files = files(folder);
		assertTrue(files.size() >= 2, files::toString);
		for (Path file : files) {
			try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
				opened.setLength(0);
				opened.setLength(size);
			}
		}

		Outcome outcome = agent.run(remembering);
		assertEquals(0, outcome.exit(), outcome::all);
		assertEquals("Status: ON\n", outcome.out());
		assertEquals(0, agent.run(remembering.action("monitor")).exit());
		Check.statusIsOn(agent.run(remembering));
	}

	private static Set<Path> files(Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.collect(Collectors.toSet());
		}
	}
}

package org.palisade.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;

/** Each power operation leaves a line in the system's log and in the file of the option audit_file, and fences whether it can or not. */
class AuditTest {

	private static final String OFF = "action=off\n";

	@TempDir
	Path folder;

	private final Caller caller = new Caller();
	private Path file;
	private Path logged;

	@BeforeEach
	void logToAFile() throws IOException {
		file = folder.resolve("audit");
		logged = folder.resolve("logged");
		caller.log = StandInLogger.running(folder, "exec cat >>'" + logged + "'");
	}

	private int run(String more) {
		return run(file, more);
	}

	private int run(Path auditFile, String more) {
		return caller.sends(Caller.COMMON + "audit_file=" + auditFile + "\n" + more);
	}

	private void assertRecords(String... expected) throws IOException {
		List<String> lines = Files.readAllLines(file);
		assertEquals(lines, Files.readAllLines(logged));
		assertEquals(List.of(expected), lines.stream().map(line -> line.replaceFirst("^time=\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z ", "")).toList());
	}

	@Test
	void aPowerOperationLeavesALine() throws IOException {
		caller.fencer = "pacemaker-fenced";

		caller.assertSays(0, "Success: Powered OFF\n", "", run(OFF + "nodename=node 1\n"));

		assertRecords("service=pacemaker-fenced nodename=\"node 1\" user=root server=h type=esx action=off method=onoff plug=web id=vm-1 "
				+ "uuids=uuid path=/DC0/vm/web states=ON,OFF duration_ms=0 outcome=POWERED_OFF");
	}

	@Test
	void eachOfSeveralPlugsLeavesALine() throws IOException {
		caller.backEnd.plugs.add("db");

		assertEquals(0, run("action=reboot\nport=web,db\n"));

		String common = "service=\"\" nodename=\"\" user=root server=h type=esx action=reboot method=onoff ";
		assertRecords(common + "plug=web id=vm-1 uuids=uuid path=/DC0/vm/web states=ON,OFF,ON duration_ms=0 outcome=REBOOTED",
				common + "plug=db id=vm-2 uuids=uuid path=/DC0/vm/db states=ON,OFF,ON duration_ms=0 outcome=REBOOTED");
	}

	@Test
	void aPlugThatIsNotFoundLeavesALine() throws IOException {
		assertEquals(1, run(OFF + "port=none\n"));

		assertRecords("service=\"\" nodename=\"\" user=root server=h type=esx action=off method=onoff plug=none id=\"\" uuids=\"\" path=\"\" "
				+ "states=\"\" duration_ms=0 outcome=FAILED kind=NOT_FOUND message=\"no plug \\\"none\\\"\"");
	}

	@Test
	void aRequestThatIsRefusedForItsOptionsLeavesALine() throws IOException {
		caller.fencer = "pacemaker-fenced";

		assertEquals(1, run("action=OFF\nip=\ndelay=soon\nmethod=CYCLE\nnodename=node1\n"));

		assertRecords("service=pacemaker-fenced nodename=node1 user=root server=\"\" type=esx action=off method=cycle plug=web id=\"\" "
				+ "uuids=\"\" path=\"\" states=\"\" duration_ms=0 outcome=FAILED kind=OPTION "
				+ "message=\"the value of option delay is not valid; required options are missing: ip\"");
	}

	@Test
	void aRequestWithoutActionThatIsRefusedLeavesALine() throws IOException {
		assertEquals(1, run("port=\nvmware_type=none\n"));

		assertRecords("service=\"\" nodename=\"\" user=root server=h type=none action=reboot method=onoff plug=\"\" id=\"\" uuids=\"\" path=\"\" "
				+ "states=\"\" duration_ms=0 outcome=FAILED kind=OPTION message=\"the value of option vmware_type names no installed back end\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "status", "monitor", "list", "validate-all", "bogus" })
	void anotherRequestThatIsRefusedForItsOptionsLeavesNone(String action) {
		assertEquals(1, run("delay=soon\naction=" + action + "\n"));

		assertFalse(Files.exists(logged));
	}

	@Test
	void noSecretIsInTheLineOfARequestThatIsRefused() throws IOException {
		String canary = "canary-4711";

		assertEquals(1, run(OFF + "delay=soon\npasswd=" + canary + "\nport=x" + canary + "\nip=" + canary + "\nvmware_type=" + canary + "\nnodename="
				+ canary + "\n"));

		assertTrue(Files.readString(file).contains("plug=x********"), Files.readString(file));
		assertFalse(Files.readString(file).contains(canary), Files.readString(file));
		assertFalse(Files.readString(logged).contains(canary), Files.readString(logged));
	}

	@ParameterizedTest
	@ValueSource(strings = { "status", "monitor", "list", "metadata" })
	void whatChangesNoPowerLeavesNone(String action) {
		assertEquals(0, run("action=" + action + "\n"));

		assertFalse(Files.exists(file));
		assertFalse(Files.exists(logged));
	}

	@Test
	void thePasswordIsInNoLine() throws IOException {
		String canary = "canary-4711";
		caller.backEnd.hook = call -> {
			if (call.equals("open")) {
				throw new FenceException(Kind.LOGIN, "sent " + canary, "");
			}
		};

		assertEquals(1, run(OFF + "passwd=" + canary + "\nnodename=" + canary + "\nport=" + canary + "\n"));

		assertTrue(Files.readString(file).contains("kind=LOGIN"), Files.readString(file));
		assertFalse(Files.readString(file).contains(canary), Files.readString(file));
		assertFalse(Files.readString(logged).contains(canary), Files.readString(logged));
	}

	@Test
	void theLogIsWrittenWhenTheSessionIsClosedAndTheResultTold() throws IOException {
		caller.log = new SystemLog(folder + "/none", Duration.ofMinutes(1));

		assertEquals(0, run(OFF + "verbose=1\n"));

		List<String> told = caller.stderr().lines().toList();
		assertEquals("fence_vmware: detail: the audit record did not get to syslog: " + folder + "/none cannot be started",
				told.get(told.size() - 1));
		assertEquals("Success: Powered OFF\n", caller.stdout());
		assertEquals("close", caller.backEnd.calls.get(caller.backEnd.calls.size() - 1));
		assertEquals(1, Files.readAllLines(file).size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "exit 1", "exec sleep 600" })
	void aLogThatFailsOrHangsChangesNothing(String script) throws IOException {
		caller.log = new SystemLog(StandInLogger.running(folder, script).logger(), Duration.ofMillis(200));

		caller.assertSays(0, "Success: Powered OFF\n", "", run(OFF));
	}

	@Test
	void theFileIsForItsOwnerAloneAndGrows() throws IOException {
		run(OFF);
		run(OFF);

		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		assertEquals(2, Files.readAllLines(file).size());
		assertTrue(Files.readString(file).endsWith("states=OFF duration_ms=0 outcome=ALREADY_OFF\n"));
	}

	@Test
	void whatSomebodyElseCouldHavePreparedIsNotUsed() throws Exception {
		Path target = Files.writeString(folder.resolve("target"), "untouched");
		Path pipe = folder.resolve("pipe");
		assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

		for (Path unsafe : List.of(Files.createSymbolicLink(folder.resolve("symbolic"), target), Files.createLink(folder.resolve("hard"), target),
				pipe, folder, Path.of("/dev/null"))) {
			assertEquals(0, run(unsafe, OFF), unsafe.toString());
			assertEquals(1, run(unsafe, "action=validate-all\n"), unsafe.toString());
		}

		assertEquals("untouched", Files.readString(target));
		assertEquals(5, caller.stderr().lines()
				.filter(line -> line.startsWith("fence_vmware: warning: nothing is written to the file of option audit_file: it is no ordinary file"))
				.count(), caller.stderr());
		assertEquals(5, caller.stderr().lines().filter(line -> line.startsWith("fence_vmware: invalid option: ")).count(), caller.stderr());
	}
}

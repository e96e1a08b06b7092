package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Await;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.ResidentAgent;
import org.palisade.acceptance.support.Running;
import org.palisade.acceptance.support.VcenterSimulator;

/** A resident agent that is asked, and the ways in which it cannot be. Who has answered stands in the debug file, by its process. */
@Needs(RealPart.RESIDENT_CLIENT)
class ResidentTest {

	private static final String NAME = "node00002";
	private static final Duration BOUND = Duration.ofSeconds(60);

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;
	private static Path socket;
	private static ResidentAgent resident;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary).withPatientClient();
		vcenter = VcenterSimulator.start(agent, "--vms", "120");
		socket = temporary.resolve("run").resolve("agent.sock");
		resident = ResidentAgent.start(agent, socket, "--requests", "12");
	}

	@AfterAll
	static void stop() {
		if (resident != null) {
			resident.close();
		}
		if (vcenter != null) {
			vcenter.close();
		}
	}

	@BeforeEach
	void itRuns() throws IOException {
		vcenter.withdrawOrders();
		Files.deleteIfExists(debugFile());
		if (!isOn()) {
			vcenter.post("/vm", "name", NAME, "power", "on");
		}
	}

	@AfterEach
	void everySessionWasClosed() {
		vcenter.withdrawOrders();
		Await.until("no session left", BOUND, () -> vcenter.truth("sessionsOpen") == 0);
	}

	private static boolean isOn() {
		return vcenter.machine(NAME, "powerState").equals("poweredOn");
	}

	private static Path debugFile() {
		return temporary.resolve("debug.log");
	}

	private static Request request(String action) {
		return Request.to(vcenter).plug(NAME).action(action).with("debug_file", debugFile());
	}

	private static boolean answeredBy(ResidentAgent asked) {
		try {
			return Files.readString(debugFile()).contains("[" + asked.process().pid() + "]");
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The resident has answered, and said the same as a process of its own. */
	private static Outcome same(Outcome expected, Outcome outcome) {
		assertEquals(expected.exit(), outcome.exit(), outcome::all);
		assertEquals(expected.out(), outcome.out());
		assertEquals(expected.err(), outcome.err());
		return outcome;
	}

	@ParameterizedTest
	@ValueSource(strings = { "status", "monitor", "list", "list-status", "metadata", "manpage", "validate-all", "nonsense", "on" })
	void saysTheSameAsAProcessOfItsOwn(String action) throws IOException {
		Outcome alone = agent.run(request(action));
		Files.deleteIfExists(debugFile());

		same(alone, resident.run(request(action)));

		// The others tell nothing, or describe the agent without regard to the options.
		assertTrue(!List.of("status", "monitor", "list", "list-status", "on").contains(action) || answeredBy(resident));
	}

	@Test
	void powersOffOnAndReboots() {
		Check.quietlySucceeded(resident.run(request("off")), "Success: Powered OFF");
		assertEquals("poweredOff", vcenter.machine(NAME, "powerState"));
		Check.statusIsOff(resident.run(request("status")));
		Check.quietlySucceeded(resident.run(request("off")), "Success: Already OFF");
		Check.quietlySucceeded(resident.run(request("on")), "Success: Powered ON");
		long powerOffs = vcenter.powerOffs(NAME);
		Check.quietlySucceeded(resident.run(request("reboot")), "Success: Rebooted");
		assertEquals(powerOffs + 1, vcenter.powerOffs(NAME));
		assertTrue(answeredBy(resident));
	}

	@ParameterizedTest
	@ValueSource(strings = { "password=wrong", "plug=nobody", "ipport=1", "ssl_insecure=0", "power_timeout=x", "vmware_type=none" })
	void failsTheSame(String option) {
		String[] pair = option.split("=");

		Outcome outcome = same(agent.run(request("off").with(pair[0], pair[1])), resident.run(request("off").with(pair[0], pair[1])));

		Check.failed(outcome);
	}

	@Test
	void argumentsHelpAndTheNameOfTheCommandCount() throws IOException {
		for (String[] arguments : new String[][] { { "--help" }, { "--version" }, { "--no-such-option" }, { "-o", "status", "-a" } }) {
			same(agent.command(arguments).run(), resident.command(arguments).run());
		}
		Path link = Files.createSymbolicLink(temporary.resolve("fence_vmware_rest"), agent.folder().resolve("bin/fence_vmware"));
		Outcome alone = new Command(link.toString(), "-o", "metadata").run();
		assertTrue(alone.out().contains("fence_vmware_rest"), alone::all);
		same(alone, new Command(link.toString(), "-o", "metadata").environment("PALISADE_SOCKET", socket.toString()).run());
	}

	@Test
	void pacemakersOwnTimeLimitCounts() {
		Outcome outcome = resident.command().environment("PCMK_service", "pacemaker-fenced")
				.input(request("off").with("audit_file", temporary.resolve("audit")).lines()).run();

		Check.quietlySucceeded(outcome, "Success: Powered OFF");
		assertTrue(read(temporary.resolve("audit")).contains("service=pacemaker-fenced"));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void aBundleThatIsAddedMakesTheResidentStale() throws IOException {
		Path added = Files.writeString(agent.plugins().resolve("new.jar"), "no jar");
		try {
			Outcome outcome = resident.run(request("status"));

			assertEquals(0, outcome.exit(), outcome::all);
			Check.says(outcome, "new.jar");
			assertFalse(answeredBy(resident));
		} finally {
			Files.delete(added);
		}
		Check.statusIsOn(resident.run(request("status")));
		assertTrue(answeredBy(resident));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PALISADE_JAVA_OPTIONS=-Dx=y", "LC_ALL=de_DE.ISO-8859-1", "LC_ALL=xx_YY.UTF-8", "PALISADE_SOCKET=/nonexistent/s",
			"PALISADE_SOCKET=" })
	void aCallerWithAnEnvironmentOfItsOwnGetsAProcessOfItsOwn(String variable) {
		String[] pair = variable.split("=", 2);

		Check.statusIsOn(resident.command().environment(pair[0], pair[1]).input(request("status").lines()).run());

		assertFalse(answeredBy(resident));
	}

	@Test
	void aRelativePathGetsAProcessOfItsOwn() throws IOException {
		Outcome outcome = new Command("sh", "-c", "cd \"$0\" && exec \"$@\"", temporary.toString(), agent.folder().resolve("bin/fence_vmware").toString())
				.environment("PALISADE_SOCKET", socket.toString()).input(request("status").with("debug_file", "relative.log").lines()).run();

		Check.statusIsOn(outcome);
		assertFalse(Files.readString(temporary.resolve("relative.log")).contains("[" + resident.process().pid() + "]"));
	}

	@Test
	void tenClientsAtOnceAreServed() {
		List<Running> clients = new ArrayList<>();
		try {
			for (int i = 0; i < 10; i++) {
				clients.add(resident.start(request(i % 2 == 0 ? "status" : "list").without("debug_file")));
			}
			for (int i = 0; i < clients.size(); i++) {
				Outcome outcome = clients.get(i).await(BOUND);
				assertEquals(0, outcome.exit(), outcome::all);
				assertEquals(i % 2 == 0 ? 1 : 120, outcome.out().lines().count());
			}
		} finally {
			clients.forEach(Running::close);
		}
	}

	@Test
	void thoseBeyondTheBoundHaveProcessesOfTheirOwn() {
		Path other = temporary.resolve("busy").resolve("agent.sock");
		long before = vcenter.requests("Login");
		vcenter.post("/fault", "method", "Login", "nth", "1", "kind", "hang", "executed", "false");
		try (ResidentAgent small = ResidentAgent.start(agent, other, "--requests", "1");
				Running first = small.start(request("status").with("login_timeout", "30").with("shell_timeout", "30").without("debug_file"))) {
			Await.until("the first request", BOUND, () -> vcenter.requests("Login") > before);
			Check.statusIsOn(small.run(request("status")));
			assertFalse(answeredBy(small));
			vcenter.withdrawOrders();
			first.await(BOUND);
		}
	}

	@Test
	void sigtermOfTheClientCancelsTheRequest() {
		vcenter.post("/fault", "method", "Login", "nth", "1", "kind", "hang", "executed", "false");
		long before = vcenter.requests("Login");
		try (Running client = resident.start(request("off").with("login_timeout", "40").with("shell_timeout", "40"))) {
			Await.until("the log-in", BOUND, () -> vcenter.requests("Login") > before);
			client.terminate();
			Outcome outcome = client.await(BOUND);

			Check.failed(outcome, "cancelled");
			assertTrue(outcome.took().toSeconds() < 30, outcome::all);
		}
		assertTrue(isOn());
		assertTrue(answeredBy(resident));
	}

	@Test
	void aClientThatIsKilledCancelsItsRequestToo() {
		vcenter.post("/fault", "method", "PowerOffVM_Task", "nth", "1", "kind", "taskHang");
		long before = vcenter.requests("PowerOffVM_Task");
		try (Running client = resident.start(request("off").plug("node00007").without("debug_file"))) {
			Await.until("the power operation", BOUND, () -> vcenter.requests("PowerOffVM_Task") > before);
			client.signal("KILL");
			assertNotEquals(0, client.await(BOUND).exit());
		}
		Await.until("the log-out", BOUND, () -> vcenter.truth("sessionsOpen") == 0);
	}

	@Test
	void aResidentThatStopsBeforeAPowerOperationDoesNotDoItLater() {
		vcenter.post("/fault", "method", "Login", "nth", "1", "kind", "delay", "parameter", "1500");
		long powerOffs = vcenter.powerOffs(NAME);
		long before = vcenter.requests("Login");
		try (Running client = resident.start(request("off").with("login_timeout", "30"))) {
			Await.until("the log-in", BOUND, () -> vcenter.requests("Login") > before);
			resident.process().signal("STOP");
			Check.quietlySucceeded(client.await(BOUND), "Success: Powered OFF");
			vcenter.post("/vm", "name", NAME, "power", "on");
		} finally {
			resident.process().signal("CONT");
		}
		Await.until("the end of what the resident had begun", BOUND, () -> vcenter.truth("sessionsOpen") == 0);
		assertEquals(powerOffs + 1, vcenter.powerOffs(NAME));
		assertTrue(isOn());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000\u0001\u00fe\u00ff=\u0000\n", "a\nb=c\n=\n\n#\n", "action" })
	void junkIsRefusedTheSame(String junk) {
		same(agent.command().input(junk).run(), resident.command().input(junk).run());
	}

	@Test
	void hugeInputIsRefusedTheSame() {
		for (int length : new int[] { (1 << 20) - 100, (1 << 20) + 1, 3 << 20 }) {
			String huge = ("#" + "x".repeat(99) + "\n").repeat(length / 101 + 1);
			same(agent.command().input(huge).run(), resident.command().input(huge).run());
		}
	}

	@Test
	void someoneElseCannotBeTheResident() throws IOException {
		Path open = Files.createDirectory(temporary.resolve("open"));
		Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
		Path closed = Files.createDirectory(temporary.resolve("closed"));
		Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
		for (Path place : List.of(open.resolve("s"), closed.resolve("s"))) {
			try (ServerSocketChannel impostor = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
				impostor.bind(UnixDomainSocketAddress.of(place));
				// In the closed folder it is the socket that everybody may use.
				Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
				impostor.configureBlocking(false);
				Check.statusIsOn(agent.command().environment("PALISADE_SOCKET", place.toString()).input(request("status").lines()).run());
				assertEquals(null, impostor.accept(), "the client connected");
			}
		}
	}

	@Test
	void aResidentThatTalksRubbishIsLeftAlone() throws IOException, InterruptedException {
		Path folder = Files.createDirectory(temporary.resolve("rubbish"));
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
		Path place = folder.resolve("s");
		for (String rubbish : List.of("X\u0000\u0000\u0000\u00010", "HTTP/1.1 200 OK\r\n\r\n", "A\u0000\u0000\u0000\u0000Z\u00ff\u00ff\u00ff\u00ff", "A")) {
			try (ServerSocketChannel impostor = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
				impostor.bind(UnixDomainSocketAddress.of(place));
				Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
				Thread talking = new Thread(() -> talk(impostor, rubbish.getBytes(StandardCharsets.ISO_8859_1)));
				talking.start();
				Check.statusIsOn(agent.command().environment("PALISADE_SOCKET", place.toString()).input(request("status").lines()).run());
				talking.join();
			}
			Files.delete(place);
		}
	}

	private static void talk(ServerSocketChannel impostor, byte[] bytes) {
		try (var client = impostor.accept()) {
			client.write(java.nio.ByteBuffer.wrap(bytes));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void aSecondResidentDoesNotTakeThePlaceOfTheFirst() {
		Outcome second = ResidentAgent.command(agent, socket).run();

		assertEquals(1, second.exit(), second::all);
		Check.says(second, "already");
		Check.statusIsOn(resident.run(request("status")));
		assertTrue(answeredBy(resident));
	}

	@Test
	void aKilledResidentLeavesASocketThatTheNextOneReplaces() {
		Path place = temporary.resolve("killed").resolve("agent.sock");
		try (ResidentAgent first = ResidentAgent.start(agent, place)) {
			first.process().signal("KILL");
			first.process().await(BOUND);
			assertTrue(Files.exists(place));
			Check.statusIsOn(first.run(request("status")));
		}
		try (ResidentAgent next = ResidentAgent.start(agent, place, "--keep-sessions")) {
			Check.statusIsOn(next.run(request("status")));
			assertTrue(answeredBy(next));
			assertEquals(1, vcenter.truth("sessionsOpen"));
			Outcome end = next.terminate();
			assertEquals(0, end.exit(), end::all);
			assertEquals("", end.err());
			assertFalse(Files.exists(place));
		}
		assertEquals(0, vcenter.truth("sessionsOpen"));
	}

	@Test
	@Needs({ RealPart.RESIDENT_CLIENT, RealPart.ROOT })
	void anotherUserIsRefused() throws IOException {
		Path folder = socket.getParent();
		Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
		try {
			// Even if somebody opened the folder and the socket to him: a client that does not look, and the one that does.
			Outcome curious = asNobody(curiousClient().toString(), socket.toString());
			assertEquals("0 bytes\n", curious.require());
			Outcome client = asNobody(agent.folder().resolve("bin/fence_vmware").toString(), "-o", "metadata");
			assertEquals(0, client.exit(), client::all);
		} finally {
			Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
		}
	}

	/** Connects, sends nothing and waits for what is said. */
	private static Path curiousClient() throws IOException {
		Path source = Files.writeString(temporary.resolve("curious.c"), """
				#include <stdio.h>
				#include <string.h>
				#include <sys/socket.h>
				#include <sys/un.h>
				#include <unistd.h>
				int main(int argc, char **argv) {
					struct sockaddr_un address = { .sun_family = AF_UNIX };
					char answer[100];
					int fd = socket(AF_UNIX, SOCK_STREAM, 0);
					strncpy(address.sun_path, argv[argc - 1], sizeof address.sun_path - 1);
					if (connect(fd, (struct sockaddr *) &address, sizeof address) != 0)
						return 1;
					printf("%zd bytes\\n", read(fd, answer, sizeof answer));
					return 0;
				}
				""");
		Path program = temporary.resolve("curious");
		new Command("cc", "-o", program.toString(), source.toString()).run().require();
		return program;
	}

	private static Outcome asNobody(String... words) {
		Command command = new Command("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups").environment("PALISADE_SOCKET",
				socket.toString());
		for (String word : words) {
			command.argument(word);
		}
		return command.run();
	}
}

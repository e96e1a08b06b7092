package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Request;

/**
 * The example of a back end, built away from our build by an ordinary Maven with nothing of ours but the development kit, with its compliance test,
 * and then used by an installed agent on real processes.
 */
class ExampleBackEndTest {

	/** A first build downloads bnd. */
	private static final Duration BUILD_BOUND = Duration.ofMinutes(10);

	@TempDir
	static Path built;
	private static Path bundle;

	@TempDir
	Path temporary;
	private InstalledAgent agent;
	private Path programs;

	@BeforeAll
	@Timeout(value = 12, unit = TimeUnit.MINUTES)
	static void build() throws IOException {
		Path example = Path.of(System.getProperty("palisade.example"));
		Path project = Files.createDirectory(built.resolve("org.example.fence.process"));
		new Command("cp", "-r", example.resolve("pom.xml").toString(), example.resolve("src").toString(), project.toString()).run().require();
		new Command(System.getProperty("palisade.maven"), "-B", "-ntp", "-f", project.resolve("pom.xml").toString(),
				"-Dpalisade.sdk=" + Path.of(System.getProperty("palisade.sdk")).toRealPath(),
				// Nothing of ours may stay in the user's local repository, and nothing that is there already need be downloaded.
				"-Dmaven.repo.local=" + built.resolve("repository"),
				"-Dmaven.repo.local.tail=" + System.getProperty("palisade.maven.repository"), "package").run(BUILD_BOUND).require();
		try (Stream<Path> jars = Files.list(project.resolve("target"))) {
			bundle = jars.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
		}
		try (Stream<Path> reports = Files.list(project.resolve("target/surefire-reports"))) {
			assertTrue(reports.anyMatch(file -> file.toString().endsWith("ProcessBackEndTest.xml")), "the compliance test was not run");
		}
	}

	@BeforeEach
	void install() throws IOException {
		agent = InstalledAgent.copyInto(temporary);
		Files.createDirectories(agent.plugins());
		Files.copy(bundle, agent.plugins().resolve(bundle.getFileName()));
		programs = Files.createDirectory(temporary.resolve("programs")).toRealPath();
		Path program = Files.writeString(programs.resolve("node1"), "#!/bin/sh\nexec sleep 300\n");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	@AfterEach
	void killWhatIsLeft() {
		processes().forEach(ProcessHandle::destroyForcibly);
	}

	@Test
	void anAdministratorCanUseItAtOnce() {
		Check.quietlySucceeded(agent.command("-d", "process", "--process-folder", programs.toString(), "-n", "node1", "-o", "on").run(),
				"Success: Powered ON");
		assertEquals(1, processes().size());
	}

	@Test
	void aFencerFencesARealProcess() {
		assertEquals("", agent.run(request().action("monitor")).require());
		Check.statusIsOff(agent.run(request().action("status")));

		Check.quietlySucceeded(agent.run(request().action("on")), "Success: Powered ON");
		Check.statusIsOn(agent.run(request().action("status")));
		assertEquals(1, processes().size());
		assertEquals("node1,,ON\n", agent.run(request().action("list-status")).require());

		Check.quietlySucceeded(agent.run(request().action("off")), "Success: Powered OFF");
		assertEquals(List.of(), processes());
		Check.statusIsOff(agent.run(request().action("status")));
		Check.quietlySucceeded(agent.run(request().action("off")), "Success: Already OFF");
	}

	@Test
	void aRebootIsAnotherProcess() {
		agent.run(request().action("on")).require();
		long before = processes().get(0).pid();

		Check.quietlySucceeded(agent.run(request().action("reboot")), "Success: Rebooted");

		assertEquals(1, processes().size());
		assertNotEquals(before, processes().get(0).pid());
	}

	@Test
	void aWrongNameTouchesNothing() {
		agent.run(request().action("on")).require();

		Check.failed(agent.run(request().plug("node").action("off")), "node");
		assertEquals(1, processes().size());
	}

	@Test
	void itsOptionsAreCheckedAndInTheMetadata() {
		Check.failed(agent.run(request().without("process_folder").action("off")), "process_folder");
		Check.failed(agent.run(request().with("process_folder", programs.resolve("nowhere")).action("off")), "process_folder");
		assertTrue(agent.command("-o", "metadata").run().require().contains("--process-folder"));
	}

	private Request request() {
		return Request.empty().with("vmware_type", "process").with("process_folder", programs).plug("node1");
	}

	/** The truth: the processes that work in the folder. One that has ended works nowhere, even if nobody has taken notice of it yet. */
	private List<ProcessHandle> processes() {
		return ProcessHandle.allProcesses().filter(process -> {
			try {
				return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).equals(programs);
			} catch (IOException e) {
				return false;
			}
		}).toList();
	}
}

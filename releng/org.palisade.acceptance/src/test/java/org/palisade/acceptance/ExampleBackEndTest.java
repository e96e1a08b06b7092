package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.ExampleBundle;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Request;

/**
 * The example of a back end, built away from our build by an ordinary Maven with nothing of ours but the development kit, with its compliance test,
 * and then used by an installed agent on real processes.
 */
class ExampleBackEndTest {

	@TempDir
	Path temporary;
	private InstalledAgent agent;
	private Path bundle;
	private Path programs;

	@BeforeEach
	void install() throws IOException {
		bundle = ExampleBundle.built();
		agent = InstalledAgent.copyInto(temporary);
		Files.createDirectories(agent.plugins());
		Files.copy(bundle, agent.plugins().resolve(bundle.getFileName()));
		programs = ExampleBundle.programsIn(temporary);
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

	private List<ProcessHandle> processes() {
		return ExampleBundle.processesIn(programs);
	}
}

package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.EclipsePlatform;
import org.palisade.acceptance.support.ExampleBundle;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.RunningWorkbench;
import org.palisade.acceptance.support.StubBackEndBundle;

/** Somebody else's back end in an installed workbench. */
@Needs(RealPart.DISPLAY)
class WorkbenchBackEndsTest {

	private static final String NEW_CONNECTION = "org.palisade.ui.command.newConnection";
	private static final String OFFERED = "^process: Processes of this machine";

	@TempDir
	Path temporary;
	private EclipsePlatform platform;
	private Path plugins;
	private Path programs;
	private RunningWorkbench workbench;

	@BeforeEach
	void install() throws IOException {
		platform = EclipsePlatform.withWorkbench(temporary);
		plugins = platform.folder().resolve("plugins.d");
		programs = ExampleBundle.programsIn(temporary);
	}

	@AfterEach
	void stop() {
		if (workbench != null) {
			workbench.close();
		}
		processes().forEach(ProcessHandle::destroyForcibly);
	}

	private void start() throws IOException {
		workbench = RunningWorkbench.start(platform, Files.createDirectories(temporary.resolve("home")));
		workbench.openPerspective("org.palisade.ui.perspective");
	}

	private List<ProcessHandle> processes() {
		return ExampleBundle.processesIn(programs);
	}

	private Path drop(Path jar, String mode) throws IOException {
		if (!Files.exists(plugins)) {
			Files.createDirectory(plugins, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
		}
		Path dropped = Files.copy(jar, temporary.resolve("dropped"));
		Files.setPosixFilePermissions(dropped, PosixFilePermissions.fromString(mode));
		return Files.move(dropped, plugins.resolve(jar.getFileName()));
	}

	@Test
	void aBundleThatIsDroppedInIsUsedWithoutARestartAndGoesWithItsFile() throws IOException {
		start();
		workbench.begin(NEW_CONNECTION);
		workbench.awaitLine("^esx: ");
		workbench.awaitNoLine(OFFERED);

		Path dropped = drop(ExampleBundle.built(), "rw-r--r--");

		workbench.awaitLine(OFFERED);
		fenceAProcess();
		breakOthers();
		workbench.begin("org.palisade.ui.command.status");
		workbench.awaitLine(" \\| status \\| is off \\| .*/node1 \\| ");

		workbench.begin(NEW_CONNECTION);
		workbench.awaitLine(OFFERED);
		Files.delete(dropped);
		workbench.awaitNoLine(OFFERED);
		workbench.press("Cancel");
	}

	@Test
	void aBundleThatTheDirectorInstallsIsUsed() throws IOException {
		Path source = Files.createDirectories(temporary.resolve("source/plugins"));
		Files.copy(ExampleBundle.built(), source.resolve("org.example.fence.process.jar"));
		platform.publish(source.getParent(), temporary.resolve("repository"));
		platform.install(temporary.resolve("repository"), ExampleBundle.NAME);

		start();
		workbench.begin(NEW_CONNECTION);
		workbench.awaitLine(OFFERED);
		fenceAProcess();
	}

	/** In the wizard that is open. */
	private void fenceAProcess() {
		workbench.type("Name:", "Programs");
		workbench.choose("Back end:", "process: ");
		workbench.type("process_folder:", programs.toString());
		workbench.photograph("wizard-process");
		workbench.press("Test Connection");
		workbench.awaitLine("^Everything passed");
		workbench.press("Finish");
		workbench.awaitLine("^Programs \\| Connected, ");

		workbench.select("node1");
		workbench.begin("org.palisade.ui.command.on");
		workbench.awaitLine(" \\| on \\| powered on \\| .*/node1 \\| ");
		assertEquals(1, processes().size());
		workbench.awaitLine("^node1 \\| On \\| ");

		workbench.begin("org.palisade.ui.command.off");
		workbench.press("Fence (Off)");
		workbench.awaitLine(" \\| off \\| powered off \\| .*/node1 \\| ");
		assertEquals(List.of(), processes());
		workbench.awaitLine("^node1 \\| Off \\| ");
		workbench.photograph("process-fenced");
	}

	private void breakOthers() throws IOException {
		drop(Files.writeString(temporary.resolve("garbage.jar"), "this is no archive"), "rw-r--r--");
		workbench.awaitLine("garbage.jar.* is not used: ");
		workbench.photograph("garbage");

		Path unresolvable = temporary.resolve("unresolvable.jar");
		StubBackEndBundle.buildUnresolvable(unresolvable);
		drop(unresolvable, "rw-r--r--");
		workbench.awaitLine("unresolvable.jar.* is not used: .*Unresolved requirement");

		Path writable = Files.copy(ExampleBundle.built(), temporary.resolve("writable.jar"));
		drop(writable, "rw-rw-r--");
		workbench.awaitLine("writable.jar.* is not used: .*chmod g-w ");

		Path impostor = temporary.resolve("impostor.jar");
		StubBackEndBundle.buildUnresolvable(impostor, "org.palisade.backend.esx");
		drop(impostor, "rw-r--r--");
		workbench.awaitLine("impostor.jar.* is not used: its symbolic name is that of a bundle of Palisade");

		assertTrue(workbench.log().contains("garbage.jar") && workbench.log().contains("impostor.jar"), workbench.log());
	}
}

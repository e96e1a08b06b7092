package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The example of a back end, built once for all tests, away from our build, by an ordinary Maven with nothing of ours but the development kit. */
public final class ExampleBundle {

	/** Its symbolic name. */
	public static final String NAME = "org.example.fence.process";

	/** A first build downloads bnd. */
	private static final Duration BUILD_BOUND = Duration.ofMinutes(10);

	private static Path bundle;

	private ExampleBundle() {
	}

	/** {@return the jar} The compliance test has passed. */
	public static synchronized Path built() {
		if (bundle == null) {
			try {
				bundle = build(Files.createTempDirectory("palisade-example"));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		return bundle;
	}

	private static Path build(Path folder) throws IOException {
		Path example = Path.of(System.getProperty("palisade.example"));
		Path project = Files.createDirectory(folder.resolve(NAME));
		new Command("cp", "-r", example.resolve("pom.xml").toString(), example.resolve("src").toString(), project.toString()).run().require();
		new Command(System.getProperty("palisade.maven"), "-B", "-ntp", "-f", project.resolve("pom.xml").toString(),
				"-Dpalisade.sdk=" + Path.of(System.getProperty("palisade.sdk")).toRealPath(),
				// Nothing of ours may stay in the user's local repository, and nothing that is there already need be downloaded.
				"-Dmaven.repo.local=" + folder.resolve("repository"), "-Dmaven.repo.local.tail=" + System.getProperty("palisade.maven.repository"),
				"package").run(BUILD_BOUND).require();
		requireTested(project);
		try (Stream<Path> jars = Files.list(project.resolve("target"))) {
			Path built = jars.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
			return Files.copy(built, Path.of(System.getProperty("palisade.example.built")), StandardCopyOption.REPLACE_EXISTING);
		} finally {
			new Command("rm", "-r", folder.toString()).run().require();
		}
	}

	private static void requireTested(Path project) throws IOException {
		try (Stream<Path> reports = Files.list(project.resolve("target/surefire-reports"))) {
			if (reports.noneMatch(file -> file.toString().endsWith("ProcessBackEndTest.xml"))) {
				throw new AssertionError("the compliance test was not run");
			}
		}
	}

	/** {@return a new folder with one program for it, {@code node1}} */
	public static Path programsIn(Path parent) throws IOException {
		Path programs = Files.createDirectory(parent.resolve("programs")).toRealPath();
		Path program = Files.writeString(programs.resolve("node1"), "#!/bin/sh\nexec sleep 300\n");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
		return programs;
	}

	/** {@return the truth: the processes that work in the folder} One that has ended works nowhere, even if nobody has taken notice of it yet. */
	public static List<ProcessHandle> processesIn(Path programs) {
		return ProcessHandle.allProcesses().filter(process -> {
			try {
				return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).equals(programs);
			} catch (IOException e) {
				return false;
			}
		}).toList();
	}
}

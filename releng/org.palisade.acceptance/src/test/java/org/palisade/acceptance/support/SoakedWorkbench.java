package org.palisade.acceptance.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in {@code releng/soak} that does what a workbench does with a connection, in a process of its own. */
public final class SoakedWorkbench implements AutoCloseable {

	/** The bundles beyond those of an installed agent. */
	private static final List<String> BUNDLES = List.of("org.palisade.connections", "org.palisade.inventory", "org.palisade.operations");

	private final Process process;
	private final BufferedReader told;
	private final OutputStream asked;

	private SoakedWorkbench(Process process) {
		this.process = process;
		this.told = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		this.asked = process.getOutputStream();
	}

	/**
	 * Compiles and starts it.
	 *
	 * @param fingerprint of the server's certificate
	 * @param folder an empty folder
	 */
	public static SoakedWorkbench start(InstalledAgent agent, VcenterSimulator vcenter, String fingerprint, Path folder) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin").toString();
		String classPath = classPath(agent);
		new Command(java + "/javac", "-nowarn", "-d", folder.toString(), "-cp", classPath, System.getProperty("palisade.soak") + "/SoakedWorkbench.java")
				.run().require();
		// The heap and the collector of a workbench do not matter here: what is left after a collection does.
		Process process = new ProcessBuilder(java + "/java", "-Xmx256m", "-XX:+UseSerialGC", Holdings.COLLECTED_WHOLE, "-cp", folder + ":" + classPath, "SoakedWorkbench",
				"127.0.0.1:" + vcenter.port(), vcenter.username(), fingerprint).redirectError(folder.resolve("err").toFile()).start();
		SoakedWorkbench workbench = new SoakedWorkbench(process);
		workbench.tell(vcenter.password());
		workbench.answer();
		return workbench;
	}

	private static String classPath(InstalledAgent agent) throws IOException {
		Stream<Path> added = BUNDLES.stream().map(SoakedWorkbench::jarOf);
		try (Stream<Path> installed = Files.list(agent.folder().resolve("plugins"))) {
			return Stream.concat(installed, added).map(Path::toString).collect(Collectors.joining(":"));
		}
	}

	private static Path jarOf(String bundle) {
		Path target = Path.of(System.getProperty("palisade.bundles"), bundle, "target");
		try (Stream<Path> files = Files.list(target)) {
			return files.filter(file -> file.getFileName().toString().matches(bundle + "-[^-]*(-SNAPSHOT)?\\.jar")).findFirst().orElseThrow();
		} catch (IOException e) {
			throw new UncheckedIOException("build " + bundle + " first", e);
		}
	}

	/** {@return its process id} */
	public long pid() {
		return process.pid();
	}

	/** {@return what came of a round of feeds and operations} */
	public String round() {
		tell("round");
		return answer();
	}

	private void tell(String line) {
		try {
			asked.write((line + "\n").getBytes(StandardCharsets.UTF_8));
			asked.flush();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private String answer() {
		try {
			String line = told.readLine();
			if (line == null) {
				throw new AssertionError("the soaked workbench has ended, with " + process.waitFor());
			}
			return line;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", e);
		}
	}

	/** Has it close its feed and end. */
	@Override
	public void close() {
		try {
			asked.close();
			process.waitFor();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			process.destroyForcibly();
		}
	}
}

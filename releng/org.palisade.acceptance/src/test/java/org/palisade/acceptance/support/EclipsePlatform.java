package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A copy of a bare Eclipse platform, which has a p2 director and nothing of ours but the driver by which tests use it. */
public final class EclipsePlatform {

	private static final Duration INSTALL_BOUND = Duration.ofMinutes(3);

	private final Path folder;

	private EclipsePlatform(Path folder) {
		this.folder = folder;
	}

	/** {@return a platform of its own in {@code parent}} */
	public static EclipsePlatform copyInto(Path parent) {
		Path folder = parent.resolve("eclipse");
		new Command("cp", "-r", System.getProperty("palisade.platform"), folder.toString()).run().require();
		return new EclipsePlatform(folder);
	}

	/** {@return a platform into which the director has installed the workbench from the repository that the build made} */
	public static EclipsePlatform withWorkbench(Path parent) {
		EclipsePlatform platform = copyInto(parent);
		platform.install(Path.of(System.getProperty("palisade.repository")), "org.palisade.ui.feature.feature.group");
		return platform;
	}

	/** {@return where it is installed} */
	public Path folder() {
		return folder;
	}

	/** Has the director install what has this name from a repository, and nothing else. */
	public void install(Path repository, String name) {
		run("org.eclipse.equinox.p2.director", "-repository", repository.toUri().toString(), "-installIU", name);
	}

	/** Has the director remove what has this name. */
	public void uninstall(String name) {
		run("org.eclipse.equinox.p2.director", "-uninstallIU", name);
	}

	/** Makes a repository of the bundles in {@code source}/plugins. */
	public void publish(Path source, Path repository) {
		run("org.eclipse.equinox.p2.publisher.FeaturesAndBundlesPublisher", "-source", source.toString(), "-metadataRepository",
				repository.toUri().toString(), "-artifactRepository", repository.toUri().toString(), "-publishArtifacts", "-compress");
	}

	private void run(String application, String... arguments) {
		Command command = command("-nosplash", "-consoleLog", "-data", folder.resolveSibling("director").toString(), "-application", application);
		for (String argument : arguments) {
			command.argument(argument);
		}
		command.run(INSTALL_BOUND).require();
	}

	/** {@return a command that starts it} Arguments follow. */
	Command command(String... arguments) {
		Command command = new Command(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", launcher().toString());
		for (String argument : arguments) {
			command.argument(argument);
		}
		return command;
	}

	private Path launcher() {
		try (Stream<Path> plugins = Files.list(folder.resolve("plugins"))) {
			return plugins.filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_")).findFirst().orElseThrow();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

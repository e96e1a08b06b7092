package org.palisade.launcher.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.eclipse.osgi.util.NLS;

/** The installation's folder for third-party bundles: which of them may be used, and why the others may not. */
final class PluginFolder {

	static final String NAME = "plugins.d";

	private final Path home;
	private final Path folder;

	/** @param home the installation */
	PluginFolder(Path home) {
		this.home = home;
		this.folder = home.resolve(NAME);
	}

	/**
	 * Reads the folder. Other things than jars and folders are left alone.
	 *
	 * @param report told of each bundle that is not used
	 * @return the bundles to install, in the order of their file names
	 */
	List<PluginBundle> read(Report report) {
		List<PluginBundle> trusted = new ArrayList<>();
		try {
			TreeSet<Path> paths = candidates();
			if (paths.isEmpty()) {
				return trusted;
			}
			FileTrust trust = FileTrust.forInstallation(home);
			Optional<String> problem = trust.problem(home).or(() -> trust.problem(folder));
			if (problem.isPresent()) {
				report.problem(NLS.bind(Messages.plugins_refused, folder, problem.get()));
				return trusted;
			}
			for (Path path : paths) {
				accept(path, trust, report).ifPresent(trusted::add);
			}
		} catch (IOException e) {
			report.problem(NLS.bind(Messages.plugins_unreadable, folder, e.getMessage()));
		}
		return trusted;
	}

	private TreeSet<Path> candidates() throws IOException {
		TreeSet<Path> paths = new TreeSet<>();
		if (!Files.exists(folder)) {
			return paths;
		}
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (Path entry : entries) {
				String name = entry.getFileName().toString();
				if (!name.startsWith(".") && (name.endsWith(".jar") || Files.isDirectory(entry))) {
					paths.add(entry);
				}
			}
		}
		return paths;
	}

	private static Optional<PluginBundle> accept(Path path, FileTrust trust, Report report) {
		Optional<String> problem = trust.problemWithin(path);
		if (problem.isPresent()) {
			report.unused(path.getFileName().toString(), path, problem.get());
			return Optional.empty();
		}
		PluginBundle bundle = PluginBundle.of(path);
		bundle.problem().ifPresent(reason -> report.unused(bundle.name(), path, reason));
		return bundle.problem().isPresent() ? Optional.empty() : Optional.of(bundle);
	}
}

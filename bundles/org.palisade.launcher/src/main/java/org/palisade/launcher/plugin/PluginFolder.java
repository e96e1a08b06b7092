package org.palisade.launcher.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.eclipse.osgi.util.NLS;

/** A folder for third-party bundles: which of them may be used, and why the others may not. Immutable. */
public final class PluginFolder {

	/** The name of the folder in an installation. */
	public static final String NAME = "plugins.d";

	private final Path home;
	private final Path folder;

	/**
	 * The folder of an installation.
	 *
	 * @param home the installation
	 */
	public PluginFolder(Path home) {
		this(home, home.resolve(NAME));
	}

	/**
	 * A folder in another place.
	 *
	 * @param home the installation, whose owner is trusted
	 * @param folder the folder; it need not exist
	 */
	public PluginFolder(Path home, Path folder) {
		this.home = home;
		this.folder = folder;
	}

	/** {@return whether a bundle with that location lies in this folder} */
	public boolean holds(String location) {
		// The URI of a folder ends with a slash only while it exists.
		String uri = folder.toUri().toString();
		return location.startsWith(PluginBundle.BY_REFERENCE + (uri.endsWith("/") ? uri : uri + "/"));
	}

	/**
	 * Reads the folder. Other things than jars and folders are left alone.
	 *
	 * @param report told of each bundle that is not used
	 * @return the bundles to install, in the order of their file names
	 */
	public List<PluginBundle> read(PluginReport report) {
		List<PluginBundle> trusted = new ArrayList<>();
		try {
			TreeSet<Path> paths = candidates();
			if (paths.isEmpty()) {
				return trusted;
			}
			FileTrust trust = FileTrust.forInstallation(home);
			Optional<String> problem = trust.problem(folder.toAbsolutePath().getParent()).or(() -> trust.problem(folder));
			if (problem.isPresent()) {
				report.problem(NLS.bind(Messages.plugins_refused, folder, problem.get()));
				return trusted;
			}
			for (Path path : paths) {
				accept(path, trust, report).ifPresent(trusted::add);
			}
		} catch (IOException | UnsupportedOperationException e) {
			// Where files have no owners and modes, nobody can say who may write them.
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

	private static Optional<PluginBundle> accept(Path path, FileTrust trust, PluginReport report) {
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

package org.palisade.launcher.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

/**
 * Whether code may be loaded from a file: an agent that runs as root must not run what others can write. Looks at numeric owners and modes, so
 * that no user data base is asked.
 */
final class FileTrust {

	private static final int ROOT = 0;
	private static final int GROUP_WRITE = 0020;
	private static final int OTHERS_WRITE = 0002;

	private final Set<Integer> owners;

	/** @param owners numeric user ids that are trusted besides root */
	FileTrust(Set<Integer> owners) {
		this.owners = owners;
	}

	/**
	 * Trusts root, the user that this process runs as and the owner of the installation.
	 *
	 * @throws IOException when the owners cannot be found out
	 */
	static FileTrust forInstallation(Path home) throws IOException {
		Set<Integer> owners = new HashSet<>();
		owners.add(owner(home));
		owners.add(owner(Path.of("/proc/self")));
		return new FileTrust(owners);
	}

	private static int owner(Path path) throws IOException {
		return (Integer) Files.getAttribute(path, "unix:uid");
	}

	/** What is wrong with a folder and everything in it, or with a file; empty when all of it can be trusted. */
	Optional<String> problemWithin(Path path) {
		if (!Files.isDirectory(path)) {
			return problem(path);
		}
		try (Stream<Path> tree = Files.walk(path)) {
			return tree.map(this::problem).flatMap(Optional::stream).findFirst();
		} catch (IOException | UncheckedIOException e) {
			return Optional.of(NLS.bind(Messages.file_unreadable, e.getMessage()));
		}
	}

	/** What is wrong with a file or folder itself, links followed; empty when it can be trusted. */
	Optional<String> problem(Path path) {
		try {
			Path real = path.toRealPath();
			Optional<String> problem = problemOf(real);
			// Who may write in the folder that a link leads to may put another file there.
			return problem.isPresent() || !Files.isSymbolicLink(path) ? problem : problemOf(real.getParent());
		} catch (IOException e) {
			return Optional.of(NLS.bind(Messages.file_unreadable, e.getMessage()));
		}
	}

	private Optional<String> problemOf(Path path) throws IOException {
		Map<String, Object> attributes = Files.readAttributes(path, "unix:uid,mode");
		int owner = (Integer) attributes.get("uid");
		int mode = (Integer) attributes.get("mode");
		if (owner != ROOT && !owners.contains(owner)) {
			return Optional.of(NLS.bind(Messages.trust_owner, path, owner));
		}
		boolean group = (mode & GROUP_WRITE) != 0;
		boolean others = (mode & OTHERS_WRITE) != 0;
		if (group && others) {
			return Optional.of(NLS.bind(Messages.trust_groupAndOthers, path));
		}
		if (others) {
			return Optional.of(NLS.bind(Messages.trust_others, path));
		}
		return group ? Optional.of(NLS.bind(Messages.trust_group, path)) : Optional.empty();
	}
}

package org.palisade.launcher.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
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
	private static final int STICKY = 01000;
	private static final int MOST_LINKS = 40;

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

	private static int owner(Path path, LinkOption... options) throws IOException {
		return (Integer) Files.getAttribute(path, "unix:uid", options);
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

	/**
	 * What is wrong with a file or folder itself, or with the way to it; empty when it can be trusted. The way are all folders that are passed, links
	 * followed one by one: who may write in one of them may put another file in the place of this one.
	 */
	Optional<String> problem(Path path) {
		try {
			return problemOnTheWay(path.toAbsolutePath());
		} catch (IOException e) {
			return Optional.of(NLS.bind(Messages.file_unreadable, e.getMessage()));
		}
	}

	private Optional<String> problemOnTheWay(Path path) throws IOException {
		Deque<Path> ahead = new ArrayDeque<>();
		addFirst(path, ahead);
		Path reached = path.getRoot();
		for (int links = 0; !ahead.isEmpty();) {
			Optional<String> problem = problemOf(reached, true);
			if (problem.isPresent()) {
				return problem;
			}
			Path next = reached.resolve(ahead.removeFirst()).normalize();
			if (!Files.isSymbolicLink(next)) {
				reached = next;
				continue;
			}
			if (++links > MOST_LINKS) {
				throw new FileSystemLoopException(path.toString());
			}
			if (!isTrusted(owner(next, LinkOption.NOFOLLOW_LINKS))) {
				return Optional.of(NLS.bind(Messages.trust_owner, next, owner(next, LinkOption.NOFOLLOW_LINKS)));
			}
			Path target = Files.readSymbolicLink(next);
			addFirst(target, ahead);
			reached = target.isAbsolute() ? target.getRoot() : reached;
		}
		return problemOf(reached, false);
	}

	private static void addFirst(Path path, Deque<Path> ahead) {
		for (int i = path.getNameCount() - 1; i >= 0; i--) {
			ahead.addFirst(path.getName(i));
		}
	}

	private boolean isTrusted(int owner) {
		return owner == ROOT || owners.contains(owner);
	}

	/** In a sticky folder, as /tmp is, nobody can replace what belongs to somebody else: one may be passed, but not hold bundles. */
	private Optional<String> problemOf(Path path, boolean passed) throws IOException {
		Map<String, Object> attributes = Files.readAttributes(path, "unix:uid,mode");
		int owner = (Integer) attributes.get("uid");
		int mode = (Integer) attributes.get("mode");
		if (!isTrusted(owner)) {
			return Optional.of(NLS.bind(Messages.trust_owner, path, owner));
		}
		if (passed && (mode & STICKY) != 0) {
			return Optional.empty();
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

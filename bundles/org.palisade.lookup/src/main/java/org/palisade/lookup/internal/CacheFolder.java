package org.palisade.lookup.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * A folder of files that nobody else can have written. What is in it comes from servers and goes back to them, so a file that somebody else could have
 * made is not looked at.
 */
final class CacheFolder {

	private static final int WRITABLE_BY_OTHERS = 0022;
	private static final String UNFINISHED = ".new-";
	private static final long ABANDONED_MILLIS = 3_600_000;

	private final Path path;
	private final boolean posix;

	CacheFolder(Path path) {
		this.path = path;
		this.posix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
	}

	/** {@return the folder, for display} */
	Path path() {
		return path;
	}

	/**
	 * {@return a file for reading}
	 *
	 * @throws NoSuchFileException when there is none
	 * @throws IOException when it may not be trusted, with a message to be shown
	 */
	FileChannel open(String name) throws IOException {
		requireOwn(path, true);
		Path file = path.resolve(name);
		requireOwn(file, false);
		return FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
	}

	private void requireOwn(Path entry, boolean folder) throws IOException {
		if (!posix) {
			requireKind(Files.readAttributes(entry, "isDirectory,isRegularFile", LinkOption.NOFOLLOW_LINKS), folder);
			return;
		}
		Map<String, Object> attributes = Files.readAttributes(entry, "unix:isDirectory,isRegularFile,uid,mode", LinkOption.NOFOLLOW_LINKS);
		requireKind(attributes, folder);
		if (!attributes.get("uid").equals(ownUser())) {
			throw new IOException(Messages.other_owner);
		}
		if (((Integer) attributes.get("mode") & WRITABLE_BY_OTHERS) != 0) {
			throw new IOException(Messages.others_write);
		}
	}

	private static void requireKind(Map<String, Object> attributes, boolean folder) throws IOException {
		if (!Boolean.TRUE.equals(attributes.get(folder ? "isDirectory" : "isRegularFile"))) {
			throw new IOException(folder ? Messages.no_folder : Messages.no_file);
		}
	}

	private static Object ownUser() throws IOException {
		Path process = Path.of("/proc/self");
		return Files.getAttribute(Files.exists(process) ? process : Path.of(System.getProperty("user.home")), "unix:uid");
	}

	/**
	 * Puts a file in the place of another one, or none, at once: who reads sees the one or the other. It is not forced to the disk, because it is
	 * checksummed: after a crash it is there, or it is damaged and made anew.
	 */
	void replace(String name, ByteBuffer... contents) throws IOException {
		make();
		requireOwn(path, true);
		removeAbandoned();
		Path unfinished = path.resolve(UNFINISHED + ProcessHandle.current().pid() + "-" + System.nanoTime());
		try {
			write(unfinished, contents);
			Files.move(unfinished, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(unfinished);
		}
	}

	/** Removes a file, if there is one. */
	void remove(String name) throws IOException {
		Files.deleteIfExists(path.resolve(name));
	}

	private void make() throws IOException {
		try {
			if (!Files.isDirectory(path)) {
				if (path.getParent() != null) {
					Files.createDirectories(path.getParent(), mode("rwx------"));
				}
				Files.createDirectory(path, mode("rwx------"));
			}
		} catch (FileAlreadyExistsException another) {
			// by another process, or it is no folder: whoever calls looks at it
			return;
		}
	}

	private FileAttribute<?>[] mode(String permissions) {
		return posix ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

	private void write(Path file, ByteBuffer[] contents) throws IOException {
		try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode("rw-------"))) {
			for (ByteBuffer part : contents) {
				while (part.hasRemaining()) {
					channel.write(part);
				}
			}
		}
	}

	/** What a process left that was killed while it wrote. */
	private void removeAbandoned() throws IOException {
		long now = System.currentTimeMillis();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(path, UNFINISHED + "*")) {
			for (Path file : files) {
				if (now - Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis() > ABANDONED_MILLIS) {
					Files.deleteIfExists(file);
				}
			}
		} catch (NoSuchFileException another) {
			// another process was faster in removing it
			return;
		}
	}
}

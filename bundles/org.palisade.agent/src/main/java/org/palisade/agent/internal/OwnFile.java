package org.palisade.agent.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * A file that an option names, to which lines are appended. A fence agent runs as root and the file may lie where others can write, so
 * nothing is followed or opened there that somebody else could have prepared: no symbolic link, no pipe, no file with a second name or of
 * another owner. A file that is made is readable for its owner alone.
 */
final class OwnFile implements AutoCloseable {

	private final SeekableByteChannel channel;

	private OwnFile(SeekableByteChannel channel) {
		this.channel = channel;
	}

	/**
	 * Opens the file, and makes it if it does not exist.
	 *
	 * @throws IOException with a reason to be shown
	 */
	static OwnFile open(String text) throws IOException {
		try {
			return new OwnFile(open(Path.of(text)));
		} catch (InvalidPathException e) {
			throw new IOException(Messages.file_no_path, e);
		} catch (NoSuchFileException e) {
			throw new IOException(Messages.file_no_folder, e);
		} catch (FileSystemException e) {
			throw new IOException(e.getReason() == null ? e.getClass().getSimpleName() : e.getReason(), e);
		}
	}

	private static SeekableByteChannel open(Path path) throws IOException {
		Set<OpenOption> creating = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
		try {
			return Files.newByteChannel(path, creating, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		} catch (FileAlreadyExistsException e) {
			return openExisting(path);
		}
	}

	/** The file is looked at before it is opened, because to open a pipe is to wait, and again afterwards, in case it was exchanged. */
	private static SeekableByteChannel openExisting(Path path) throws IOException {
		Object before = requireHarmless(path);
		SeekableByteChannel channel = Files.newByteChannel(path,
				Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS));
		try {
			if (requireHarmless(path).equals(before)) {
				return channel;
			}
			throw new IOException(Messages.file_not_ours);
		} catch (IOException e) {
			channel.close();
			throw e;
		}
	}

	/** {@return what tells the file from others} */
	private static Object requireHarmless(Path path) throws IOException {
		Map<String, Object> attributes = Files.readAttributes(path, "unix:isRegularFile,nlink,uid,fileKey", LinkOption.NOFOLLOW_LINKS);
		boolean regular = Boolean.TRUE.equals(attributes.get("isRegularFile")) && Integer.valueOf(1).equals(attributes.get("nlink"));
		if (!regular || !attributes.get("uid").equals(ownUser())) {
			throw new IOException(Messages.file_not_ours);
		}
		return attributes.get("fileKey");
	}

	private static Object ownUser() throws IOException {
		return Files.getAttribute(Path.of("/proc/self"), "unix:uid");
	}

	/**
	 * Appends a line, in a single call of the system unless the disk is full, so that lines of several writers do not mix.
	 *
	 * @param line without a line break
	 */
	void append(String line) throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
		while (bytes.hasRemaining()) {
			channel.write(bytes);
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}

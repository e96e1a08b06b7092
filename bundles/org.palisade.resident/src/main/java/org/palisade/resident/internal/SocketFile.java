package org.palisade.resident.internal;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

/**
 * The socket in the file system: in a folder that nobody else may enter, readable and writable for its owner alone. A lock beside it tells
 * whether there is a living resident, because a lock ends with its process however that ends; a socket does not.
 */
final class SocketFile implements AutoCloseable {

	private static final FileAttribute<Set<PosixFilePermission>> FOLDER = attribute("rwx------");
	private static final FileAttribute<Set<PosixFilePermission>> FILE = attribute("rw-------");

	private final Path path;
	private final FileChannel lock;
	private final ServerSocketChannel channel;

	private SocketFile(Path path, FileChannel lock, ServerSocketChannel channel) {
		this.path = path;
		this.lock = lock;
		this.channel = channel;
	}

	private static FileAttribute<Set<PosixFilePermission>> attribute(String permissions) {
		return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
	}

	/**
	 * Makes the socket, and its folder if there is none, in the place of one that a killed resident has left.
	 *
	 * @throws IOException with a reason to be shown
	 */
	static SocketFile open(Path path) throws IOException {
		Path folder = path.toAbsolutePath().getParent();
		prepare(folder);
		FileChannel lock = FileChannel.open(path.resolveSibling(path.getFileName() + ".lock"),
				Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS), FILE);
		try {
			if (lock.tryLock() == null) {
				throw new IOException(NLS.bind(Messages.socket_in_use, path));
			}
			return new SocketFile(path, lock, listen(path));
		} catch (IOException | RuntimeException e) {
			lock.close();
			throw e;
		}
	}

	private static void prepare(Path folder) throws IOException {
		try {
			Files.createDirectory(folder, FOLDER);
		} catch (FileAlreadyExistsException e) {
			Map<String, Object> attributes = Files.readAttributes(folder, "unix:isDirectory,uid,mode", LinkOption.NOFOLLOW_LINKS);
			boolean ours = attributes.get("uid").equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
			boolean closed = ((Integer) attributes.get("mode") & 0077) == 0;
			if (!Boolean.TRUE.equals(attributes.get("isDirectory")) || !ours || !closed) {
				throw new IOException(NLS.bind(Messages.folder_not_ours, folder), e);
			}
		}
	}

	/** Nobody listens on what is there: we have the lock. */
	private static ServerSocketChannel listen(Path path) throws IOException {
		if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			if (!Files.readAttributes(path, "isOther", LinkOption.NOFOLLOW_LINKS).get("isOther").equals(Boolean.TRUE)) {
				throw new IOException(NLS.bind(Messages.socket_is_file, path));
			}
			Files.delete(path);
		}
		ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
		try {
			channel.bind(UnixDomainSocketAddress.of(path));
			Files.setPosixFilePermissions(path, FILE.value());
			return channel;
		} catch (IOException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	ServerSocketChannel channel() {
		return channel;
	}

	/** Removes the socket before anybody else can have made one in its place: the lock is given back last. */
	@Override
	public void close() throws IOException {
		channel.close();
		Files.deleteIfExists(path);
		lock.close();
	}
}

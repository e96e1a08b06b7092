package org.palisade.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.internal.forms.DeclaredEncoding;

/**
 * A file that holds a configuration. It is written as a whole or not at all, keeps its mode, owner and group, and leaves a backup. Error
 * messages are for the user and hold nothing of the content.
 */
public final class ConfigurationFile {

	/** A CIB of a large cluster with its history has some MiB. */
	private static final int LARGEST_MIB = 32;

	private final Path path;
	private final byte[] bytes;
	private final Charset charset;
	private final String text;

	private ConfigurationFile(Path path, byte[] bytes) throws IOException {
		this.path = path;
		this.bytes = bytes;
		this.charset = DeclaredEncoding.of(bytes).orElseThrow(() -> new IOException(NLS.bind(Messages.encoding_unknown, DeclaredEncoding.name(bytes))));
		try {
			this.text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
					.decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException e) {
			throw new IOException(NLS.bind(Messages.not_text, charset), e);
		}
	}

	/**
	 * {@return the file at that path; where it is a symbolic link, the file that it leads to}
	 *
	 * @throws IOException when it is no ordinary file, too large, or no text
	 */
	public static ConfigurationFile read(Path path) throws IOException {
		Path real = path.toRealPath();
		if (!Files.isRegularFile(real)) {
			throw new IOException(Messages.not_regular);
		}
		try (InputStream in = Files.newInputStream(real)) {
			return new ConfigurationFile(real, readLimited(in));
		}
	}

	/**
	 * {@return the text that a stream ends with, read as a file would be}
	 *
	 * @throws IOException when it is too large, or no text
	 */
	public static String readText(InputStream in) throws IOException {
		return new ConfigurationFile(Path.of(""), readLimited(in)).text();
	}

	private static byte[] readLimited(InputStream in) throws IOException {
		byte[] bytes = in.readNBytes((LARGEST_MIB << 20) + 1);
		if (bytes.length > LARGEST_MIB << 20) {
			throw new IOException(NLS.bind(Messages.too_large, LARGEST_MIB));
		}
		return bytes;
	}

	/** {@return its text, without a byte order mark} */
	public String text() {
		return text.startsWith("\ufeff") ? text.substring(1) : text;
	}

	/**
	 * Replaces the content, and keeps what was there in a file beside it.
	 *
	 * @param newText the new text
	 * @return the backup
	 * @throws IOException when the file was changed meanwhile, or cannot be written; it is as it was then
	 */
	public Path replace(String newText) throws IOException {
		Path prepared = prepare(newText);
		try {
			Path backup = backUp();
			Files.move(prepared, path, StandardCopyOption.ATOMIC_MOVE);
			return backup;
		} finally {
			Files.deleteIfExists(prepared);
		}
	}

	/**
	 * Replaces the content without a backup, for who has made one already.
	 *
	 * @param newText the new text
	 * @throws IOException when the file was changed meanwhile, or cannot be written; it is as it was then
	 */
	public void replaceAgain(String newText) throws IOException {
		Path prepared = prepare(newText);
		try {
			Files.move(prepared, path, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(prepared);
		}
	}

	/** {@return the file that is to take the place of this one} */
	private Path prepare(String newText) throws IOException {
		byte[] content = encode(text.startsWith("\ufeff") ? "\ufeff" + newText : newText);
		if (!Arrays.equals(bytes, Files.readAllBytes(path))) {
			throw new IOException(Messages.changed_meanwhile);
		}
		return writeBeside(content);
	}

	/**
	 * Writes a new file, for its owner alone, since it may hold passwords.
	 *
	 * @throws FileAlreadyExistsException when there is one
	 * @throws IOException when it cannot be written
	 */
	public static void create(Path path, String text) throws IOException {
		write(path, text.getBytes(StandardCharsets.UTF_8));
	}

	private byte[] encode(String newText) throws IOException {
		try {
			ByteBuffer encoded = charset.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT).encode(CharBuffer.wrap(newText));
			byte[] content = new byte[encoded.remaining()];
			encoded.get(content);
			return content;
		} catch (CharacterCodingException e) {
			throw new IOException(NLS.bind(Messages.not_encodable, charset), e);
		}
	}

	/** In the same folder, because a file can only be moved in one step within a file system. */
	private Path writeBeside(byte[] content) throws IOException {
		Path prepared = free(".new");
		write(prepared, content);
		try {
			takeOver(prepared);
			return prepared;
		} catch (IOException | RuntimeException e) {
			Files.deleteIfExists(prepared);
			throw e;
		}
	}

	private void takeOver(Path other) throws IOException {
		try {
			Map<String, Object> owner = Files.readAttributes(path, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
			for (String attribute : Set.of("uid", "gid")) {
				if (!owner.get(attribute).equals(Files.getAttribute(other, "unix:" + attribute, LinkOption.NOFOLLOW_LINKS))) {
					Files.setAttribute(other, "unix:" + attribute, owner.get(attribute), LinkOption.NOFOLLOW_LINKS);
				}
			}
			Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
			Files.setPosixFilePermissions(other, mode);
		} catch (IOException e) {
			throw new IOException(Messages.owner_kept, e);
		}
	}

	private Path backUp() throws IOException {
		Path backup = free(".bak");
		write(backup, bytes);
		takeOver(backup);
		return backup;
	}

	private Path free(String suffix) {
		Path candidate = path.resolveSibling(path.getFileName() + suffix);
		for (int i = 1; Files.exists(candidate, LinkOption.NOFOLLOW_LINKS); i++) {
			candidate = path.resolveSibling(path.getFileName() + suffix + "." + i);
		}
		return candidate;
	}

	private static void write(Path path, byte[] content) throws IOException {
		try (FileChannel channel = FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
			ByteBuffer buffer = ByteBuffer.wrap(content);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
			channel.force(true);
		}
	}
}

package org.palisade.resident.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Tells one installation, in one state, from every other one: by number, size and time of each of its bundles. A resident that was started
 * before an upgrade, or before a bundle was added, has another identity than a client after it.
 */
final class Installation {

	private static final long OFFSET = 0xcbf29ce484222325L;
	private static final long PRIME = 0x100000001b3L;

	private Installation() {
	}

	/**
	 * {@return the identity of the installation as it is now}
	 *
	 * @throws IOException when its bundles cannot be looked at
	 */
	static String identity(Path home) throws IOException {
		long sum = 0;
		for (String folder : List.of("plugins", "plugins.d")) {
			try (DirectoryStream<Path> entries = Files.newDirectoryStream(home.resolve(folder), entry -> !isHidden(entry))) {
				for (Path entry : entries) {
					sum += hash(entry);
				}
			}
		}
		return Wire.VERSION + " " + String.format("%016x", sum);
	}

	private static boolean isHidden(Path entry) {
		return entry.getFileName().toString().startsWith(".");
	}

	/** FNV-1a, 64 bits, which takes three lines in C. It need not resist anybody: who can choose the bundles has won. */
	private static long hash(Path entry) throws IOException {
		Map<String, Object> attributes = Files.readAttributes(entry, "unix:ino,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
		long time = ((FileTime) attributes.get("lastModifiedTime")).to(TimeUnit.SECONDS);
		String text = entry.getFileName() + " " + attributes.get("ino") + " " + attributes.get("size") + " " + time;
		long hash = OFFSET;
		for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
			hash = (hash ^ (b & 0xff)) * PRIME;
		}
		return hash;
	}
}

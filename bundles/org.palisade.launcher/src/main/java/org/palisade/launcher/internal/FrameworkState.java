package org.palisade.launcher.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * The folder in which a framework has written down which bundles it has and how they are wired, with a checksum of ours beside: Equinox's file has none,
 * and a disk that fails must not leave out a bundle. Nor does Equinox look whether the jars of connected bundles are still those that it has seen.
 *
 * @param folder need not exist
 * @param classPath the jars of the bundles
 */
record FrameworkState(Path folder, String classPath) {

	private static final String INFORMATION = "org.eclipse.osgi/framework.info.1";
	private static final String CHECKSUM = "checksum";

	/**
	 * To be called when the framework has written its file.
	 *
	 * @throws IOException when there is none, or the checksum cannot be written
	 */
	void seal() throws IOException {
		Files.writeString(folder.resolve(CHECKSUM), checksum());
	}

	/** {@return whether everything is there, readable, and as it was when it was written} */
	boolean isSound() {
		try {
			return Files.readString(folder.resolve(CHECKSUM)).equals(checksum());
		} catch (IOException e) {
			return false;
		}
	}

	private String checksum() throws IOException {
		CRC32 checksum = new CRC32();
		checksum.update(Files.readAllBytes(folder.resolve(INFORMATION)));
		for (String jar : classPath.split(File.pathSeparator)) {
			File file = new File(jar);
			checksum.update((file.getName() + ' ' + file.length() + ' ' + file.lastModified()).getBytes(StandardCharsets.UTF_8));
		}
		return Long.toHexString(checksum.getValue());
	}
}

package org.palisade.plugins.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.jar.JarFile;

/**
 * By what another version of a file shows.
 *
 * @param path the jar, or the folder of an unpacked bundle
 * @param modified when it was written; of an unpacked bundle its manifest
 * @param size its size
 * @param key which file it is
 */
record FileStamp(Path path, FileTime modified, long size, Object key) {

	/** {@return the stamp of a file as it is now} One that has just gone differs from every other. */
	static FileStamp of(Path path) {
		try {
			BasicFileAttributes attributes = Files.readAttributes(Files.isDirectory(path) ? path.resolve(JarFile.MANIFEST_NAME) : path,
					BasicFileAttributes.class);
			return new FileStamp(path, attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
		} catch (IOException gone) {
			return new FileStamp(path, FileTime.fromMillis(0), 0, new Object());
		}
	}
}

package org.palisade.launcher.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes small jars. */
public final class Jars {

	private Jars() {
	}

	/** @param headers names and values of manifest headers in turn */
	public static Path bundle(Path jar, String... headers) throws IOException {
		return bundleWith(jar, "content.txt", headers);
	}

	/** {@return a jar with one entry} */
	public static Path bundleWith(Path jar, String entry, String... headers) throws IOException {
		var manifest = new Manifest();
		Attributes attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		for (int i = 0; i < headers.length; i += 2) {
			attributes.putValue(headers[i], headers[i + 1]);
		}
		try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
			out.putNextEntry(new ZipEntry(entry));
			out.write(entry.getBytes(StandardCharsets.UTF_8));
			out.closeEntry();
		}
		return jar;
	}

	/** {@return a bundle of that name} */
	public static Path bundle(Path jar, String symbolicName) throws IOException {
		return bundle(jar, "Bundle-ManifestVersion", "2", "Bundle-SymbolicName", symbolicName, "Bundle-Version", "1.0.0");
	}
}

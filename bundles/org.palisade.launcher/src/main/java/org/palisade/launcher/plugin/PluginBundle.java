package org.palisade.launcher.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Constants;

/**
 * A third-party bundle in a folder for them: a jar or a folder. Immutable.
 *
 * @param path the jar or folder
 * @param name its symbolic name, or its file name when it has none
 * @param problem why it cannot be used; empty when its manifest is in order
 */
public record PluginBundle(Path path, String name, Optional<String> problem) {

	static final String BY_REFERENCE = "reference:";

	/** {@return the bundle at that place, as far as its manifest tells} */
	public static PluginBundle of(Path path) {
		String fileName = path.getFileName().toString();
		try {
			return Files.isDirectory(path) ? ofFolder(path, fileName) : ofJar(path, fileName);
		} catch (IOException e) {
			return new PluginBundle(path, fileName, Optional.of(NLS.bind(Messages.file_unreadable, e.getMessage())));
		}
	}

	private static PluginBundle ofFolder(Path path, String fileName) throws IOException {
		try (InputStream in = Files.newInputStream(path.resolve(JarFile.MANIFEST_NAME))) {
			return of(path, fileName, new Manifest(in).getMainAttributes());
		}
	}

	private static PluginBundle ofJar(Path path, String fileName) throws IOException {
		try (var zip = new ZipFile(path.toFile())) {
			ZipEntry manifest = zip.getEntry(JarFile.MANIFEST_NAME);
			if (manifest == null) {
				return new PluginBundle(path, fileName, Optional.of(Messages.plugin_noManifest));
			}
			try (InputStream in = zip.getInputStream(manifest)) {
				Attributes headers = new Manifest(in).getMainAttributes();
				PluginBundle bundle = of(path, fileName, headers);
				return bundle.problem.isEmpty() && needsUnpacking(zip, headers) ? bundle.packed() : bundle;
			}
		}
	}

	private static PluginBundle of(Path path, String fileName, Attributes headers) {
		String symbolicName = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
		return symbolicName == null ? new PluginBundle(path, fileName, Optional.of(Messages.plugin_noSymbolicName))
				: new PluginBundle(path, SymbolicName.of(symbolicName), Optional.empty());
	}

	/** Equinox would have to write what is inside such a jar to the disk before it can be used. */
	private static boolean needsUnpacking(ZipFile zip, Attributes headers) {
		if (headers.getValue(Constants.BUNDLE_NATIVECODE) != null) {
			return true;
		}
		String classPath = headers.getValue(Constants.BUNDLE_CLASSPATH);
		if (classPath == null) {
			return false;
		}
		for (String entry : classPath.split(",")) {
			ZipEntry nested = zip.getEntry(SymbolicName.of(entry));
			if (nested != null && !nested.isDirectory()) {
				return true;
			}
		}
		return false;
	}

	private PluginBundle packed() {
		Path folder = path.resolveSibling(name);
		return new PluginBundle(path, name, Optional.of(NLS.bind(Messages.plugin_packed, path, folder)));
	}

	/** {@return the location by which the framework uses it in its place} */
	public String location() {
		return BY_REFERENCE + path.toUri();
	}

	/** {@return the jar or folder that was installed from that location, if it was one} */
	public static Optional<Path> pathOf(String location) {
		return location.startsWith(BY_REFERENCE) ? Optional.of(Path.of(URI.create(location.substring(BY_REFERENCE.length())))) : Optional.empty();
	}
}

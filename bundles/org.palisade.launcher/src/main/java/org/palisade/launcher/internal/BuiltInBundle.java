package org.palisade.launcher.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.osgi.framework.Constants;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;
import org.palisade.launcher.plugin.SymbolicName;

/**
 * A bundle whose jar is on the application's class path: the framework wires it by its manifest and reads its entries from the jar, but its
 * classes come from the one class loader that all of them share.
 */
final class BuiltInBundle implements ConnectModule, ConnectContent {

	/** Manifest header: the application without which the bundle has nothing to do; without the header it serves all of them. */
	static final String APPLICATION_HEADER = "Palisade-Application";

	private final File file;
	private final ClassLoader loader;
	/** Null until somebody asks for them. */
	private Map<String, String> headers;
	/** Null while it is closed. */
	private ZipFile zip;

	private BuiltInBundle(File file, ZipFile zip, ClassLoader loader, Map<String, String> headers) {
		this.file = file;
		this.zip = zip;
		this.loader = loader;
		this.headers = headers;
	}

	/**
	 * Reads a jar's manifest.
	 *
	 * @return empty when the jar is no bundle
	 * @throws IOException when it cannot be read
	 */
	static Optional<BuiltInBundle> of(File jar, ClassLoader loader) throws IOException {
		// The file stays open: the framework asks for it again in a moment.
		var zip = new ZipFile(jar);
		Map<String, String> headers = headers(zip);
		if (headers.containsKey(Constants.BUNDLE_SYMBOLICNAME)) {
			return Optional.of(new BuiltInBundle(jar, zip, loader, headers));
		}
		zip.close();
		return Optional.empty();
	}

	/** A jar that is known to be a bundle; it is read when the framework asks for something in it. */
	static BuiltInBundle unread(File jar, ClassLoader loader) {
		return new BuiltInBundle(jar, null, loader, null);
	}

	private static Map<String, String> headers(ZipFile zip) throws IOException {
		ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
		if (entry == null) {
			return Map.of();
		}
		try (InputStream in = zip.getInputStream(entry)) {
			Attributes attributes = new Manifest(in).getMainAttributes();
			Map<String, String> headers = new HashMap<>(attributes.size() * 2);
			for (Map.Entry<Object, Object> attribute : attributes.entrySet()) {
				headers.put(attribute.getKey().toString(), attribute.getValue().toString());
			}
			return Collections.unmodifiableMap(headers);
		}
	}

	String symbolicName() {
		return SymbolicName.of(headers.get(Constants.BUNDLE_SYMBOLICNAME));
	}

	boolean serves(String application) {
		return headers.getOrDefault(APPLICATION_HEADER, application).equals(application);
	}

	@Override
	public ConnectContent getContent() {
		return this;
	}

	@Override
	public synchronized Optional<Map<String, String>> getHeaders() {
		if (headers == null) {
			try {
				open();
				headers = headers(zip);
			} catch (IOException e) {
				throw new UncheckedIOException(file.toString(), e);
			}
		}
		return Optional.of(headers);
	}

	@Override
	public Optional<ClassLoader> getClassLoader() {
		return Optional.of(loader);
	}

	@Override
	public synchronized Iterable<String> getEntries() {
		List<String> names = new ArrayList<>();
		for (var entries = zip.entries(); entries.hasMoreElements();) {
			names.add(entries.nextElement().getName());
		}
		return names;
	}

	@Override
	public synchronized Optional<ConnectEntry> getEntry(String path) {
		ZipEntry entry = zip.getEntry(path);
		return entry == null ? Optional.empty() : Optional.of(new Entry(zip, entry));
	}

	@Override
	public synchronized void open() throws IOException {
		if (zip == null) {
			zip = new ZipFile(file);
		}
	}

	@Override
	public synchronized void close() throws IOException {
		if (zip != null) {
			zip.close();
			zip = null;
		}
	}

	@Override
	public String toString() {
		return file.toString();
	}

	private record Entry(ZipFile zip, ZipEntry entry) implements ConnectEntry {

		@Override
		public String getName() {
			return entry.getName();
		}

		@Override
		public long getContentLength() {
			return entry.getSize();
		}

		@Override
		public long getLastModified() {
			return entry.getTime();
		}

		@Override
		public InputStream getInputStream() throws IOException {
			return zip.getInputStream(entry);
		}
	}
}

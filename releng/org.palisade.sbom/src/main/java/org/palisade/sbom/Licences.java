package org.palisade.sbom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Under which licence a bundle is, by what it says of itself. */
final class Licences {

	static final String OURS = "EPL-2.0";
	/** netty-tcnative with Apache Tomcat Native, and BoringSSL with the parts of OpenSSL in it. */
	static final String BORINGSSL = "Apache-2.0 AND OpenSSL AND ISC";

	/** Of those that say nothing, as their projects publish it. */
	private static final Map<String, String> KNOWN = Map.of("com.toastcoders.yavijava", "BSD-3-Clause", "bcpg", "MIT", "bcprov", "MIT", "bcutil", "MIT",
			"com.ibm.icu", "Unicode-3.0", "com.sun.jna", "Apache-2.0 OR LGPL-2.1-or-later", "com.sun.jna.platform", "Apache-2.0 OR LGPL-2.1-or-later",
			"org.apache.xml.apis.ext", "Apache-2.0 AND W3C", "org.sat4j.core", "EPL-1.0 OR LGPL-2.1-or-later", "org.sat4j.pb",
			"EPL-1.0 OR LGPL-2.1-or-later");

	/** What the header says, in the order in which it is looked for. */
	private static final Map<String, String> HEADERS = headers();

	private Licences() {
	}

	private static Map<String, String> headers() {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("classpath/license", "EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0");
		headers.put("epl-2.0", "EPL-2.0");
		headers.put("apache-2.0", "Apache-2.0");
		headers.put("license-2.0", "Apache-2.0");
		headers.put("revised bsd", "BSD-3-Clause AND ISC");
		headers.put("0bsd", "0BSD");
		headers.put("mit", "MIT");
		return headers;
	}

	/**
	 * {@return an SPDX expression}
	 *
	 * @throws IOException when the bundle does not say, and nobody has looked it up: nothing is shipped whose licence is not known
	 */
	static String of(String name, Attributes manifest, JarFile jar) throws IOException {
		if (name.startsWith("org.palisade.")) {
			return OURS;
		}
		if (KNOWN.containsKey(name)) {
			return KNOWN.get(name);
		}
		String header = manifest.getValue("Bundle-License");
		if (header != null) {
			return ofHeader(name, header);
		}
		if (text(jar, "about.html").replaceAll("\\s+", " ").contains("Eclipse Public License")) {
			return "EPL-2.0";
		}
		if (text(jar, "META-INF/LICENSE").contains("Apache License")) {
			return "Apache-2.0";
		}
		throw new IOException("the licence of " + name + " is not known");
	}

	private static String ofHeader(String name, String header) throws IOException {
		for (Map.Entry<String, String> entry : HEADERS.entrySet()) {
			if (header.toLowerCase(Locale.ROOT).contains(entry.getKey())) {
				return entry.getValue();
			}
		}
		throw new IOException("the licence of " + name + " is not known: " + header);
	}

	private static String text(JarFile jar, String entry) throws IOException {
		ZipEntry found = jar.getEntry(entry);
		if (found == null) {
			return "";
		}
		try (InputStream in = jar.getInputStream(found)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}

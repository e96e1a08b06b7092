package org.palisade.sbom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No class of a library with a known hole is in anything that is shipped, not even in a jar in a jar. */
class KnownHolesTest {

	/** Ours, of one class, which discards what it is told; nobody else's. */
	private static final String STAND_IN = "org.palisade.log4j";

	private static final List<String> HOLES = List.of(
			// log4j 1.x: CVE-2019-17571 and others, not maintained since 2015; reload4j has the same packages
			"org/apache/log4j/",
			// log4j 2.x: CVE-2021-44228
			"org/apache/logging/log4j/core/lookup/JndiLookup.class",
			// dom4j: CVE-2020-10683 and older; yavijava asks for it, and our own decoder does without
			"org/dom4j/",
			// gadgets of deserialisation
			"org/apache/commons/collections/functors/InvokerTransformer.class", "org/apache/commons/collections4/functors/InvokerTransformer.class",
			"org/codehaus/groovy/runtime/ConvertedClosure.class",
			// the HTTP client that yavijava asks for
			"org/apache/http/impl/client/", "org/apache/commons/httpclient/");

	@ParameterizedTest
	@ValueSource(strings = { "agent", "workbench", "repository" })
	void noneIsShipped(String shipped) throws IOException {
		List<String> found = new ArrayList<>();
		int jars = 0;
		for (Path file : ShippedFiles.of(Path.of(System.getProperty("palisade." + shipped)))) {
			if (file.toString().endsWith(".jar") && !isStandIn(file)) {
				jars++;
				try (InputStream in = Files.newInputStream(file)) {
					look(file.getFileName().toString(), in, found);
				}
			}
		}
		assertEquals(List.of(), found);
		assertTrue(jars > 20, "only " + jars + " jars");
	}

	private static boolean isStandIn(Path file) {
		return file.getFileName().toString().matches(STAND_IN.replace(".", "\\.") + "(_[0-9.]+)?\\.jar");
	}

	private static void look(String where, InputStream in, List<String> found) throws IOException {
		ZipInputStream zip = new ZipInputStream(in);
		for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
			String name = entry.getName();
			if (HOLES.stream().anyMatch(name::startsWith)) {
				found.add(where + "!/" + name);
			}
			if (name.endsWith(".jar")) {
				look(where + "!/" + name, new ByteArrayInputStream(zip.readAllBytes()), found);
			}
		}
	}

	@Test
	void oneInAJarInAJarWouldBeFound() throws IOException {
		List<String> found = new ArrayList<>();
		byte[] inner = jar("org/apache/log4j/Logger.class", new byte[1]);
		look("outer.jar", new ByteArrayInputStream(jar("lib/inner.jar", inner)), found);
		assertEquals(List.of("outer.jar!/lib/inner.jar!/org/apache/log4j/Logger.class"), found);
	}

	private static byte[] jar(String name, byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry(name));
			zip.write(content);
		}
		return bytes.toByteArray();
	}
}

package org.palisade.agent.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.palisade.agent.tests.fixture.ForeignBackEnd;
import org.palisade.api.FenceBackEnd;

/** The jar of a bundle that knows the API only, as a third party would build it. */
final class ForeignBundle {

	static final String SYMBOLIC_NAME = "com.example.fence";
	private static final String COMPONENT = "OSGI-INF/backend.xml";

	private ForeignBundle() {
	}

	static InputStream jar() throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var jar = new JarOutputStream(bytes, manifest())) {
			add(jar, COMPONENT, component().getBytes(StandardCharsets.UTF_8));
			String entry = ForeignBackEnd.class.getName().replace('.', '/') + ".class";
			try (InputStream in = ForeignBackEnd.class.getClassLoader().getResourceAsStream(entry)) {
				add(jar, entry, in.readAllBytes());
			}
		}
		return new ByteArrayInputStream(bytes.toByteArray());
	}

	private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
		jar.putNextEntry(new ZipEntry(name));
		jar.write(content);
		jar.closeEntry();
	}

	private static Manifest manifest() {
		var manifest = new Manifest();
		Attributes headers = manifest.getMainAttributes();
		headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		headers.putValue("Bundle-ManifestVersion", "2");
		headers.putValue("Bundle-SymbolicName", SYMBOLIC_NAME);
		headers.putValue("Bundle-Version", "1.0.0");
		headers.putValue("Import-Package", "org.palisade.api;version=\"[0.1,0.2)\",org.palisade.api.option;version=\"[0.1,0.2)\","
				+ "org.palisade.api.time;version=\"[0.1,0.2)\"");
		headers.putValue("Service-Component", COMPONENT);
		return manifest;
	}

	private static String component() {
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.5.0" name="com.example.backend">
				  <service><provide interface="%s"/></service>
				  <implementation class="%s"/>
				</scr:component>
				""".formatted(FenceBackEnd.class.getName(), ForeignBackEnd.class.getName());
	}
}

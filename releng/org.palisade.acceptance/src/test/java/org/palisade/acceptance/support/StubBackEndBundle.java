package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A bundle as somebody else would write it: a back end of type {@code teststub} whose plugs are files that hold their power state. It is
 * compiled against nothing but the API bundle of the installed agent. It can be spoilt in the ways in which authors do.
 */
public final class StubBackEndBundle {

	private static final String CLASS = "org.example.teststub.StubBackEnd";
	private static final String COMPONENT = "OSGI-INF/stub.xml";
	private static final String IMPORTED = "org.palisade.api,org.palisade.api.option,org.palisade.api.time";
	/** Where the two bytes of the version stand in a class file, by the Java Virtual Machine Specification, section 4.1. */
	private static final int CLASS_FILE_VERSION = 6;
	private static final int OF_A_JAVA_TO_COME = 0x7fff;

	private final InstalledAgent agent;
	private final String symbolicName;
	private String imported = IMPORTED;
	private String replaced = "";
	private String replacement = "";
	private boolean withClasses = true;
	private boolean withApi;
	private boolean forNewerJava;

	/**
	 * @param agent whose API it is compiled against
	 * @param symbolicName of the bundle
	 */
	public StubBackEndBundle(InstalledAgent agent, String symbolicName) {
		this.agent = agent;
		this.symbolicName = symbolicName;
	}

	/** {@return this bundle, importing only these packages} */
	public StubBackEndBundle importing(String packages) {
		imported = packages;
		return this;
	}

	/** {@return this bundle with that piece of its source replaced by another one} */
	public StubBackEndBundle replacing(String piece, String other) {
		replaced = piece;
		replacement = other;
		return this;
	}

	/** {@return this bundle without its classes} */
	public StubBackEndBundle withoutClasses() {
		withClasses = false;
		return this;
	}

	/** {@return this bundle with a copy of the API} */
	public StubBackEndBundle withOwnApi() {
		withApi = true;
		return this;
	}

	/** {@return this bundle as if compiled for a Java that there is not yet} */
	public StubBackEndBundle forNewerJava() {
		forNewerJava = true;
		return this;
	}

	/**
	 * Compiles and packs it.
	 *
	 * @param folder a folder for the classes
	 * @param jar where to write the bundle
	 */
	public void build(Path folder, Path jar) throws IOException {
		Path source = Files.createDirectories(folder.resolve("source")).resolve("StubBackEnd.java");
		try (var in = StubBackEndBundle.class.getResourceAsStream("/StubBackEnd.java.txt")) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			if (!text.contains(replaced)) {
				throw new AssertionError("not in the source of the stub: " + replaced);
			}
			Files.writeString(source, text.replace(replaced, replacement));
		}
		Path classes = Files.createDirectories(folder.resolve("classes"));
		compile(source, classes, apiOf(agent));
		try (OutputStream out = Files.newOutputStream(jar); JarOutputStream target = new JarOutputStream(out, componentManifest())) {
			for (Path file : withClasses ? files(classes) : List.<Path>of()) {
				put(target, classes.relativize(file).toString(), classFile(file));
			}
			if (withApi) {
				putApi(target);
			}
			put(target, COMPONENT, component().getBytes(StandardCharsets.UTF_8));
		}
	}

	private byte[] classFile(Path file) throws IOException {
		byte[] content = Files.readAllBytes(file);
		if (forNewerJava) {
			ByteBuffer.wrap(content).putShort(CLASS_FILE_VERSION, (short) OF_A_JAVA_TO_COME);
		}
		return content;
	}

	private void putApi(JarOutputStream target) throws IOException {
		try (var api = new JarFile(apiOf(agent).toFile())) {
			for (JarEntry entry : Collections.list(api.entries())) {
				if (entry.getName().endsWith(".class")) {
					put(target, entry.getName(), api.getInputStream(entry).readAllBytes());
				}
			}
		}
	}

	/** Packs a bundle whose only requirement nobody fulfils. */
	public static void buildUnresolvable(Path jar) throws IOException {
		buildUnresolvable(jar, "org.example.unresolvable");
	}

	/** Builds a bundle of that symbolic name that imports what nobody exports. */
	public static void buildUnresolvable(Path jar, String symbolicName) throws IOException {
		Manifest manifest = manifest(symbolicName);
		manifest.getMainAttributes().putValue("Import-Package", "org.example.nowhere");
		try (OutputStream out = Files.newOutputStream(jar); JarOutputStream target = new JarOutputStream(out, manifest)) {
			put(target, "readme.txt", new byte[0]);
		}
	}

	private static void compile(Path source, Path classes, Path api) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
			List<String> options = List.of("-d", classes.toString(), "-classpath", api.toString(), "--release", "17", "-proc:none");
			if (!compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source)).call()) {
				throw new AssertionError("the stub does not compile against the API:\n" + messages);
			}
		}
	}

	private static Path apiOf(InstalledAgent agent) throws IOException {
		for (Path file : files(agent.folder())) {
			String name = file.getFileName().toString();
			if (name.startsWith("org.palisade.api") && name.endsWith(".jar")) {
				return file;
			}
		}
		throw new AssertionError("no API bundle in " + agent.folder());
	}

	private static List<Path> files(Path folder) throws IOException {
		List<Path> files = new ArrayList<>();
		try (Stream<Path> found = Files.walk(folder)) {
			found.filter(Files::isRegularFile).forEach(files::add);
		}
		return files;
	}

	private static Manifest manifest(String symbolicName) {
		Manifest manifest = new Manifest();
		Attributes attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		attributes.putValue("Bundle-ManifestVersion", "2");
		attributes.putValue("Bundle-SymbolicName", symbolicName);
		attributes.putValue("Bundle-Version", "1.0.0");
		return manifest;
	}

	private Manifest componentManifest() {
		Manifest manifest = manifest(symbolicName);
		Attributes attributes = manifest.getMainAttributes();
		if (!imported.isEmpty()) {
			attributes.putValue("Import-Package", imported);
		}
		attributes.putValue("Service-Component", COMPONENT);
		attributes.putValue("Require-Capability", "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.3)(!(version>=2.0)))\"");
		return manifest;
	}

	private static String component() {
		return """
				<?xml version="1.0" encoding="UTF-8"?>
				<scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="org.example.teststub">
				  <implementation class="%s"/>
				  <service><provide interface="org.palisade.api.FenceBackEnd"/></service>
				</scr:component>
				""".formatted(CLASS);
	}

	private static void put(JarOutputStream target, String name, byte[] content) throws IOException {
		target.putNextEntry(new JarEntry(name));
		target.write(content);
		target.closeEntry();
	}
}

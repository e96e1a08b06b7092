package org.palisade.sbom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;

/** Whoever gets something gets its licences with it. */
class NoticesTest {

	private static final Path AGENT = Path.of(System.getProperty("palisade.agent"));
	private static final Path REPOSITORY = Path.of(System.getProperty("palisade.repository"));
	/** A line that begins a paragraph of a notice: the jars, with an asterisk for any text, and what they are. */
	private static final Pattern ENTRY = Pattern.compile("(?m)^([a-z][A-Za-z0-9_.*-]*\\.jar)\\s");

	private static List<String> named(String notice) {
		return ENTRY.matcher(notice).results().map(entry -> entry.group(1)).toList();
	}

	private static boolean fits(String pattern, String name) {
		return name.matches(Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
	}

	@Test
	void theAgentsNoticeNamesEachBundleThatIsNotOursAndNothingElse() throws IOException {
		List<String> foreign;
		try (Stream<Path> files = Files.list(AGENT.resolve("plugins"))) {
			foreign = files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("org.palisade.")).sorted().toList();
		}
		List<String> named = named(Files.readString(AGENT.resolve("NOTICE.txt")));
		assertEquals(List.of(), foreign.stream().filter(name -> named.stream().noneMatch(pattern -> fits(pattern, name))).toList());
		assertEquals(List.of(), named.stream().filter(pattern -> foreign.stream().noneMatch(name -> fits(pattern, name))).toList());
		assertTrue(Files.readString(AGENT.resolve("LICENSE")).contains("Eclipse Public License - v 2.0"));
	}

	/** Each feature brings the licence, and a notice of what it adds to an Eclipse. */
	@Test
	void eachFeatureHasItsLicenceAndNamesWhatIsNotOurs() throws IOException {
		List<Path> features;
		try (Stream<Path> files = Files.list(REPOSITORY.resolve("features"))) {
			features = files.filter(file -> file.getFileName().toString().startsWith("org.palisade.")).toList();
		}
		assertTrue(!features.isEmpty());
		for (Path feature : features) {
			try (ZipFile zip = new ZipFile(feature.toFile())) {
				assertTrue(text(zip, "LICENSE").contains("Eclipse Public License - v 2.0"), feature::toString);
				List<String> named = named(text(zip, "NOTICE.txt"));
				Matcher plugins = Pattern.compile("<plugin\\s+id=\"((?!org\\.palisade\\.|org\\.eclipse\\.)[^\"]*)\"").matcher(text(zip, "feature.xml"));
				plugins.results().map(plugin -> plugin.group(1) + ".jar")
						.forEach(name -> assertTrue(named.stream().anyMatch(pattern -> fits(pattern, name)), feature + " does not name " + name));
			}
		}
	}

	private static String text(ZipFile zip, String name) throws IOException {
		ZipEntry entry = zip.getEntry(name);
		assertTrue(entry != null, zip.getName() + " has no " + name);
		try (InputStream in = zip.getInputStream(entry)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}

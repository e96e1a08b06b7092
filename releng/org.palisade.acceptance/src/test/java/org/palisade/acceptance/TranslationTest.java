package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every text that a user of the workbench or of palisade-config sees is also there in simplified Chinese, and means to say as much. */
class TranslationTest {

	private static final Path BUNDLES = Path.of(System.getProperty("palisade.lab")).resolve("../../bundles").normalize();
	private static final String TRANSLATED = "_zh_CN.properties";
	private static final Pattern PLACE = Pattern.compile("\\{\\d+\\}");

	private static final Pattern REFERENCE = Pattern.compile("<(?:topic|h[1-6]|p|li)\\b|(?:href|id|serialization|topic|file)=\"[^\"]*\"");

	/**
	 * What stays English: the fence agent, its resident process and the simulator are read by programs and speak English in every locale, and so do
	 * the manual pages and the metadata, which are documents of a contract.
	 */
	private static final List<String> ENGLISH_ALONE = List.of("org.palisade.agent/", "org.palisade.resident/", "org.palisade.sessions/",
			"org.palisade.simulator/", "org.palisade.launcher/", "org.palisade.core/src/main/java/org/palisade/core/document/");

	private static List<Path> texts() throws IOException {
		try (Stream<Path> files = Files.walk(BUNDLES)) {
			return files.filter(TranslationTest::isOriginal).sorted().toList();
		}
	}

	private static boolean isOriginal(Path file) {
		String name = BUNDLES.relativize(file).toString();
		boolean own = name.contains("/src/main/") || name.endsWith("/plugin.properties") && !name.contains("/target/");
		return own && (name.endsWith("/messages.properties") || name.endsWith("/plugin.properties") || name.endsWith("/bundle.properties"))
				&& ENGLISH_ALONE.stream().noneMatch(name::startsWith);
	}

	private static Path translation(Path original) {
		return original.resolveSibling(original.getFileName().toString().replace(".properties", TRANSLATED));
	}

	private static Properties load(Path file) throws IOException {
		Properties properties = new Properties();
		try (InputStream input = Files.newInputStream(file)) {
			properties.load(input);
		}
		return properties;
	}

	@Test
	void everyTextIsTranslated() throws IOException {
		List<String> problems = new ArrayList<>();
		List<Path> originals = texts();
		assertTrue(originals.size() > 20, originals.toString());
		for (Path original : originals) {
			String name = BUNDLES.relativize(original).toString();
			if (!Files.exists(translation(original))) {
				problems.add(name + " has no " + translation(original).getFileName());
				continue;
			}
			Properties english = load(original);
			Properties chinese = load(translation(original));
			english.stringPropertyNames().stream().filter(key -> !chinese.containsKey(key)).forEach(key -> problems.add(name + ": " + key + " is missing"));
			chinese.stringPropertyNames().stream().filter(key -> !english.containsKey(key)).forEach(key -> problems.add(name + ": nobody asks for " + key));
			chinese.stringPropertyNames().stream().filter(key -> !places(english.getProperty(key, "")).equals(places(chinese.getProperty(key))))
					.forEach(key -> problems.add(name + ": " + key + " has other places for values"));
		}
		assertEquals(List.of(), problems);
	}

	private static List<String> places(String text) {
		return PLACE.matcher(text).results().map(MatchResult::group).sorted().distinct().toList();
	}

	/** Pages, contexts and cheat sheet have the same identifiers, links and commands; the words alone differ. */
	@Test
	void theHelpIsTranslated() throws IOException {
		Path help = BUNDLES.resolve("org.palisade.help");
		List<Path> originals = new ArrayList<>(List.of(help.resolve("toc.xml"), help.resolve("contexts.xml")));
		for (String folder : List.of("html", "cheatsheets")) {
			try (Stream<Path> files = Files.list(help.resolve(folder))) {
				files.forEach(originals::add);
			}
		}
		assertTrue(originals.size() > 10, originals.toString());
		for (Path original : originals) {
			Path translation = help.resolve("nl/zh/CN").resolve(help.relativize(original));
			assertTrue(Files.exists(translation), translation.toString());
			assertEquals(references(original), references(translation), translation.toString());
			assertTrue(Files.readString(translation).codePoints().anyMatch(Character::isIdeographic), translation.toString());
		}
	}

	private static List<String> references(Path file) throws IOException {
		return REFERENCE.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
	}

	/** The reader of messages takes each byte for a character; what is not ASCII is escaped. */
	@Test
	void translationsAreAscii() throws IOException {
		for (Path original : texts()) {
			if (Files.exists(translation(original))) {
				String text = Files.readString(translation(original), StandardCharsets.UTF_8);
				assertFalse(text.chars().anyMatch(c -> c > 126), translation(original).toString());
			}
		}
	}
}

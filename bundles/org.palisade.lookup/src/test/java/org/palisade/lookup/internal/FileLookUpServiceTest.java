package org.palisade.lookup.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.lookup.MapKey;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;

/** Where inventories are remembered. */
class FileLookUpServiceTest {

	private static FileLookUpService service(Map<String, String> environment, String user) {
		return new FileLookUpService(environment, user, "/home/u");
	}

	private static OptionValues options(String value) {
		Map<String, Object> values = Map.of(StandardOptions.LOOKUP_CACHE, value);
		return new OptionValues(values, values.keySet());
	}

	@Test
	void rootAndOthersHaveTheirPlaces() {
		Map<String, String> environment = Map.of("XDG_CACHE_HOME", "/caches");
		assertEquals(Path.of("/caches/palisade"), service(environment, "root").standardFolder());
		assertEquals(Path.of("/var/cache/palisade"), service(Map.of(), "root").standardFolder());
		assertEquals(Path.of("/caches/palisade"), service(environment, "u").standardFolder());
		assertEquals(Path.of("/home/u/.cache/palisade"), service(Map.of(), "u").standardFolder());
		assertEquals(Path.of("/home/u/.cache/palisade"), service(Map.of("XDG_CACHE_HOME", "caches"), "u").standardFolder());
	}

	@ParameterizedTest
	@ValueSource(strings = { "off", "/var/cache/palisade" })
	void acceptsOffAndAbsolutePaths(String value) {
		assertDoesNotThrow(() -> service(Map.of(), "u").validate(options(value)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cache", "./cache", "OFF", "/a\0b" })
	void refusesAnythingElseByName(String value) {
		FenceException refused = assertThrows(FenceException.class, () -> service(Map.of(), "u").validate(options(value)));
		assertEquals(Kind.OPTION, refused.problem().kind());
		assertTrue(refused.getMessage().contains(StandardOptions.LOOKUP_CACHE), refused.getMessage());
	}

	@Test
	void remembersWhereTheOptionSaysElseInTheStandardFolder(@TempDir Path temporary) {
		FileLookUpService service = service(Map.of("XDG_CACHE_HOME", temporary.toString()), "u");
		OptionValues elsewhere = options(temporary.resolve("chosen").toString());
		OptionValues nothing = new OptionValues(Map.of(), Set.of());

		service.open(elsewhere, Diagnostics.none()).rememberServer("vc", Map.of("name", "chosen"));
		assertTrue(Files.isDirectory(temporary.resolve("chosen")));
		assertEquals(Optional.empty(), service.open(nothing, Diagnostics.none()).server("vc"));
		service.open(nothing, Diagnostics.none()).rememberServer("vc", Map.of("name", "standard"));
		assertTrue(Files.isDirectory(temporary.resolve("palisade")));

		assertEquals(Optional.of(Map.of("name", "chosen")), service.open(elsewhere, Diagnostics.none()).server("vc"));
		assertEquals(Optional.of(Map.of("name", "standard")), service.open(nothing, Diagnostics.none()).server("vc"));
	}

	@Test
	void remembersNothingWhenItIsOff() {
		assertTrue(service(Map.of(), "u").open(options("off"), Diagnostics.none()).map(new MapKey("s", "a", "api")).isEmpty());
	}
}

package org.palisade.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever was found once stays mended: each seed goes through its target. */
class SeedsTest {

	private static final Path MODULE = Path.of(System.getProperty("palisade.fuzz.module"));

	@ParameterizedTest
	@EnumSource
	void everySeedKeepsTheProperties(Target target) throws Exception {
		Method method = target.type().getMethod("fuzzerTestOneInput", byte[].class);
		Map<String, byte[]> seeds = Seeds.of(target, MODULE);
		assertFalse(seeds.isEmpty());
		seeds.forEach((name, seed) -> assertDoesNotThrow(() -> run(method, seed), name));
	}

	private static void run(Method method, byte[] seed) throws Throwable {
		try {
			method.invoke(null, seed);
		} catch (InvocationTargetException finding) {
			throw finding.getCause();
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyTargetHasADictionary(Target target) {
		assertTrue(Files.isRegularFile(target.dictionary(MODULE)));
	}
}

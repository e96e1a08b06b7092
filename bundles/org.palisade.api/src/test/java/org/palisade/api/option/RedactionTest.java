package org.palisade.api.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactionTest {

	static Stream<List<String>> redactions() {
		return Stream.of(List.of("p", "stopped p, p's pop-p", "stopped ********, ********'s pop-********"),
				List.of("secret", "mysecrets", "my********s"), List.of("a&b<c", "<x>a&amp;b&lt;c</x>", "<x>********</x>"),
				List.of("a&b<c", "a&b<c", "********"), List.of("aa", "aaa aa", "aaa ********"), List.of("abab", "xabababab", "x****************"),
				List.of("abab", "ababab", "********ab"), List.of("secret", "secre", "secre"), List.of("secret", "secret", "********"),
				List.of("pässwörd", "ä pässwörd", "ä ********"), List.of("", "text", "text"));
	}

	@ParameterizedTest
	@MethodSource("redactions")
	void secretsAreFoundAsTheyAreWritten(List<String> secretTextExpected) {
		Redaction redaction = Redaction.of(Secret.of(secretTextExpected.get(0)));

		assertEquals(secretTextExpected.get(2), redaction.apply(secretTextExpected.get(1)));
	}

	@Test
	void allSecretsAreMasked() {
		Redaction redaction = Redaction.of(Secret.of("first")).and(Secret.of("second"));

		assertEquals("******** and ********", redaction.apply("first and second"));
		assertFalse(redaction.toString().contains("first"));
	}
}

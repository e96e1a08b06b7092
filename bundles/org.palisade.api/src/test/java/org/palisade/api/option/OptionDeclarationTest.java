package org.palisade.api.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionDeclarationTest {

	@Test
	void aDeclarationIsBuiltStepByStep() {
		OptionDeclaration declaration = OptionDeclaration.of("api_path", OptionType.STRING, "a path").withLetter('x').withDefault("/rest")
				.withOldNames("path").withOldNames("url");

		assertEquals(new OptionDeclaration("api_path", List.of("path", "url"), Optional.of('x'), "api-path", OptionType.STRING, List.of(),
				Optional.of("/rest"), Optional.empty(), "a path"), declaration);
		assertEquals("api_path", declaration.withLongOption("api_path").longOption());
	}

	@Test
	void aScriptNamesTheSecretThatItPrints() {
		OptionDeclaration declaration = OptionDeclaration.script("key_script", "key", "prints the key").withLetter('K').withDefault("/bin/key")
				.withLongOption("key-by").withOldNames("keys");

		assertEquals(Optional.of("key"), declaration.scriptFor());
		assertEquals(OptionType.STRING, declaration.type());
		assertNotEquals(OptionDeclaration.of("key_script", OptionType.STRING, "prints the key"),
				OptionDeclaration.script("key_script", "key", "prints the key"));
		assertThrows(IllegalArgumentException.class, () -> OptionDeclaration.script("key_script", "", "prints the key"));
	}

	@Test
	void aSelectHasItsChoices() {
		assertEquals(List.of("a", "b"), OptionDeclaration.select("mode", List.of("a", "b"), "a mode").choices());
		assertThrows(IllegalArgumentException.class, () -> OptionDeclaration.select("mode", List.of(), "a mode"));
		assertThrows(IllegalArgumentException.class, () -> OptionDeclaration.of("mode", OptionType.SELECT, "a mode"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Name", "a b", "a-b", "_a", "\u00e4", "a=b" })
	void aNameIsMadeOfLowerCaseLettersDigitsAndUnderscores(String name) {
		assertThrows(IllegalArgumentException.class, () -> OptionDeclaration.of(name, OptionType.STRING, "x"));
		OptionDeclaration declaration = OptionDeclaration.of("a", OptionType.STRING, "x");
		assertThrows(IllegalArgumentException.class, () -> declaration.withOldNames(name));
	}

	@ParameterizedTest
	@EnumSource
	void theTypesHaveTheNamesOfTheMetadataSchema(OptionType type) {
		assertEquals(true, List.of("boolean", "string", "second", "integer", "select").contains(type.metadataName()));
	}
}

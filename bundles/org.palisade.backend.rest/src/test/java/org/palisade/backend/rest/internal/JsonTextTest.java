package org.palisade.backend.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.backend.rest.internal.JsonText.MalformedJson;

/** What is accepted as JSON from a server that may be anything. */
class JsonTextTest {

	@Test
	void readsEveryKindOfValue() throws MalformedJson {
		Map<?, ?> object = (Map<?, ?>) JsonText.parse("{\"a\":[1,-2.5e3,true,null,\"gr\\u00fcn \\\"/\"],\"b\":{}}");

		List<?> list = (List<?>) object.get("a");
		assertEquals(1.0, list.get(0));
		assertEquals(-2500.0, list.get(1));
		assertEquals(true, list.get(2));
		assertEquals(null, list.get(3));
		assertEquals("grün \"/", list.get(4));
		assertEquals(Map.of(), object.get("b"));
		assertEquals("token", JsonText.parse("\"token\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "[1", "{\"a\":1,}", "{a:1}", "{'a':1}", "// x\n1", "nul", "[1] 2", "<html>", "\u0000",
			"{\"a\":1,\"a\":2}", "{\"a\":null,\"a\":2}", "NaN", ")]}'\n1", "{\"a\"=1}", "\"\t\"" })
	void refusesWhatIsNotOneStrictValue(String text) {
		assertThrows(MalformedJson.class, () -> JsonText.parse(text));
	}

	@Test
	void refusesDeepNestingWithoutFillingTheStack() {
		assertThrows(MalformedJson.class, () -> JsonText.parse("[".repeat(1_000_000)));
		assertThrows(MalformedJson.class, () -> JsonText.parse("{\"a\":".repeat(1_000_000)));
	}
}

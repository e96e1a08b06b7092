package org.palisade.backend.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.option.OptionValues;

/** The options of this back end's own. */
class OptionTextsTest {

	@Test
	void triesBothPathsUnlessOneIsGiven() throws FenceException {
		assertEquals(List.of("/api", "/rest"), ApiPath.candidates(Optional.empty()).stream().map(ApiPath::path).toList());
	}

	@ParameterizedTest
	@CsvSource({ "/rest, /rest, REST", "rest/, /rest, REST", "/api, /api, API", "/vcenter-1/api/, /vcenter-1/api, API" })
	void obeysTheGivenPath(String option, String path, Dialect dialect) throws FenceException {
		assertEquals(List.of(new ApiPath(path, dialect)), ApiPath.candidates(Optional.of(option)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sdk", "/", "/restful", "/a b/api", "/a\r\nX: y/api", "https://host/api", "/ä/api", "/?x=/api" })
	void refusesOtherPaths(String option) {
		FenceProblem problem = assertThrows(FenceException.class, () -> ApiPath.candidates(Optional.of(option))).problem();
		assertEquals(Kind.OPTION, problem.kind());
		assertTrue(problem.message().contains("api_path"), problem.message());
	}

	@ParameterizedTest
	@CsvSource(value = { "filter.names=node1&filter.names=node2;?names=node1&names=node2;?filter.names=node1&filter.names=node2",
			"names=a b;?names=a%20b;?filter.names=a%20b", "filter.names.1=gr%C3%BCn;?names=gr%C3%BCn;?filter.names=gr%C3%BCn",
			"power_states=POWERED_ON&hosts=host-1;?power_states=POWERED_ON&hosts=host-1;?filter.power_states=POWERED_ON&filter.hosts=host-1",
			"names=100%;?names=100%25;?filter.names=100%25" }, delimiter = ';')
	void speaksTheFilterInEitherDialect(String option, String api, String rest) throws FenceException {
		Query filter = ListFilter.parse(Optional.of(option));
		assertEquals(api, filter.text(Dialect.API));
		assertEquals(rest, filter.text(Dialect.REST));
	}

	/** Whatever a value is as a URL, its length takes no stack. */
	@ParameterizedTest
	@ValueSource(strings = { "a", "%C3%BC", "a%20", "%" })
	void takesAFilterOfAnyLength(String repeated) throws FenceException {
		String value = repeated.repeat(30_000);
		String expected = repeated.equals("%") ? value.replace("%", "%25") : value;
		assertEquals("?names=" + expected, ListFilter.parse(Optional.of("names=" + value)).text(Dialect.API));
	}

	@ParameterizedTest
	@ValueSource(strings = { "names", "names=", "colour=red", "filter.x=1", "names=a&", "=a", "NAMES=a" })
	void refusesFiltersThatTheListingDoesNotHave(String option) {
		FenceProblem problem = assertThrows(FenceException.class, () -> ListFilter.parse(Optional.of(option))).problem();
		assertEquals(Kind.OPTION, problem.kind());
		assertTrue(problem.message().contains("filter"), problem.message());
	}

	@Test
	void validatesWithoutContactingAnybody() throws FenceException {
		RestBackEnd backEnd = new RestBackEnd();
		backEnd.validate(values("username", "u"));
		for (OptionValues bad : List.of(values("username", "a:b"), values("username", "u", "api_path", "/sdk"),
				values("username", "u", "filter", "x=1"), values("username", "u", "ip", "https://x"))) {
			assertEquals(Kind.OPTION, assertThrows(FenceException.class, () -> backEnd.validate(bad)).problem().kind());
		}
	}

	private static OptionValues values(String... pairs) {
		Map<String, Object> values = new HashMap<>(Map.of("ip", "127.0.0.1:1"));
		for (int i = 0; i < pairs.length; i += 2) {
			values.put(pairs[i], pairs[i + 1]);
		}
		return new OptionValues(values, values.keySet());
	}
}

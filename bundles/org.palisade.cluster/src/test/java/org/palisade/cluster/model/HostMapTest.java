package org.palisade.cluster.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostMapTest {

	@Test
	void readsWhatPacemakerReads() {
		assertEquals(Map.of("node1", "plug1", "node2", "plug2,plug3"), HostMap.parse("node1:plug1;node2:plug2,plug3").plugs());
		assertEquals(Map.of("a", "1", "b", "2", "c", "3"), HostMap.parse("a:1 b:2\tc=3;").plugs());
		assertEquals(Map.of("node1", "vm one"), HostMap.parse("node1:vm\\ one").plugs());
		assertEquals(List.of(), HostMap.parse(" ; node1:a ;; ").problems());
	}

	@ParameterizedTest
	@ValueSource(strings = { "node1", "node1:", ":plug1", "node1:a:b", "node1:a;node1:b", "node1:vm one" })
	void namesWhatIsNoPair(String value) {
		assertEquals(1, HostMap.parse(value).problems().size(), value);
	}

	@Test
	void readsWhatItWrites() {
		Random random = new Random(7);
		String characters = "abz019-_./,;: =\\\t\u00e4%";
		for (int i = 0; i < 500; i++) {
			Map<String, String> plugs = new LinkedHashMap<>();
			for (int node = 0; node <= random.nextInt(5); node++) {
				StringBuilder plug = new StringBuilder("p");
				random.ints(random.nextInt(8), 0, characters.length()).forEach(at -> plug.append(characters.charAt(at)));
				plugs.put("node" + node, plug.toString());
			}
			HostMap read = HostMap.parse(HostMap.format(plugs));
			assertEquals(plugs, read.plugs());
			assertTrue(read.problems().isEmpty());
		}
	}
}

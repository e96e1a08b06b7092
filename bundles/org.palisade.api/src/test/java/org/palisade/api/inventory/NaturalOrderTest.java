package org.palisade.api.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaturalOrderTest {

	private static final List<String> ORDER = List.of("", "-", "0", "00", "01", "1", "2", "10", "99999999999999999998", "99999999999999999999", "a",
			"a1", "a1b", "a2", "a10", "a10b", "AB", "ab", "Ac", "node9", "node10", "node10-2", "node10-10", "ä");

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void numbersCountAsNumbers(long seed) {
		List<String> names = new ArrayList<>(ORDER);
		Collections.shuffle(names, new Random(seed));
		names.sort(NaturalOrder.INSTANCE);
		assertEquals(ORDER, names);
	}
}

package org.palisade.inventory.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class IdIndexTest {

	private final Map<Integer, String> ids = new HashMap<>();
	private final IdIndex index = new IdIndex();

	@Test
	void findsWhatIsInItAndNothingElse() {
		Random random = new Random(7);
		Map<String, Integer> truth = new HashMap<>();
		for (int step = 0; step < 20_000; step++) {
			// Aa and BB have the same hash, and so have all texts of as many of them.
			String id = random.nextBoolean() ? "Aa".repeat(random.nextInt(6)) + "BB".repeat(random.nextInt(6)) : "vm-" + random.nextInt(900);
			Integer row = truth.remove(id);
			if (row != null) {
				index.remove(id, row);
			} else {
				truth.put(id, step);
				ids.put(step, id);
				index.add(id, step);
			}
			assertEquals(truth.getOrDefault(id, -1), find(id));
		}
		truth.forEach((id, row) -> assertEquals(row, find(id)));
	}

	private int find(String id) {
		return index.find(id, row -> ids.get(row).equals(id));
	}
}

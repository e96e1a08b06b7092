package org.palisade.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.palisade.api.PowerState;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.simulator.SimulatorOptions;

/** A feed of the largest inventory that is promised, once. */
class LargeInventoryTest extends FeedFixture {

	private static final int MACHINES = 40_000;
	private static final int PAGE = 1000;

	@Test
	void fortyThousandMachinesAreReadAndFollowed() throws Exception {
		start(SimulatorOptions.builder().virtualMachines(MACHINES).pageSize(PAGE));
		open();
		recorder.awaitComplete(1);
		assertEquals(Optional.empty(), Truth.difference(Truth.of(server), feed.snapshot()));
		assertTrue(recorder.batches().stream().allMatch(batch -> size(batch) <= PAGE), "a page at a time");

		String id = feed.snapshot().find("node39999", Set.of(Kind.VIRTUAL_MACHINE)).get(0).id();
		control("/vm?id=" + id + "&power=suspended");
		recorder.await(id, object -> ((VirtualMachine) object).details().orElseThrow().power() == PowerState.SUSPENDED);
		InventoryBatch last = recorder.batches().get(recorder.batches().size() - 1);
		assertEquals(1, size(last));
	}

	private static int size(InventoryBatch batch) {
		return batch.added().size() + batch.changed().size() + batch.removed().size();
	}
}

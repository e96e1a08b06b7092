package org.palisade.inventory.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.Diagnostics;
import org.palisade.api.PowerState;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.lookup.InventoryMap;
import org.palisade.api.lookup.LookUpCache;
import org.palisade.api.lookup.LookUpService;
import org.palisade.api.lookup.MapKey;
import org.palisade.api.lookup.MapProof;
import org.palisade.api.lookup.MappedPlug;
import org.palisade.api.option.OptionValues;
import org.palisade.vsphere.MapContents;

/** What a large inventory costs, with everything that a view has asked it for. */
class MemoryTest {

	private static final int MACHINES = 40_000;
	private static final long LIMIT = 16L << 20;
	private static final int PAGE = 1000;
	private static final int FOLDERS = 800;

	/** 131,072 slots for the UUIDs and 65,536 for names and identifiers each, of four bytes, and the largest of them twice. */
	private static final long INDEXES = (2 * 131_072 + 2 * 65_536) * 4;

	@Test
	void fortyThousandMachinesFitIntoSixteenMebibytes() {
		long before = used();
		InventoryModel model = new InventoryModel();
		fill(model, false);
		fill(model, true);
		List<InventoryObject> found = model.snapshot().find("node", EnumSet.allOf(Kind.class));
		model.snapshot().children("group-v1");
		long kept = used() - before;

		assertEquals(MACHINES, found.size());
		assertEquals(MACHINES, model.snapshot().count(Kind.VIRTUAL_MACHINE));
		assertTrue(kept < LIMIT, () -> kept + " bytes");
	}

	/** Written to the look-up cache, they must not all be brought to life at once, nor be copied. What is left to be made at the end is the indexes. */
	@Test
	void toRememberThemNeedsNoMoreThanThat(@TempDir Path folder) throws ReflectiveOperationException {
		long before = used();
		InventoryModel model = new InventoryModel();
		fill(model, true);
		LookUpService service = (LookUpService) Class.forName("org.palisade.lookup.internal.FileLookUpService").getConstructor().newInstance();
		LookUpCache cache = service.open(new OptionValues(Map.of("lookup_cache", folder.resolve("c").toString()), Set.of()), Diagnostics.none());
		MapKey key = new MapKey("server", "account", "api");
		AtomicLong atTheEnd = new AtomicLong();
		AtomicInteger count = new AtomicInteger();

		cache.replace(key, new MapProof(Instant.EPOCH, Instant.EPOCH, true, "mark"), model.machines(object -> {
			if (count.incrementAndGet() == MACHINES) {
				atTheEnd.set(used() - before);
			}
			MachineDetails details = ((VirtualMachine) object).details().orElseThrow();
			return new MappedPlug(object.id(), object.name(), MapContents.uuids(details.instanceUuid(), details.biosUuid()), false);
		}));

		assertTrue(atTheEnd.get() > 0 && atTheEnd.get() + INDEXES < LIMIT, () -> atTheEnd + " bytes and the indexes");
		try (InventoryMap map = cache.map(key).orElseThrow()) {
			assertEquals(MACHINES, map.size());
			assertEquals("vm-100007", map.named("node00007.production.example.com").get(0).id());
		}
	}

	/** In pages, each of which is a snapshot that somebody might have kept, first the names and then the rest. */
	private static void fill(InventoryModel model, boolean details) {
		Random random = new Random(1);
		for (int from = 0; from < MACHINES; from += PAGE) {
			Edit edit = model.edit();
			for (int i = from; i < from + PAGE; i++) {
				edit.put(machine(random, i, details));
			}
			edit.commit();
		}
	}

	private static Entry machine(Random random, int number, boolean details) {
		String name = "node%05d.production.example.com".formatted(number);
		MachineDetails known = new MachineDetails(PowerState.ON, ConnectionState.CONNECTED, false, Optional.of(uuid(random)),
				Optional.of(uuid(random)), Optional.of("10.1." + number / 256 + "." + number % 256), Optional.of("host-" + number % 1000));
		return new Entry(new VirtualMachine("vm-" + (100_000 + number), name, Optional.of("group-v" + number % FOLDERS),
				details ? Optional.of(known) : Optional.empty()), name);
	}

	private static String uuid(Random random) {
		return new UUID(random.nextLong(), random.nextLong()).toString();
	}

	/** The least of several readings: whatever else runs in this virtual machine only adds to one of them. */
	private static long used() {
		long least = Long.MAX_VALUE;
		for (int i = 0; i < 5; i++) {
			System.gc();
			least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return least;
	}
}

package org.palisade.inventory.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventorySnapshot;

/** The model against plain maps that are changed in the same way. */
class InventoryModelTest {

	private final InventoryModel model = new InventoryModel();
	private final Map<String, Entry> truth = new HashMap<>();

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void holdsWhatWasPutInWhateverTheOrder(long seed) {
		Random random = new Random(seed);
		for (int step = 0; step < 200; step++) {
			Map<String, Entry> before = Map.copyOf(truth);
			InventorySnapshot old = model.snapshot();
			Optional<InventoryBatch> batch = changeSomething(random);

			assertHolds(truth, model.snapshot());
			assertHolds(before, old);
			assertTellsTheDifference(before, batch);
		}
	}

	private Optional<InventoryBatch> changeSomething(Random random) {
		Edit edit = model.edit();
		int changes = random.nextInt(60);
		for (int i = 0; i < changes; i++) {
			Entry entry = Samples.random(random, random.nextInt(700));
			String id = entry.object().id();
			if (random.nextInt(3) == 0) {
				edit.remove(id);
				truth.remove(id);
			} else {
				edit.put(entry);
				truth.put(id, entry);
			}
			assertEquals(Optional.ofNullable(truth.get(id)), edit.entry(id));
		}
		return edit.commit();
	}

	private static void assertHolds(Map<String, Entry> expected, InventorySnapshot snapshot) {
		Map<String, InventoryObject> found = snapshot.find("", EnumSet.allOf(Kind.class)).stream()
				.collect(Collectors.toMap(InventoryObject::id, object -> object));
		assertEquals(objects(expected), found);
		for (Kind kind : Kind.values()) {
			assertEquals(expected.values().stream().filter(entry -> entry.object().kind() == kind).count(), snapshot.count(kind));
		}
		expected.forEach((id, entry) -> assertEquals(Optional.of(entry.object()), snapshot.object(id)));
		assertEquals(Optional.empty(), snapshot.object("obj-700"));
		assertRelations(expected, snapshot);
	}

	private static void assertRelations(Map<String, Entry> expected, InventorySnapshot snapshot) {
		Set<String> placed = new HashSet<>(ids(snapshot.roots()));
		for (String id : expected.keySet()) {
			List<String> children = ids(snapshot.children(id));
			children.forEach(child -> assertEquals(Optional.of(id), expected.get(child).object().parent()));
			placed.addAll(children);
			for (InventoryObject machine : snapshot.machinesOn(id)) {
				assertEquals(Optional.of(id), ((InventoryObject.VirtualMachine) machine).details().orElseThrow().host());
			}
		}
		assertEquals(expected.keySet(), placed);
	}

	private static List<String> ids(List<InventoryObject> objects) {
		return objects.stream().map(InventoryObject::id).toList();
	}

	private static Map<String, InventoryObject> objects(Map<String, Entry> entries) {
		return entries.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().object()));
	}

	private void assertTellsTheDifference(Map<String, Entry> before, Optional<InventoryBatch> batch) {
		Map<String, InventoryObject> told = new HashMap<>(objects(before));
		int count = 0;
		if (batch.isPresent()) {
			List<InventoryObject> after = new ArrayList<>(batch.get().added());
			after.forEach(object -> assertTrue(!before.containsKey(object.id())));
			for (InventoryBatch.Change change : batch.get().changed()) {
				assertEquals(before.get(change.before().id()).object(), change.before());
				assertTrue(!change.before().equals(change.after()));
				after.add(change.after());
			}
			batch.get().removed().forEach(object -> assertEquals(object, told.remove(object.id())));
			after.forEach(object -> told.put(object.id(), object));
			count = after.size() + batch.get().removed().size();
			assertEquals(model.snapshot(), batch.get().snapshot());
			assertTrue(count > 0);
		}
		assertEquals(objects(truth), told);
	}

	@Test
	void whatIsNotHeardOfAgainIsRemoved() {
		Edit first = model.edit();
		first.put(Samples.container(Kind.FOLDER, "group-d1", "Datacenters", ""));
		first.put(Samples.machine("vm-1", "stays", "group-d1", ""));
		first.put(Samples.machine("vm-2", "goes", "group-d1", ""));
		first.commit();

		model.doubtAll();
		Edit again = model.edit();
		again.put(Samples.container(Kind.FOLDER, "group-d1", "Datacenters", ""));
		again.put(Samples.machine("vm-1", "stays", "group-d1", ""));
		again.put(Samples.machine("vm-3", "comes", "group-d1", ""));
		assertEquals(List.of("vm-3"), ids(again.commit().orElseThrow().added()));
		assertEquals(List.of("vm-2"), ids(model.removeUnconfirmed().orElseThrow().removed()));
		assertEquals(Optional.empty(), model.removeUnconfirmed());
		assertEquals(List.of("vm-3", "vm-1"), ids(model.snapshot().children("group-d1")));
	}

	@Test
	void nothingIsToldOfWhatStaysAsItIs() {
		for (int i = 0; i < 2; i++) {
			Edit edit = model.edit();
			edit.put(Samples.machine("vm-1", "a%2fb", "", ""));
			assertEquals(i == 0, edit.commit().isPresent());
		}
	}

	@Test
	void completenessIsKnownToTheSnapshotOnly() {
		InventorySnapshot before = model.snapshot();
		model.complete(true);
		assertTrue(model.snapshot().isComplete() && !before.isComplete());
	}
}

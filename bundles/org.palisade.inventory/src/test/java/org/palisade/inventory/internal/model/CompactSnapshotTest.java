package org.palisade.inventory.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Host;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventorySnapshot;

class CompactSnapshotTest {

	private final InventoryModel model = new InventoryModel();
	private InventorySnapshot snapshot;

	@BeforeEach
	void fill() {
		Edit edit = model.edit();
		edit.put(Samples.container(Kind.FOLDER, "group-d1", "Datacenters", ""));
		edit.put(Samples.container(Kind.DATACENTER, "datacenter-2", "DC%2f0", "group-d1"));
		edit.put(Samples.container(Kind.FOLDER, "group-v3", "vm", "datacenter-2"));
		edit.put(Samples.container(Kind.FOLDER, "group-h4", "host", "datacenter-2"));
		edit.put(Samples.container(Kind.CLUSTER, "domain-c5", "Cluster", "group-h4"));
		edit.put(Samples.host("host-6", "esx1.example.com", "domain-c5"));
		edit.put(Samples.machine("vm-10", "node10", "group-v3", "host-6"));
		edit.put(Samples.machine("vm-9", "Node9", "group-v3", "host-6"));
		edit.put(Samples.machine("vm-8", "a%2fb 100%25", "group-v3", "host-6"));
		edit.put(Samples.machine("vm-7", "GRÜN", "group-unseen", ""));
		edit.commit();
		snapshot = model.snapshot();
	}

	private static List<String> ids(List<InventoryObject> objects) {
		return objects.stream().map(InventoryObject::id).toList();
	}

	@ParameterizedTest
	@CsvSource({ "group-d1,/", "datacenter-2,/DC%2f0", "vm-9,/DC%2f0/vm/Node9", "vm-8,/DC%2f0/vm/a%2fb 100%25",
			"host-6,/DC%2f0/host/Cluster/esx1.example.com", "vm-7,/GRÜN", "vm-1,''" })
	void pathsAreMadeOfTheServersNames(String id, String path) {
		assertEquals(path, snapshot.path(id));
	}

	@Test
	void aRingOfParentsEndsAPath() {
		Edit edit = model.edit();
		edit.put(Samples.container(Kind.FOLDER, "a", "A", "b"));
		edit.put(Samples.container(Kind.FOLDER, "b", "B", "a"));
		edit.commit();
		assertEquals("/B/A", model.snapshot().path("a"));
	}

	@Test
	void childrenComeInTheOrderInWhichPeopleLook() {
		assertEquals(List.of("vm-8", "vm-9", "vm-10"), ids(snapshot.children("group-v3")));
		assertEquals(List.of("vm-8", "vm-9", "vm-10"), ids(snapshot.machinesOn("host-6")));
		assertEquals(List.of("group-d1", "vm-7"), ids(snapshot.roots()));
		assertEquals(List.of(), snapshot.children("vm-8"));
	}

	@Test
	void namesAreDecoded() {
		assertEquals("a/b 100%", snapshot.object("vm-8").orElseThrow().name());
	}

	@ParameterizedTest
	@CsvSource({ "NODE,vm-9 vm-10", "node1,vm-10", "a/b,vm-8", "a%2fb,vm-8", "A%2FB,vm-8", "0%,vm-8", "grün,vm-7", "vm/n,vm-9 vm-10",
			"0/vm/a,vm-8", "421e6B,vm-7 vm-8 vm-9 vm-10", "501e6b3a-0c55-4f2e-9f0a-1234567890ab,vm-7 vm-8 vm-9 vm-10", "0.30.4,vm-7 vm-8 vm-9 vm-10",
			"10.20.30.40,vm-7 vm-8 vm-9 vm-10", "10.20.30.41,''", "nothing,''", "/dc%2f0/VM,vm-8 vm-9 vm-10", "'',vm-7 vm-8 vm-9 vm-10" })
	void findsPartsOfNamesPathsUuidsAndAddresses(String text, String expected) {
		Set<String> ids = expected.isEmpty() ? Set.of() : Set.of(expected.split(" "));
		assertEquals(new TreeSet<>(ids), new TreeSet<>(ids(snapshot.find(text, Set.of(Kind.VIRTUAL_MACHINE)))));
	}

	@Test
	void findsInTheOrderOfNamesFewAndMany() {
		assertEquals(List.of("vm-9", "vm-10"), ids(snapshot.find("node", Set.of(Kind.VIRTUAL_MACHINE))));
		Edit edit = model.edit();
		IntStream.range(0, 5000).map(i -> (i * 2003) % 5000).forEach(i -> edit.put(Samples.machine("vm-x" + i, "many" + i, "group-v3", "")));
		edit.commit();
		List<String> expected = IntStream.range(0, 5000).mapToObj(i -> "vm-x" + i).toList();
		assertEquals(expected, ids(model.snapshot().find("many", Set.of(Kind.VIRTUAL_MACHINE))));
		assertEquals(List.of("vm-9", "vm-10"), ids(model.snapshot().find("node", Set.of(Kind.VIRTUAL_MACHINE))), "few, with the order of all known");
	}

	@Test
	void findsOnlyTheKindsThatAreAskedFor() {
		Set<Kind> kinds = snapshot.find("c", EnumSet.of(Kind.CLUSTER, Kind.DATACENTER)).stream().map(InventoryObject::kind).collect(Collectors.toSet());
		assertEquals(EnumSet.of(Kind.CLUSTER, Kind.DATACENTER), kinds);
	}

	@Test
	void aPowerChangeLeavesTheRelationsAlone() {
		snapshot.children("group-v3");
		Relations before = ((CompactSnapshot) snapshot).relations();
		Edit edit = model.edit();
		edit.put(new Entry(new Host("host-6", "esx1.example.com", Optional.of("domain-c5"), ConnectionState.CONNECTED, false), "esx1.example.com"));
		assertTrue(edit.commit().isPresent());
		assertEquals(before, ((CompactSnapshot) model.snapshot()).relations());
	}
}

package org.palisade.backend.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.palisade.backend.rest.internal.PlugText.Path;

/** What a user's text may mean. */
class PlugTextTest {

	@Test
	void tellsReferences() {
		assertEquals(Optional.of("vm-12"), new PlugText("vm-12").reference());
		assertEquals(Optional.of("vm-12"), new PlugText("VirtualMachine:vm-12").reference());
		assertTrue(new PlugText("VirtualMachine:vm-12").isExplicitReference());
		assertFalse(new PlugText("vm-12").isExplicitReference());
		for (String name : List.of("vm-", "vm-1a", "vm12", "VM-12", "vm-１")) {
			assertEquals(Optional.empty(), new PlugText(name).reference(), name);
		}
	}

	@Test
	void tellsUuids() {
		assertTrue(new PlugText("421e6b3a-0c55-4f2e-9f0a-1234567890ab").isUuid());
		assertTrue(new PlugText("42 1e 6b 3a 0c 55 4f 2e-9f 0a 12 34 56 78 90 AB").isUuid());
		assertFalse(new PlugText("421e6b3a-0c55-4f2e-9f0a-1234567890a").isUuid());
		assertFalse(new PlugText("node00001").isUuid());
	}

	@Test
	void readsPathsWithAndWithoutTheFolderThatVCenterHides() {
		Path deep = new Path(List.of("F", "DC"), List.of("a", "b"), "n");
		assertEquals(List.of(deep), new PlugText("/F/DC/vm/a/b/n").paths(false));
		assertEquals(List.of(new Path(List.of("DC"), List.of(), "n")), new PlugText("/DC/vm/n").paths(true));
		assertEquals(List.of(new Path(List.of("DC"), List.of("a"), "n")), new PlugText("DC/a/n").paths(false));
		assertEquals(List.of(new Path(List.of("DC"), List.of(), "vm")), new PlugText("DC/vm").paths(false));
	}

	@Test
	void readsPathsBelowADatacenterThatIsNamedElsewhere() {
		Path full = new Path(List.of("a"), List.of("b"), "n");
		Path below = new Path(List.of(), List.of("a", "b"), "n");
		assertEquals(List.of(full, below), new PlugText("a/b/n").paths(true));
		assertEquals(List.of(full), new PlugText("/a/b/n").paths(true));
	}

	@Test
	void aNameIsNoPath() {
		assertEquals(List.of(), new PlugText("n").paths(true));
		assertEquals(List.of(), new PlugText("/n").paths(true));
		assertEquals(List.of(), new PlugText("/").paths(true));
	}

	@Test
	void comparesNamesInBothForms() {
		assertEquals(Set.of("node1"), InventoryNames.forms("node1"));
		for (String text : List.of("a/b 100%", "a%2fb 100%25")) {
			assertTrue(InventoryNames.matches(text, "a%2fb 100%25"), text);
			assertTrue(InventoryNames.matches(text, "a/b 100%"), text);
		}
		assertFalse(InventoryNames.matches("node1", "Node1"));
		assertFalse(InventoryNames.matches("node1", "node10"));
		assertEquals("a/b\\c 100%", InventoryNames.decoded("a%2Fb%5Cc 100%25"));
		assertEquals("50%", InventoryNames.decoded("50%"));
	}
}

package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlugTextTest {

	private static final String UUID = "421e6b3a-0c55-4f2e-9f0a-1234567890ab";

	@ParameterizedTest
	@ValueSource(strings = { UUID, "421E6B3A-0C55-4F2E-9F0A-1234567890AB", "421e6b3a0c554f2e9f0a1234567890ab",
			"42 1e 6b 3a 0c 55 4f 2e-9f 0a 12 34 56 78 90 ab" })
	void readsUuidsInEveryNotation(String text) {
		assertEquals(Optional.of(UUID), new PlugText(text).uuid());
	}

	@ParameterizedTest
	@ValueSource(strings = { "421e6b3a", UUID + "0", "x21e6b3a-0c55-4f2e-9f0a-1234567890ab", "vm-1", "٤21e6b3a-0c55-4f2e-9f0a-1234567890ab" })
	void readsNothingElseAsUuid(String text) {
		assertEquals(Optional.empty(), new PlugText(text).uuid());
	}

	@ParameterizedTest
	@CsvSource({ "vm-12, vm-12", "VirtualMachine:vm-12, vm-12", "VirtualMachine:12, 12" })
	void readsReferences(String text, String value) {
		assertEquals(Optional.of(value), new PlugText(text).reference());
	}

	@ParameterizedTest
	@ValueSource(strings = { "12", "vm-", "vm-1a", "VM-12", "VirtualMachine:", "HostSystem:host-1" })
	void readsNothingElseAsReference(String text) {
		assertEquals(Optional.empty(), new PlugText(text).reference());
	}

	@Test
	void onlyTheExplicitFormIsNothingButAReference() {
		assertTrue(new PlugText("VirtualMachine:vm-12").isExplicitReference());
		assertFalse(new PlugText("vm-12").isExplicitReference());
	}

	@ParameterizedTest
	@CsvSource({ "/DC/vm/a, true", "DC/vm/a, true", "F/DC/vm/sub/a, true", "DC/a, false", "a, false", "DC/vm, false", "vm/a, false" })
	void knowsFullPaths(String text, boolean full) {
		assertEquals(full, new PlugText(text).isFullPath());
	}

	private static List<String> paths(String text, String base) {
		return List.copyOf(new PlugText(text).paths(Optional.ofNullable(base)));
	}

	@Test
	void readsPaths() {
		assertEquals(List.of(), paths("name", "/DC"));
		assertEquals(List.of("DC/vm/a"), paths("/DC/vm/a", null));
		assertEquals(List.of("DC/vm/a"), paths("/DC/vm/a", "/DC"));
		assertEquals(List.of("DC/vm/a"), paths("DC/vm/a", "/DC"));
		assertEquals(List.of("DC/a", "DC/vm/a"), paths("DC/a", null));
		assertEquals(List.of("folder/a", "folder/vm/a", "DC/vm/folder/a"), paths("folder/a", "/DC"));
		assertEquals(List.of("DC/vm/100%", "DC/vm/100%25"), paths("/DC/vm/100%", null));
		assertEquals(List.of("DC/vm/a%2fb"), paths("/DC/vm/a%2fb", null));
	}

	@Test
	void readsPathsToNamesThatHoldSlashes() {
		assertEquals(List.of("DC/vm/a%2fb", "DC/vm%2fa%2fb", "DC/vm/vm%2fa%2fb"),
				List.copyOf(new PlugText("/DC/vm/a/b").pathsWithSlashInName(Optional.empty())));
	}
}

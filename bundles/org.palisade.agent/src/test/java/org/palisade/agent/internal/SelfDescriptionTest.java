package org.palisade.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata, help and version, which contact nothing. */
class SelfDescriptionTest {

	private final Caller caller = new Caller();

	@ParameterizedTest
	@ValueSource(strings = { "metadata", "meta-data", "METADATA", "manpage" })
	void metadataNeedsNothingElse(String action) {
		assertEquals(0, caller.sends("action=" + action + "\n"));

		assertTrue(caller.stdout().startsWith("<?xml"), caller.stdout());
		assertTrue(caller.stdout().contains("<resource-agent name=\"fence_vmware\""), caller.stdout());
		assertEquals("", caller.stderr());
		assertEquals(List.of(), caller.backEnd.calls);
	}

	@Test
	void metadataMarksWhatTheBackEndRequires() {
		caller.command = "fence_vmware_soap";
		caller.types("-o", "metadata");

		for (String required : List.of("action", "ip", "username", "plug")) {
			assertTrue(caller.stdout().contains("name=\"" + required + "\" unique=\"0\" required=\"1\""), required);
		}
		assertTrue(caller.stdout().contains("name=\"password\" unique=\"0\" required=\"0\""));
	}

	@Test
	void metadataWorksWithoutAnyBackEnd() {
		caller.installed.clear();

		assertEquals(0, caller.types("-o", "metadata"));

		assertTrue(caller.stdout().contains("name=\"ip\" unique=\"0\" required=\"0\""));
	}

	@Test
	void metadataWorksInSpiteOfWrongOptionsBesideIt() {
		assertEquals(0, caller.sends("action=metadata\nlogin_timeout=x\nvmware_type=none\n"));
	}

	@Test
	void withoutAnyBackEndNothingElseWorks() {
		caller.installed.clear();

		assertEquals(1, caller.sends(Caller.COMMON + "action=off\n"));

		assertTrue(caller.stderr().contains("No back end is installed"), caller.stderr());
	}

	@ParameterizedTest
	@ValueSource(strings = { "-h", "--help" })
	void helpIsHelp(String option) {
		assertEquals(0, caller.types("-o", "off", option));

		assertTrue(caller.stdout().startsWith("Usage: fence_vmware"), caller.stdout());
		assertEquals(List.of(), caller.backEnd.calls);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-V", "--version" })
	void versionIsTheVersion(String option) {
		int code = caller.types(option);

		caller.assertSays(0, "fence_vmware (Palisade) 1.2.3\n", "", code);
	}

	@Test
	void anUnknownOptionIsNamedWithoutTheValueThatFollows() {
		int code = caller.types("--pasword", "topsecret", "-o", "off");

		caller.assertSays(1, "", "fence_vmware: invalid option: unknown option --pasword. See --help for the options.\n", code);
	}
}

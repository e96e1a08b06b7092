package org.palisade.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.ListedPlug;
import org.palisade.api.PowerState;

/** What list and list-status print. */
class ListingTest {

	private static final List<ListedPlug> ROWS = List.of(new ListedPlug("web", "uuid-1", PowerState.ON),
			new ListedPlug("b\u00fccher \u4e2d", "uuid-2", PowerState.OFF), new ListedPlug("old", "", PowerState.SUSPENDED),
			new ListedPlug("lost", "uuid-4", PowerState.UNKNOWN));

	private final Caller caller = new Caller();

	@Test
	void listPrintsNamesAndAliasesInUtf8() {
		caller.backEnd.rows = ROWS;

		int code = list("");

		caller.assertSays(0, "web,uuid-1\nb\u00fccher \u4e2d,uuid-2\nold,\nlost,uuid-4\n", "", code);
	}

	@Test
	void listStatusPrintsTheStateToo() {
		caller.backEnd.rows = ROWS;

		int code = caller.sends(Caller.COMMON + "action=list-status\n");

		caller.assertSays(0, "web,uuid-1,ON\nb\u00fccher \u4e2d,uuid-2,OFF\nold,,UNKNOWN\nlost,uuid-4,UNKNOWN\n", "", code);
	}

	@Test
	void theSeparatorCanBeChosen() {
		caller.backEnd.rows = ROWS.subList(0, 1);

		int code = list("separator=;\n");

		caller.assertSays(0, "web;uuid-1\n", "", code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x\nnode2,forged", "x\rnode2", "x\u0000y", "x\u001b[2J", "x\u0085y", "x\u2028y" })
	void aNameCannotForgeALine(String name) {
		caller.backEnd.rows = List.of(new ListedPlug(name, "uuid", PowerState.ON), ROWS.get(0));

		int code = list("");

		assertEquals(0, code);
		assertEquals("web,uuid-1\n", caller.stdout());
		assertEquals(1, caller.stderr().lines().count());
		assertTrue(caller.stderr().contains("left out"), caller.stderr());
	}

	@Test
	void anAliasCannotForgeALine() {
		caller.backEnd.rows = List.of(new ListedPlug("x", "uuid\nnode2", PowerState.ON));

		list("");

		assertEquals("", caller.stdout());
	}

	@Test
	void aNameWithTheSeparatorIsPrintedAsItIsWithAWarning() {
		caller.backEnd.rows = List.of(new ListedPlug("a,b", "uuid", PowerState.ON));

		int code = list("");

		caller.assertSays(0, "a,b,uuid\n",
				"fence_vmware: warning: 1 names in the list hold the separator ,; choose another separator\n", code);
	}

	@Test
	void aLongListComesWhole() {
		caller.backEnd.rows = IntStream.range(0, 40_000).mapToObj(i -> new ListedPlug("vm" + i, "uuid" + i, PowerState.ON)).toList();

		assertEquals(0, list(""));

		assertEquals(40_000, caller.stdout().lines().count());
		assertTrue(caller.stdout().endsWith("vm39999,uuid39999\n"));
	}

	@Test
	void anIncompleteListIsAFailure() {
		caller.backEnd.hook = call -> {
			if (call.equals("list")) {
				throw new FenceException(Kind.TCP, "connection lost", "");
			}
		};

		int code = list("");

		caller.assertSays(1, "", "fence_vmware: connection failed: connection lost.\n", code);
	}

	@Test
	void aReaderWhoGoesAwayEndsTheListWithAFailure() {
		caller.backEnd.rows = IntStream.range(0, 2_000).mapToObj(i -> new ListedPlug("vm" + i, "uuid" + i, PowerState.ON)).toList();
		caller.out = broken();

		assertEquals(1, list(""));

		assertTrue(caller.stderr().contains("standard output was closed"), caller.stderr());
		assertTrue(caller.cancellation.requested(), "the session was not told to stop");
		assertTrue(caller.backEnd.calls.contains("close"));
	}

	@Test
	void aReaderWhoGoesAwayMakesNoFailureOfAFencedPlug() {
		caller.out = broken();

		assertEquals(0, caller.sends(Caller.COMMON + "action=off\n"));
		assertEquals(PowerState.OFF, caller.backEnd.powerOf("vm-1"));
	}

	@Test
	void aReaderWhoGoesAwayMakesAFailureOfTheMetadata() {
		caller.out = broken();

		assertEquals(1, caller.sends("action=metadata\n"));
	}

	@Test
	void aStoppedListPrintsNoMore() {
		caller.backEnd.rows = ROWS;
		caller.backEnd.hook = call -> {
			if (call.equals("list")) {
				caller.cancellation.request();
			}
		};

		assertEquals(1, list(""));

		assertFalse(caller.stdout().contains("web"), caller.stdout());
	}

	private int list(String options) {
		return caller.sends(Caller.COMMON + "action=list\n" + options);
	}

	private static OutputStream broken() {
		return new OutputStream() {
			@Override
			public void write(int b) throws IOException {
				throw new IOException("broken pipe");
			}
		};
	}
}

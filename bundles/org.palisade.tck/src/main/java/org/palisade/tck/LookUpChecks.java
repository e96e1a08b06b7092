package org.palisade.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerState;

/** Finding, reading and listing: what is returned is what is there, and nothing is decided or changed. */
interface LookUpChecks extends Checks {

	@Test
	default void aPlugIsFoundByItsName() throws Exception {
		Plug plug = bench().find(bench().open());

		assertFalse(plug.id().isEmpty(), "a plug has an id");
		assertFalse(plug.name().isEmpty(), "a plug has a name");
		assertFalse(plug.path().isEmpty(), "a plug has a path");
		assertFalse(plug.template(), "the plug of the test bed is no template");
	}

	@Test
	default void whatDoesNotExistIsNotFound() throws Exception {
		FenceSession session = bench().open();

		assertEquals(List.of(), session.find(PlugSelector.of(bench().bed().missingPlug()), Bench.ample()));
	}

	@Test
	default void aPartOfANameFindsNothing() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);
		String name = bench().bed().plug();

		assertNotFoundBy(session, name + "0", plug);
		if (name.length() > 1) {
			assertNotFoundBy(session, name.substring(0, name.length() - 1), plug);
			assertNotFoundBy(session, name.substring(1), plug);
		}
	}

	@Test
	default void allThatMatchAreFoundAndEachOnce() throws Exception {
		Optional<String> text = bench().bed().ambiguousPlug();
		assumeTrue(text.isPresent(), "the test bed has no ambiguous plug");

		List<Plug> found = bench().open().find(PlugSelector.of(text.get()), Bench.ample());

		Set<String> ids = new HashSet<>();
		found.forEach(plug -> assertTrue(ids.add(plug.id()), () -> "found twice: " + plug));
		assertTrue(found.size() > 1, () -> "must return every plug that " + text.get() + " may mean, and not only " + found);
	}

	@Test
	default void theStateReadIsTheRealOne() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);

		for (PowerState real : List.of(PowerState.OFF, PowerState.ON, PowerState.OFF)) {
			bench().bed().power(real);
			PlugState state = session.read(plug, Bench.ample());
			assertEquals(real, state.power());
			assertEquals(Optional.empty(), state.doubt(), "a state that is known for sure is not to be doubted");
			assertTrue(state.plug().hasIdentityOf(plug), () -> state.plug() + " is not " + plug);
		}
	}

	@Test
	default void aPlugThatIsGoneIsNotFoundWhenRead() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);
		bench().impose(Incident.REMOVAL);

		Expect.problem(Kind.NOT_FOUND, "read of a plug that is gone", () -> session.read(plug, Bench.ample()));
	}

	@Test
	default void anotherPlugOfTheSameNameIsNotTakenForTheFirst() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);
		bench().impose(Incident.REPLACEMENT);

		try {
			PlugState state = session.read(plug, Bench.ample());
			assertFalse(state.plug().hasIdentityOf(plug), "another plug of the same name was taken for the one that was found");
		} catch (FenceException e) {
			assertEquals(Kind.NOT_FOUND, e.problem().kind(), e.getMessage());
		}
	}

	@Test
	default void theListingHoldsThePlugByANameThatFindsIt() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);

		ListedPlug row = rowOf(plug, session, false);

		if (!row.alias().isEmpty()) {
			assertTrue(finds(session, row.alias(), plug), () -> "the alias of a row must find the plug: " + row);
		}
	}

	@Test
	default void theListingTellsTheRealStates() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);

		for (PowerState real : List.of(PowerState.ON, PowerState.OFF)) {
			bench().bed().power(real);
			assertEquals(real, rowOf(plug, session, true).power());
		}
	}

	@Test
	default void theListingIsHandedOverInTheCallingThread() throws Exception {
		List<Thread> threads = new ArrayList<>();

		bench().open().list(false, row -> threads.add(Thread.currentThread()), Bench.ample());

		assertNotEquals(List.of(), threads, "the plug of the test bed is in no row");
		threads.forEach(thread -> assertSame(Thread.currentThread(), thread));
	}

	@Test
	default void lookingChangesNothing() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);

		for (PowerState real : List.of(PowerState.ON, PowerState.OFF)) {
			bench().bed().power(real);
			session.check(Optional.of(plug), Bench.ample());
			session.check(Optional.empty(), Bench.ample());
			session.list(true, row -> { }, Bench.ample());
			session.read(bench().find(session), Bench.ample());
			assertEquals(real, bench().bed().power());
		}
	}

	private static ListedPlug rowOf(Plug plug, FenceSession session, boolean withPower) throws FenceException {
		List<ListedPlug> rows = new ArrayList<>();
		session.list(withPower, rows::add, Bench.ample());
		for (ListedPlug row : rows) {
			if (finds(session, row.name(), plug)) {
				return row;
			}
		}
		throw new AssertionError("no row has a name by which " + plug + " is found: " + rows);
	}

	private static void assertNotFoundBy(FenceSession session, String text, Plug plug) throws FenceException {
		assertFalse(finds(session, text, plug), () -> plug + " must not be found by " + text);
	}

	private static boolean finds(FenceSession session, String text, Plug plug) throws FenceException {
		return session.find(PlugSelector.of(text), Bench.ample()).stream().anyMatch(plug::hasIdentityOf);
	}
}

package org.palisade.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.palisade.tck.TestBed.Datacenters;

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

		List<Plug> found = session.find(PlugSelector.of(bench().bed().missingPlug()), Bench.ample());

		if (!bench().bed().listsRunningPlugsOnly()) {
			assertEquals(List.of(), found);
			return;
		}
		assertEquals(1, found.size(), () -> "what is not listed is one plug that is off, and not " + found);
		assertEquals(PowerState.OFF, session.read(found.get(0), Bench.ample()).power(), "what is not listed is off");
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

		if (bench().bed().listsRunningPlugsOnly()) {
			assertEquals(PowerState.OFF, session.read(plug, Bench.ample()).power(), "what is not listed is off");
		} else {
			Expect.problem(Kind.NOT_FOUND, "read of a plug that is gone", () -> session.read(plug, Bench.ample()));
		}
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
			if (real == PowerState.OFF && bench().bed().listsRunningPlugsOnly()) {
				assertEquals(Optional.empty(), findRow(plug, session, true), "it does not run, so it is not to be listed");
			} else {
				assertEquals(real, rowOf(plug, session, true).power());
			}
		}
	}

	@Test
	default void aConsumerThatThrowsEndsTheListingAndNotTheSession() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);
		IllegalStateException thrown = new IllegalStateException("the consumer has had enough");

		assertSame(thrown, assertThrows(IllegalStateException.class, () -> session.list(false, row -> {
			throw thrown;
		}, Bench.ample())), "what the consumer throws must be thrown on");

		assertEquals(PowerState.ON, session.read(plug, Bench.ample()).power(), "the session must be usable afterwards");
	}

	@Test
	default void aTemplateIsNeverFoundAsAnythingElseAndNeverListed() throws Exception {
		Optional<String> template = bench().bed().template();
		assumeTrue(template.isPresent(), "the test bed has no template");
		FenceSession session = bench().open();

		// A server that does not know templates has none to find.
		for (Plug found : session.find(PlugSelector.of(template.get()), Bench.ample())) {
			assertTrue(found.template(), () -> "found as a plug that may be fenced: " + found);
		}
		session.list(false, row -> assertFalse(row.name().equals(template.get()) || row.alias().equals(template.get()),
				() -> "templates must not be listed: " + row), Bench.ample());
	}

	@Test
	default void aDatacenterRestrictsWhatIsFoundAndListed() throws Exception {
		assumeTrue(bench().backEnd().hasDatacenters(), "the back end has no datacenters");
		Optional<Datacenters> datacenters = bench().bed().datacenters();
		assumeTrue(datacenters.isPresent(), "the test bed has no two datacenters");
		String own = datacenters.get().own();
		String other = datacenters.get().other();

		FenceSession here = bench().openIn(own);
		Plug plug = bench().find(bench().open());
		assertTrue(findsIn(own, here, plug), () -> plug + " must be found in its datacenter " + own);
		assertTrue(findRow(plug, here, false).isPresent(), () -> plug + " must be listed in its datacenter " + own);

		FenceSession there = bench().openIn(other);
		assertFalse(findsIn(other, there, plug), () -> plug + " must not be found in another datacenter, " + other);
		assertFalse(lists(there, bench().bed().plug()), () -> plug + " must not be listed in another datacenter, " + other);
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
		return findRow(plug, session, withPower).orElseThrow(() -> new AssertionError("no row has a name by which it is found: " + plug));
	}

	private static Optional<ListedPlug> findRow(Plug plug, FenceSession session, boolean withPower) throws FenceException {
		List<ListedPlug> rows = new ArrayList<>();
		session.list(withPower, rows::add, Bench.ample());
		for (ListedPlug row : rows) {
			if (finds(session, row.name(), plug)) {
				return Optional.of(row);
			}
		}
		return Optional.empty();
	}

	private static boolean lists(FenceSession session, String name) throws FenceException {
		List<ListedPlug> rows = new ArrayList<>();
		session.list(false, rows::add, Bench.ample());
		return rows.stream().anyMatch(row -> row.name().equals(name));
	}

	private static boolean findsIn(String datacenter, FenceSession session, Plug plug) throws FenceException {
		return session.find(new PlugSelector(plug.name(), Optional.of(datacenter)), Bench.ample()).stream().anyMatch(plug::hasIdentityOf);
	}

	/** Where every name stands for a plug, a text that can be no name is refused rather than taken for one that is off. */
	private void assertNotFoundBy(FenceSession session, String text, Plug plug) throws FenceException {
		try {
			assertFalse(finds(session, text, plug), () -> plug + " must not be found by " + text);
		} catch (FenceException e) {
			if (!bench().bed().listsRunningPlugsOnly() || e.problem().kind() != Kind.OPTION) {
				throw e;
			}
		}
	}

	private static boolean finds(FenceSession session, String text, Plug plug) throws FenceException {
		return session.find(PlugSelector.of(text), Bench.ample()).stream().anyMatch(plug::hasIdentityOf);
	}
}

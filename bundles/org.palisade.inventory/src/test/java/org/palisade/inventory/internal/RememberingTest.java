package org.palisade.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.lookup.MapProof;
import org.palisade.core.option.FenceAction;
import org.palisade.simulator.SimulatorOptions;

/** What is remembered of a feed is found without a look-up, and whatever has happened meanwhile, no wrong machine is powered. */
class RememberingTest extends RememberingFixture {

	private static final String NODE = "node00004";
	private static final String OTHER = "node00006";

	@BeforeEach
	void open40Machines() throws Exception {
		start(SimulatorOptions.builder().virtualMachines(40).duplicates(2).pageSize(7));
		openRemembering();
	}

	private void change(String name, String change) throws Exception {
		control("/vm?id=" + id(name) + "&" + change);
		poke();
	}

	@Test
	void whatTheFeedHasReadNeedsNoLookUp() throws Exception {
		assertKnown(NODE);
		assertSucceeds(FenceAction.STATUS, "VirtualMachine:" + id(NODE));
		assertEquals(List.of(), warnings);
	}

	@Test
	void anOffTouchesTheMachineThatWasMeant() throws Exception {
		change(NODE, "power=on");
		assertSucceeds(FenceAction.OFF, NODE);
		assertEquals(List.of(id(NODE)), powered());
	}

	/** Before it is remembered, the history tells of it; afterwards nothing has to be looked up. */
	@Test
	void aRename() throws Exception {
		change(NODE, "rename=renamed");
		assertLookedUp("renamed");
		assertFails(Kind.NOT_FOUND, FenceAction.OFF, NODE);
		change(OTHER, "rename=another");
		logIn();
		renew();
		assertKnown("another");
		assertFails(Kind.NOT_FOUND, FenceAction.OFF, OTHER);
		assertEquals(List.of(), powered());
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aSecondMachineOfThatName(boolean remembered) throws Exception {
		change(OTHER, "rename=" + NODE);
		if (remembered) {
			logIn();
			renew();
		}
		assertFails(Kind.AMBIGUOUS, FenceAction.OFF, NODE);
		assertFails(Kind.AMBIGUOUS, FenceAction.REBOOT, NODE);
		assertEquals(List.of(), powered());
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aMachineThatWasDeletedAndOneThatTookItsName(boolean remembered) throws Exception {
		String former = id(NODE);
		change(NODE, "clone=again&sameUuid=true");
		change(NODE, "delete=true");
		change("again", "rename=" + NODE);
		if (remembered) {
			logIn();
			renew();
			assertKnown(NODE);
		}
		assertFalse(former.equals(id(NODE)));
		change(NODE, "power=on");
		assertSucceeds(FenceAction.OFF, NODE);
		assertEquals(List.of(id(NODE)), powered());
		change(NODE, "delete=true");
		assertFails(Kind.NOT_FOUND, FenceAction.OFF, NODE);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aMachineThatWasMoved(boolean remembered) throws Exception {
		String path = feed.snapshot().path(id(NODE));
		change(NODE, "move=/DC1/vm");
		if (remembered) {
			logIn();
			renew();
		}
		assertFails(Kind.NOT_FOUND, FenceAction.OFF, path);
		assertEquals(List.of(), powered());
		assertSucceeds(FenceAction.OFF, "/DC1/vm/" + NODE);
		assertEquals(List.of(id(NODE)), powered());
	}

	/** What is remembered grows old with its proof. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aFeedThatIsDead(boolean closed) throws Exception {
		String other = id(OTHER);
		if (closed) {
			feed.close(generous());
		} else {
			control("/sessions/expire");
			recorder.awaitLoss(1);
		}
		control("/vm?id=" + other + "&rename=" + NODE);
		assertKnown("node00008");
		assertFails(Kind.AMBIGUOUS, FenceAction.OFF, NODE);
		assertEquals(List.of(), powered());
	}

	@Test
	void aRestartedVCenter() throws Exception {
		MapProof before = remembered().orElseThrow();
		String other = id(OTHER);
		control("/restart?downtime=0");
		recorder.awaitLoss(1);
		control("/vm?id=" + other + "&rename=" + NODE);
		recorder.await(() -> {
			feed.retryNow();
			return feed.snapshot().isComplete();
		}, () -> "not loaded again");
		poke();
		assertFalse(before.mark().equals(remembered().orElseThrow().mark()), "everything was read since the new log-in");
		assertKnown("node00008");
		assertFails(Kind.AMBIGUOUS, FenceAction.OFF, NODE);
		assertEquals(List.of(), powered());
	}

	/** Another feed of the same account, and an agent's monitor, write too: what is the latest stays. */
	@Test
	void severalWriters() throws Exception {
		change(NODE, "rename=renamed");
		assertSucceeds(FenceAction.MONITOR, "");
		MapProof agents = remembered().orElseThrow();
		passInterval();
		assertSucceeds(FenceAction.MONITOR, "");
		MapProof later = remembered().orElseThrow();
		assertTrue(later.serverTime().isAfter(agents.serverTime()) || !later.mark().equals(agents.mark()));
		passMargin();
		assertEquals(later.mark(), remembered().orElseThrow().mark(), "the feed knew of the first monitor only");
		assertKnown("renamed");
	}

	/** Its log-in is as good as any. */
	@Test
	void theLatestLogInIsWhereTheNextLookUpBegins() throws Exception {
		String first = remembered().orElseThrow().mark();
		change(OTHER, "rename=another");
		renew();
		assertEquals(first, remembered().orElseThrow().mark(), "nobody has logged in");
		logIn();
		renew();
		assertFalse(first.equals(remembered().orElseThrow().mark()));
		assertKnown("another");
	}

	@Test
	void whatIsStillRightIsNotWrittenAgain() throws Exception {
		Path map = file(".map");
		Object before = Files.getAttribute(map, "unix:ino");
		change(OTHER, "power=off");
		control("/sessions/expire");
		recorder.awaitLoss(1);
		feed.retryNow();
		recorder.awaitComplete(2);
		poke();
		assertEquals(before, Files.getAttribute(map, "unix:ino"));
		assertTrue(Files.exists(file(".proof")));
		assertKnown(NODE);
	}

	private Path file(String ending) throws Exception {
		try (var files = Files.list(Path.of(cacheFolder()))) {
			return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
		}
	}

	/** The server may tell of a change a little late: so what was asked before that has passed does not count. */
	@Test
	void anAnswerThatWasAskedForTooSoonProvesNothing() throws Exception {
		change(OTHER, "rename=another");
		logIn();
		String first = remembered().orElseThrow().mark();
		passInterval();
		assertEquals(first, remembered().orElseThrow().mark());
		poke();
		poke();
		assertEquals(first, remembered().orElseThrow().mark());
		passMargin();
		assertFalse(first.equals(remembered().orElseThrow().mark()));
	}

	/** After each of these the history does not tell what the feed would have to know. */
	@ParameterizedTest
	@ValueSource(strings = { "/events?purge=true", "/events?holdBack=true", "/fault?method=QueryEvents&nth=1&kind=soapFault&parameter=NoPermission",
			"/clock?seconds=3600&back=true", "/clock?seconds=3600" })
	void aHistoryThatProvesNothingIsNotBelieved(String what) throws Exception {
		String first = remembered().orElseThrow().mark();
		control(what);
		change(OTHER, "rename=another");
		logIn();
		if (!what.contains("holdBack")) {
			control(what);
		}
		renew();
		assertEquals(first, remembered().orElseThrow().mark());
		control("/vm?id=" + id("another") + "&rename=" + NODE);
		assertFails(Kind.AMBIGUOUS, FenceAction.OFF, NODE);
		assertEquals(List.of(), powered());
	}

	/** No update need tell of a machine that comes into view so. */
	@Test
	void afterAChangeOfPermissionsNothingIsRememberedUntilEverythingIsReadAgain() throws Exception {
		String first = remembered().orElseThrow().mark();
		control("/vm?id=" + id(OTHER) + "&access=none");
		poke();
		logIn();
		renew();
		renew();
		assertEquals(first, remembered().orElseThrow().mark());
		control("/sessions/expire");
		recorder.awaitLoss(1);
		feed.retryNow();
		recorder.awaitComplete(2);
		poke();
		assertFalse(first.equals(remembered().orElseThrow().mark()));
		assertKnown(NODE);
	}

	@Test
	void aSlowHistoryEndsNothing() throws Exception {
		control("/fault?method=QueryEvents&nth=1&kind=soapFault&parameter=RuntimeFault");
		renew();
		change(OTHER, "rename=another");
		assertEquals(List.of(), recorder.losses());
	}

	@Test
	void theServiceUsesWhatIsInstalled() throws Exception {
		service.setLookUps(lookUps);
		FenceException refused = assertThrows(FenceException.class, () -> service.open(options().with("lookup_cache", "relative"), context(), recorder));
		assertEquals(Kind.OPTION, refused.problem().kind());
		assertEquals(1, truth("logins"), "nothing was opened");
		service.unsetLookUps(lookUps);
		assertEquals(Optional.empty(), Optional.of(Path.of(cacheFolder(), "x")).filter(Files::exists));
	}
}

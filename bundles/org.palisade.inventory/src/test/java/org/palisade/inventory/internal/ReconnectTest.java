package org.palisade.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.MonotonicClock;
import org.palisade.inventory.internal.Recorder.Loss;
import org.palisade.simulator.SimulatorOptions;

/** What a feed does when contact is lost. */
class ReconnectTest extends FeedFixture {

	private final ScriptedPause pause = new ScriptedPause();
	private final CountDownLatch ended = new CountDownLatch(1);

	@BeforeEach
	void start40Machines() throws IOException {
		start(SimulatorOptions.builder().virtualMachines(40).duplicates(2).pageSize(20));
	}

	private void open(OptionValues options) throws FenceException {
		Feed opened = new Feed(Account.of(options), forgetting(), context(), pause, MonotonicClock.system(), unused -> ended.countDown());
		feed = opened;
		opened.start(recorder);
	}

	private void openAndLoad() throws Exception {
		open(options());
		recorder.awaitComplete(1);
	}

	private String id(String name) {
		return feed.snapshot().find(name, Set.of(InventoryObject.Kind.VIRTUAL_MACHINE)).get(0).id();
	}

	@Test
	void afterAnExpiredSessionOnlyTrueDifferencesAreTold() throws Exception {
		openAndLoad();
		int before = recorder.batches().size();
		String gone = id("node00007");
		control("/sessions/expire");
		Loss loss = recorder.awaitLoss(1);
		assertEquals(Optional.of(Duration.ofSeconds(1)), loss.retry());
		assertFalse(feed.snapshot().isComplete());
		control("/vm?id=" + id("node00005") + "&power=off");
		control("/vm?id=" + id("node00006") + "&clone=copy");
		control("/vm?id=" + gone + "&delete=true");
		feed.retryNow();
		recorder.awaitComplete(2);

		List<InventoryBatch> since = recorder.batches().subList(before, recorder.batches().size());
		assertEquals(1, since.stream().mapToInt(batch -> batch.added().size()).sum());
		assertEquals(1, since.stream().mapToInt(batch -> batch.changed().size()).sum());
		assertEquals(List.of(gone), since.stream().flatMap(batch -> batch.removed().stream()).map(InventoryObject::id).toList());
		assertEquals(Optional.empty(), Truth.difference(Truth.of(server), feed.snapshot()));
		assertEquals(2, recorder.servers().size());
		assertEquals(2, truth("logins"));
	}

	@Test
	void aRestartIsSurvived() throws Exception {
		openAndLoad();
		control("/restart?downtime=0");
		recorder.awaitLoss(1);
		// It may take several attempts, each of which ends with the news of a loss.
		recorder.await(() -> {
			feed.retryNow();
			return feed.snapshot().isComplete();
		}, () -> "not loaded again");
		control("/vm?id=" + id("node00005") + "&power=off");
		recorder.await(() -> Truth.difference(truths(), feed.snapshot()).isEmpty(), () -> "not followed");
	}

	private List<Truth> truths() {
		try {
			return Truth.of(server);
		} catch (IOException broken) {
			throw new AssertionError(broken);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "drop", "truncated", "malformed", "garbage", "httpStatus&parameter=503", "soapFault&parameter=InvalidCollectorVersion" })
	void aBrokenAnswerIsNoEnd(String kind) throws Exception {
		openAndLoad();
		control("/fault?method=WaitForUpdatesEx&nth=1&kind=" + kind);
		control("/vm?id=" + id("node00005") + "&power=off");
		recorder.awaitLoss(1);
		feed.retryNow();
		recorder.awaitComplete(2);
		assertEquals(Optional.empty(), Truth.difference(truths(), feed.snapshot()));
	}

	@Test
	void anInterruptedLoadIsTakenUpAgain() throws Exception {
		control("/fault?method=WaitForUpdatesEx&nth=2&kind=drop");
		open(options());
		recorder.awaitLoss(1);
		feed.retryNow();
		recorder.awaitComplete(1);
		assertEquals(Optional.empty(), Truth.difference(truths(), feed.snapshot()));
	}

	@Test
	void attemptsBecomeRarer() throws Exception {
		openAndLoad();
		control("/fault?method=RetrieveServiceContent&nth=always&kind=httpStatus&parameter=503");
		control("/sessions/expire");
		for (int i = 1; i <= 9; i++) {
			recorder.awaitLoss(i);
			feed.retryNow();
		}
		recorder.awaitLoss(10);
		assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L),
				recorder.losses().stream().limit(9).map(loss -> loss.retry().orElseThrow().toSeconds()).toList());
		server.control("DELETE", "/fault");
		feed.retryNow();
		recorder.awaitComplete(2);
		control("/sessions/expire");
		assertEquals(Optional.of(Duration.ofSeconds(1)), recorder.awaitLoss(11).retry());
	}

	@Test
	void aWrongPasswordIsTriedOnce() throws Exception {
		open(options("password", Secret.of("wrong 5ecret")));
		Loss loss = recorder.awaitLoss(1);
		assertEquals(Kind.LOGIN, loss.problem().kind());
		assertEquals(Optional.empty(), loss.retry());
		assertTrue(ended.await(60, TimeUnit.SECONDS));
		assertEquals(1, truth("failedLogins"));
		assertEquals(List.of(), pause.waits());
	}

	@Test
	void aPasswordThatWasRightIsTriedSeldom() throws Exception {
		openAndLoad();
		control("/fault?method=Login&nth=1&kind=soapFault&parameter=InvalidLogin");
		control("/sessions/expire");
		recorder.awaitLoss(1);
		feed.retryNow();
		Loss refused = recorder.awaitLoss(2);
		assertEquals(Kind.LOGIN, refused.problem().kind());
		assertEquals(Optional.of(Duration.ofMinutes(5)), refused.retry());
		feed.retryNow();
		recorder.awaitComplete(2);
	}

	@Test
	void closingEndsAPause() throws Exception {
		openAndLoad();
		control("/sessions/expire");
		recorder.awaitLoss(1);
		feed.close(generous());
		assertTrue(ended.await(60, TimeUnit.SECONDS));
		assertEquals(1, truth("logins"));
	}

	@Test
	void whatIsKnownStaysReadableWithoutContact() throws Exception {
		openAndLoad();
		InventorySnapshot before = feed.snapshot();
		control("/sessions/expire");
		recorder.awaitLoss(1);
		assertEquals(before.find("", Set.of(InventoryObject.Kind.values())), feed.snapshot().find("", Set.of(InventoryObject.Kind.values())));
	}
}

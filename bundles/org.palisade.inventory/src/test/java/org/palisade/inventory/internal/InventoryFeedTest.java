package org.palisade.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palisade.api.PowerState;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryConsumer;
import org.palisade.api.inventory.InventoryFeed.Subscription;
import org.palisade.api.inventory.InventoryFollower;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Host;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.api.lookup.LookUpCache;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.simulator.SimulatorOptions;

/** Loading, following and ending. */
class InventoryFeedTest extends FeedFixture {

	@BeforeEach
	void open40Machines() throws Exception {
		start(SimulatorOptions.builder().virtualMachines(40).duplicates(2).pageSize(7));
		open();
		recorder.awaitComplete(1);
	}

	private static Predicate<InventoryObject> machine(Predicate<MachineDetails> wanted) {
		return object -> ((VirtualMachine) object).details().filter(wanted).isPresent();
	}

	private VirtualMachine named(String name) {
		return (VirtualMachine) feed.snapshot().find(name, Set.of(Kind.VIRTUAL_MACHINE)).stream().filter(object -> object.name().equals(name))
				.findFirst().orElseThrow();
	}

	@Test
	void everythingIsRead() throws IOException {
		InventorySnapshot snapshot = feed.snapshot();
		assertEquals(Optional.empty(), Truth.difference(Truth.of(server), snapshot));
		assertTrue(snapshot.isComplete());
		assertEquals(2, snapshot.count(Kind.DATACENTER));
		assertEquals(2, snapshot.count(Kind.CLUSTER));
		assertEquals(8, snapshot.count(Kind.HOST));
		assertEquals(4, snapshot.count(Kind.RESOURCE_POOL));
		assertEquals(List.of(Kind.FOLDER), snapshot.roots().stream().map(InventoryObject::kind).toList());
		assertEquals(2, snapshot.children(snapshot.roots().get(0).id()).size());
		assertEquals(snapshot.find("", Set.of(Kind.values())).size(), recorder.objects().size());
		assertEquals("8.0.2.0", recorder.servers().get(0).apiVersion());
		assertEquals(snapshot.roots().get(0).id(), recorder.servers().get(0).rootFolder());
		assertEquals(List.of(), warnings);
	}

	@Test
	void surroundingsComeFirstThenNamesThenTheRest() {
		List<InventoryBatch> batches = recorder.batches();
		assertTrue(batches.get(0).added().stream().noneMatch(VirtualMachine.class::isInstance));
		List<VirtualMachine> first = batches.stream().flatMap(batch -> batch.added().stream()).filter(VirtualMachine.class::isInstance)
				.map(VirtualMachine.class::cast).toList();
		assertEquals(42, first.size());
		assertTrue(first.stream().allMatch(machine -> machine.details().isEmpty() && machine.parent().isPresent()));
		assertTrue(batches.size() > 42 / 7 * 2, "page by page");
	}

	@Test
	void everyKindOfChangeArrives() throws Exception {
		VirtualMachine node = named("node00003");
		String id = node.id();
		control("/vm?id=" + id + "&power=off");
		recorder.await(id, machine(details -> details.power() == PowerState.OFF && details.address().isEmpty()));
		control("/vm?id=" + id + "&power=on");
		recorder.await(id, machine(details -> details.power() == PowerState.ON && details.address().isPresent()));
		control("/vm?id=" + id + "&rename=a%2Fb%20100%25");
		recorder.await(id, object -> object.name().equals("a/b 100%"));
		assertEquals("/DC0/vm/", feed.snapshot().path(id).replace("rack-00/", "").replaceAll("shelf-\\d/", "").replace("a%2fb 100%25", ""));
		control("/vm?id=" + id + "&move=/DC1/vm");
		recorder.await(id, object -> feed.snapshot().path(id).equals("/DC1/vm/a%2fb 100%25"));
		control("/vm?id=" + id + "&connectionState=orphaned");
		recorder.await(id, machine(details -> details.connection() == ConnectionState.ORPHANED));
		control("/vm?id=" + id + "&host=dc0-c0-esx3.example.com");
		recorder.await(id, machine(details -> nameOf(details.host()).equals("dc0-c0-esx3.example.com")));
		control("/vm?id=" + id + "&template=true");
		recorder.await(id, machine(MachineDetails::template));
		control("/vm?id=" + id + "&clone=copy&sameUuid=true");
		recorder.await(() -> feed.snapshot().count(Kind.VIRTUAL_MACHINE) == 43, () -> "no copy");
		assertEquals(details(node).biosUuid(), details(named("copy")).biosUuid());
		control("/vm?id=" + id + "&delete=true");
		recorder.awaitGone(id);
		assertEquals(Optional.empty(), Truth.difference(Truth.of(server), feed.snapshot()));
		assertEquals(List.of(), warnings);
	}

	private static MachineDetails details(VirtualMachine machine) {
		return machine.details().orElseThrow();
	}

	private String nameOf(Optional<String> host) {
		return host.flatMap(feed.snapshot()::object).map(InventoryObject::name).orElse("");
	}

	@Test
	void hostsAndFoldersChangeToo() throws Exception {
		Host host = (Host) feed.snapshot().find("dc1-c0-esx0", Set.of(Kind.HOST)).get(0);
		control("/host?name=" + host.name() + "&connectionState=notResponding");
		recorder.await(host.id(), object -> ((Host) object).connection() == ConnectionState.NOT_RESPONDING);
		for (InventoryObject machine : feed.snapshot().machinesOn(host.id())) {
			recorder.await(machine.id(), machine(details -> details.connection() == ConnectionState.DISCONNECTED));
		}
		control("/host?name=" + host.name() + "&maintenance=true");
		recorder.await(host.id(), object -> ((Host) object).maintenance());
		control("/rename?path=/DC1/vm&name=machines");
		recorder.await(() -> feed.snapshot().find("/DC1/machines/", Set.of(Kind.VIRTUAL_MACHINE)).size() == 21, () -> "not renamed");
	}

	@Test
	void whatMayNotBeReadAnyMoreIsNotRemembered() throws Exception {
		String id = named("node00003").id();
		control("/vm?id=" + id + "&access=view");
		recorder.await(id, machine(details -> details.power() == PowerState.UNKNOWN && details.biosUuid().isEmpty()));
		control("/vm?id=" + id + "&access=none");
		recorder.awaitGone(id);
		control("/vm?id=" + id + "&access=full");
		recorder.await(id, machine(details -> details.power() == PowerState.ON && details.biosUuid().isPresent()));
	}

	@Test
	void whoComesLaterIsToldEverythingAndThenWhatIsNew() throws Exception {
		Recorder late = new Recorder();
		try (Subscription subscription = feed.subscribe(late)) {
			late.awaitComplete(1);
			assertEquals(recorder.objects(), late.objects());
			assertEquals(recorder.servers(), late.servers());
			String id = named("node00003").id();
			control("/vm?id=" + id + "&power=off");
			late.await(id, machine(details -> details.power() == PowerState.OFF));
		}
		int batches = late.batches().size();
		String id = named("node00004").id();
		control("/vm?id=" + id + "&power=off");
		recorder.await(id, machine(details -> details.power() == PowerState.OFF));
		assertEquals(batches, late.batches().size());
	}

	@Test
	void aFollowerSeesTheFeedsOfOthers() throws Exception {
		Recorder early = new Recorder();
		service.addFollower(() -> early);
		early.awaitComplete(1);
		assertEquals(recorder.objects(), early.objects());

		Recorder second = new Recorder();
		InventoryFollower follower = () -> second;
		service.addFollower(follower);
		second.awaitComplete(1);
		service.removeFollower(follower);
		String id = named("node00004").id();
		int batches = second.batches().size();
		control("/vm?id=" + id + "&power=off");
		early.await(id, machine(details -> details.power() == PowerState.OFF));
		assertEquals(batches, second.batches().size());
		feed.close(generous());
		assertEquals(1, truth("logins"));
	}

	@Test
	void aConsumerThatFailsHarmsNobodyElse() throws Exception {
		CountDownLatch failed = new CountDownLatch(1);
		InventoryConsumer failing = batch -> {
			failed.countDown();
			throw new IllegalStateException("on purpose");
		};
		try (Subscription subscription = feed.subscribe(failing)) {
			assertTrue(failed.await(60, TimeUnit.SECONDS));
			String id = named("node00003").id();
			control("/vm?id=" + id + "&power=off");
			recorder.await(id, machine(details -> details.power() == PowerState.OFF));
		}
		assertTrue(warnings.stream().anyMatch(warning -> warning.contains("on purpose")));
	}

	@Test
	void closingEndsTheWaitAndLogsOut() throws Exception {
		feed.close(generous());
		assertEquals(0, truth("sessionsOpen"));
		assertEquals(1, truth("logouts"));
		assertEquals(List.of(), recorder.losses());
		feed.close(generous());
		assertTrue(feed.snapshot().count(Kind.VIRTUAL_MACHINE) > 0);
	}

	@Test
	void cancellationEndsItAsWell() throws Exception {
		CountDownLatch ended = new CountDownLatch(1);
		Feed other = new Feed(Account.of(options()), forgetting(), context(), new SystemPause(), MonotonicClock.system(), unused -> ended.countDown());
		Recorder seen = new Recorder();
		other.start(seen);
		seen.awaitComplete(1);
		cancellation.request();
		assertTrue(ended.await(60, TimeUnit.SECONDS));
		feed.close(generous());
		assertEquals(2, truth("logouts"));
	}

	@Test
	void whereNothingIsKeptTheHistoryIsNotAskedFor() throws Exception {
		AtomicLong pace = new AtomicLong();
		Feed other = new Feed(Account.of(options()), new FeedMemory(LookUpCache.none(), Clock.systemUTC(), pace::get), context(), new SystemPause(),
				MonotonicClock.system(), unused -> { });
		Recorder seen = new Recorder();
		other.start(seen);
		seen.awaitComplete(1);
		String id = named("node00003").id();
		for (String power : List.of("off", "on", "off")) {
			pace.addAndGet(Remembering.INTERVAL.toNanos() * 2);
			control("/vm?id=" + id + "&power=" + power);
			PowerState wanted = power.equals("on") ? PowerState.ON : PowerState.OFF;
			seen.await(id, machine(details -> details.power() == wanted));
		}
		other.close(generous());
		assertFalse(server.control("GET", "/truth").contains("QueryEvents"));
	}

	@Test
	void aConsumerMayCloseItsFeed() throws Exception {
		CountDownLatch closed = new CountDownLatch(1);
		try (Subscription subscription = feed.subscribe(batch -> {
			feed.close(Deadline.in(Duration.ofSeconds(60), MonotonicClock.system()));
			closed.countDown();
		})) {
			assertTrue(closed.await(30, TimeUnit.SECONDS));
		}
		feed.close(generous());
		assertEquals(0, truth("sessionsOpen"));
	}

	@Test
	void aStoppedServiceClosesItsFeeds() throws Exception {
		service.close();
		feed.close(generous());
		assertEquals(0, truth("sessionsOpen"));
		assertFalse(feed.snapshot().roots().isEmpty());
	}
}

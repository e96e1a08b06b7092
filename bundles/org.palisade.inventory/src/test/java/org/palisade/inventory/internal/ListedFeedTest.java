package org.palisade.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.SessionContext;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryConsumer;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** The inventory of a back end that can do no more than list. */
class ListedFeedTest {

	private final Map<String, PowerState> plugs = new TreeMap<>(Map.of("node1", PowerState.ON, "node2", PowerState.OFF));
	private final AtomicInteger opened = new AtomicInteger();
	private final AtomicInteger closed = new AtomicInteger();
	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
	private Optional<FenceProblem> failure = Optional.empty();
	private ListedFeed feed;

	private void open() {
		feed = new ListedFeed(new ListingBackEnd(), new OptionValues(Map.of(), Set.of()),
				new SessionContext(Cancellation.never(), new Silence(), Duration.ofSeconds(3)), MonotonicClock.system(), ended -> { });
		feed.start(new Teller());
	}

	@AfterEach
	void close() {
		feed.close(Deadline.in(Duration.ofSeconds(30), MonotonicClock.system()));
		assertEquals(opened.get(), closed.get(), "every session is logged out");
	}

	private String next() throws InterruptedException {
		return told.poll(30, TimeUnit.SECONDS);
	}

	private PowerState power(String name) {
		return ((VirtualMachine) feed.snapshot().object(name).orElseThrow()).details().orElseThrow().power();
	}

	@Test
	void what_is_listed_is_the_inventory() throws InterruptedException {
		open();
		assertEquals("2 added, 0 changed, 0 removed", next());
		assertEquals("complete", next());
		assertEquals(PowerState.ON, power("node1"));
		assertEquals(List.of("node1", "node2"), feed.snapshot().roots().stream().map(object -> object.name()).toList());
	}

	@Test
	void it_is_read_again_when_asked_for_and_only_differences_are_told() throws InterruptedException {
		open();
		next();
		next();
		synchronized (plugs) {
			plugs.put("node1", PowerState.OFF);
			plugs.remove("node2");
		}
		feed.retryNow();
		assertEquals("0 added, 1 changed, 0 removed", next());
		assertEquals("0 added, 0 changed, 1 removed", next());
		assertEquals("complete", next());
		assertEquals(PowerState.OFF, power("node1"));
		assertTrue(feed.snapshot().object("node2").isEmpty());
	}

	@Test
	void a_failure_is_told_and_what_was_known_stays() throws InterruptedException {
		open();
		next();
		next();
		failure = Optional.of(new FenceProblem(Kind.LOGIN, "no", ""));
		feed.retryNow();
		assertEquals("lost, LOGIN, not tried again", next());
		assertFalse(feed.snapshot().isComplete());
		assertEquals(PowerState.ON, power("node1"));
	}

	@Test
	void a_back_end_that_throws_is_a_failure_too() throws InterruptedException {
		plugs.put("broken", null);
		open();
		assertEquals("lost, PROTOCOL, not tried again", next());
	}

	private final class Teller implements InventoryConsumer {
		@Override
		public void changed(InventoryBatch batch) {
			told.add(batch.added().size() + " added, " + batch.changed().size() + " changed, " + batch.removed().size() + " removed");
		}

		@Override
		public void complete(InventorySnapshot snapshot) {
			told.add("complete");
		}

		@Override
		public void contactLost(FenceProblem problem, Optional<Duration> retry) {
			told.add("lost, " + problem.kind() + (retry.isEmpty() ? ", not tried again" : ""));
		}
	}

	private static final class Silence implements Diagnostics {
		@Override
		public void warning(String message) {
			throw new AssertionError(message);
		}

		@Override
		public void detail(String message) {
			// nobody reads it
		}
	}

	/** Can list, and nothing else. */
	private final class ListingBackEnd implements FenceBackEnd, FenceSession {
		@Override
		public String type() {
			return "listing";
		}

		@Override
		public String summary() {
			return "A list";
		}

		@Override
		public List<OptionDeclaration> options() {
			return List.of();
		}

		@Override
		public Set<String> requiredOptions() {
			return Set.of();
		}

		@Override
		public void validate(OptionValues options) {
			// there are none
		}

		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			if (failure.isPresent()) {
				throw new FenceException(failure.get());
			}
			opened.incrementAndGet();
			return this;
		}

		@Override
		public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) {
			assertTrue(withPower);
			synchronized (plugs) {
				plugs.forEach((name, power) -> consumer.accept(new ListedPlug(name, "", power)));
			}
		}

		@Override
		public void close(Deadline deadline) {
			closed.incrementAndGet();
		}

		@Override
		public List<Plug> find(PlugSelector selector, Deadline deadline) {
			throw new UnsupportedOperationException();
		}

		@Override
		public PlugState read(Plug plug, Deadline deadline) {
			throw new UnsupportedOperationException();
		}

		@Override
		public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void check(Optional<Plug> plug, Deadline deadline) {
			throw new UnsupportedOperationException();
		}
	}
}

package org.palisade.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.palisade.api.FenceProblem;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryConsumer;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryServer;
import org.palisade.api.inventory.InventorySnapshot;

/** Keeps the inventory by the batches alone, checks that they are differences, and can be waited on. */
final class Recorder implements InventoryConsumer {

	private static final long PATIENCE_NANOS = Duration.ofSeconds(120).toNanos();

	/** A loss of contact. */
	record Loss(FenceProblem problem, Optional<Duration> retry) {
	}

	private final Map<String, InventoryObject> objects = new HashMap<>();
	private final List<InventoryBatch> batches = new ArrayList<>();
	private final List<Loss> losses = new ArrayList<>();
	private final List<InventoryServer> servers = new ArrayList<>();
	private final List<AssertionError> mistakes = new ArrayList<>();
	private Thread inside;
	private int completed;

	private synchronized void enter(Runnable check) {
		try {
			assertEquals(null, inside, "two calls at the same time");
			inside = Thread.currentThread();
			check.run();
		} catch (AssertionError mistake) {
			mistakes.add(mistake);
		} finally {
			inside = null;
			notifyAll();
		}
	}

	@Override
	public void connected(InventoryServer server) {
		enter(() -> servers.add(server));
	}

	@Override
	public void changed(InventoryBatch batch) {
		enter(() -> {
			batches.add(batch);
			assertTrue(batch.added().size() + batch.changed().size() + batch.removed().size() > 0);
			batch.added().forEach(object -> assertEquals(null, objects.put(object.id(), object), "added twice"));
			batch.removed().forEach(object -> assertEquals(object, objects.remove(object.id())));
			for (InventoryBatch.Change change : batch.changed()) {
				assertFalse(change.before().equals(change.after()));
				assertEquals(change.before(), objects.put(change.after().id(), change.after()));
			}
		});
	}

	@Override
	public void complete(InventorySnapshot snapshot) {
		enter(() -> {
			completed++;
			assertTrue(snapshot.isComplete());
		});
	}

	@Override
	public void contactLost(FenceProblem problem, Optional<Duration> retry) {
		enter(() -> losses.add(new Loss(problem, retry)));
	}

	/** Waits until something holds that what is told has to do with. */
	synchronized void await(BooleanSupplier condition, Supplier<String> otherwise) throws InterruptedException {
		long end = System.nanoTime() + PATIENCE_NANOS;
		while (!condition.getAsBoolean()) {
			long left = end - System.nanoTime();
			assertTrue(left > 0, () -> otherwise.get() + "; losses " + losses);
			wait(1 + left / 1_000_000);
		}
		assertEquals(List.of(), mistakes);
	}

	void awaitComplete(int times) throws InterruptedException {
		await(() -> completed >= times, () -> "not complete");
	}

	Loss awaitLoss(int number) throws InterruptedException {
		await(() -> losses.size() >= number, () -> "contact is not lost");
		return losses().get(number - 1);
	}

	/** Waits for an object to be as wanted. */
	void await(String id, Predicate<InventoryObject> wanted) throws InterruptedException {
		await(() -> objects.containsKey(id) && wanted.test(objects.get(id)), () -> id + " is " + objects.get(id));
	}

	void awaitGone(String id) throws InterruptedException {
		await(() -> !objects.containsKey(id), () -> id + " is still there");
	}

	synchronized Map<String, InventoryObject> objects() {
		return Map.copyOf(objects);
	}

	synchronized List<InventoryBatch> batches() {
		return List.copyOf(batches);
	}

	synchronized List<Loss> losses() {
		return List.copyOf(losses);
	}

	synchronized List<InventoryServer> servers() {
		return List.copyOf(servers);
	}
}

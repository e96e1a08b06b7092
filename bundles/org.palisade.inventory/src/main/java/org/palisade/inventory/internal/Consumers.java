package org.palisade.inventory.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceProblem;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryConsumer;
import org.palisade.api.inventory.InventoryFeed.Subscription;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryServer;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.inventory.internal.model.InventoryModel;

/**
 * Changes the model and tells it, as one step: so a consumer that comes later is told all that was before, and from then on everything, each once.
 * Thread-safe; consumers are called with the lock held, one after the other.
 */
final class Consumers {

	/** So many objects are made at a time for a consumer that comes later. */
	private static final int CATCH_UP_BATCH = 1000;

	private final InventoryModel model;
	private final Diagnostics diagnostics;
	private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
	private Optional<InventoryServer> server = Optional.empty();
	private Optional<Lost> lost = Optional.empty();
	private volatile boolean ended;

	/** Why there is no contact. */
	private record Lost(FenceProblem problem, Optional<Duration> retry) {
	}

	Consumers(InventoryModel model, Diagnostics diagnostics) {
		this.model = model;
		this.diagnostics = diagnostics;
	}

	/** Adds a consumer while there is nothing to tell yet. */
	void addFirst(InventoryConsumer consumer) {
		subscribers.add(new Subscriber(consumer));
	}

	/** Adds a consumer, and tells it in a thread of its own what is known already. */
	Subscription add(InventoryConsumer consumer) {
		Subscriber subscriber = new Subscriber(consumer);
		Thread thread = new Thread(() -> catchUp(subscriber), "palisade-inventory catch-up");
		thread.setDaemon(true);
		thread.start();
		return subscriber;
	}

	private synchronized void catchUp(Subscriber subscriber) {
		server.ifPresent(known -> subscriber.tell(consumer -> consumer.connected(known)));
		InventorySnapshot snapshot = model.snapshot();
		List<InventoryObject> all = snapshot.find("", EnumSet.allOf(Kind.class));
		for (int from = 0; from < all.size(); from += CATCH_UP_BATCH) {
			List<InventoryObject> some = new ArrayList<>(all.subList(from, Math.min(all.size(), from + CATCH_UP_BATCH)));
			subscriber.tell(consumer -> consumer.changed(new InventoryBatch(some, List.of(), List.of(), snapshot)));
		}
		if (snapshot.isComplete()) {
			subscriber.tell(consumer -> consumer.complete(snapshot));
		}
		lost.ifPresent(why -> subscriber.tell(consumer -> consumer.contactLost(why.problem(), why.retry())));
		if (!subscriber.closed) {
			subscribers.add(subscriber);
		}
	}

	/** There is a session with a server. If it is another one than before, nothing of that is left. */
	synchronized void connected(InventoryServer now) {
		if (server.isPresent() && !isSame(server.get(), now)) {
			model.doubtAll();
			change(model::removeUnconfirmed);
		}
		server = Optional.of(now);
		lost = Optional.empty();
		tell(consumer -> consumer.connected(now));
	}

	private static boolean isSame(InventoryServer one, InventoryServer other) {
		return one.instanceUuid().equals(other.instanceUuid()) && one.rootFolder().equals(other.rootFolder());
	}

	/** Makes a change and tells it. */
	synchronized void change(Supplier<Optional<InventoryBatch>> change) {
		change.get().ifPresent(batch -> tell(consumer -> consumer.changed(batch)));
	}

	/** Everything is known. */
	synchronized void complete() {
		model.complete(true);
		InventorySnapshot snapshot = model.snapshot();
		tell(consumer -> consumer.complete(snapshot));
	}

	/** There is no contact. */
	synchronized void contactLost(FenceProblem problem, Optional<Duration> retry) {
		model.complete(false);
		lost = Optional.of(new Lost(problem, retry));
		tell(consumer -> consumer.contactLost(problem, retry));
	}

	/** Tells nobody anything any more. */
	void end() {
		ended = true;
	}

	private void tell(Consumer<InventoryConsumer> what) {
		for (Subscriber subscriber : subscribers) {
			subscriber.tell(what);
		}
	}

	/** One consumer. */
	private final class Subscriber implements Subscription {

		private final InventoryConsumer consumer;
		private volatile boolean closed;

		Subscriber(InventoryConsumer consumer) {
			this.consumer = consumer;
		}

		void tell(Consumer<InventoryConsumer> what) {
			if (closed || ended) {
				return;
			}
			try {
				what.accept(consumer);
			} catch (RuntimeException failure) {
				diagnostics.warning(NLS.bind(Messages.consumer_failed, failure));
			}
		}

		@Override
		public void close() {
			closed = true;
			subscribers.remove(this);
		}
	}
}

package org.palisade.ui.internal.inventory;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.palisade.api.FenceProblem;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryConsumer;
import org.palisade.api.inventory.InventoryFeed;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.inventory.InventoryServer;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.connections.Connection;

/** The inventory of one server for as long as it is connected. Thread-safe. */
public final class ConnectionInventory implements InventoryConsumer {

	/** How long a polite log-out may take. */
	private static final Duration LOG_OUT = Duration.ofSeconds(1);

	/** How far it is. */
	public enum Stage {
		/** Logging in. */
		CONNECTING,
		/** Reading for the first time, or anew. */
		LOADING,
		/** Current. */
		CURRENT,
		/** Out of contact. */
		LOST
	}

	/**
	 * How it is. Immutable.
	 *
	 * @param stage how far it is
	 * @param snapshot what is known; empty before the first answer
	 * @param problem why it is out of contact
	 * @param structure a number that another state has only if the same objects lie in the same places under the same names there
	 */
	public record State(Stage stage, Optional<InventorySnapshot> snapshot, Optional<FenceProblem> problem, long structure) {
		/** Refuses nulls. */
		public State {
			Objects.requireNonNull(stage);
			Objects.requireNonNull(snapshot);
			Objects.requireNonNull(problem);
		}
	}

	private static final AtomicLong STRUCTURES = new AtomicLong();

	private final Connection connection;
	private final Runnable changed;
	private final AtomicReference<State> state = new AtomicReference<>(
			new State(Stage.CONNECTING, Optional.empty(), Optional.empty(), STRUCTURES.incrementAndGet()));
	private InventoryFeed feed;
	private boolean closed;

	/**
	 * @param changed told of every change, by the thread that made it; must be quick
	 */
	ConnectionInventory(Connection connection, Runnable changed) {
		this.connection = connection;
		this.changed = changed;
	}

	/** {@return the connection} */
	public Connection connection() {
		return connection;
	}

	/** {@return how it is now} */
	public State state() {
		return state.get();
	}

	/** Takes the feed over, and ends it if the inventory was closed before there was one. */
	void attach(InventoryFeed opened) {
		synchronized (this) {
			if (!closed) {
				feed = opened;
				return;
			}
		}
		opened.close(Deadline.in(LOG_OUT, MonotonicClock.system()));
	}

	void fail(FenceProblem problem) {
		set(new State(Stage.LOST, state().snapshot(), Optional.of(problem), state().structure()));
	}

	/** Has read again what is not told by itself. Returns at once. */
	public void refresh() {
		InventoryFeed open;
		synchronized (this) {
			open = feed;
		}
		if (open != null) {
			open.retryNow();
		}
	}

	/** Ends the feed. Waits for the log-out, so not for the UI thread. */
	void close() {
		InventoryFeed closing;
		synchronized (this) {
			closed = true;
			closing = feed;
			feed = null;
		}
		if (closing != null) {
			closing.close(Deadline.in(LOG_OUT, MonotonicClock.system()));
		}
	}

	@Override
	public void connected(InventoryServer server) {
		set(new State(Stage.LOADING, state().snapshot(), Optional.empty(), state().structure()));
	}

	@Override
	public void changed(InventoryBatch batch) {
		long structure = movesRows(batch) ? STRUCTURES.incrementAndGet() : state().structure();
		set(new State(state().stage() == Stage.CURRENT ? Stage.CURRENT : Stage.LOADING, Optional.of(batch.snapshot()), Optional.empty(), structure));
	}

	@Override
	public void complete(InventorySnapshot snapshot) {
		// Who types the first letter that everything matches need not wait until all names are in order.
		snapshot.find("", MachineSearch.KINDS);
		set(new State(Stage.CURRENT, Optional.of(snapshot), Optional.empty(), state().structure()));
	}

	@Override
	public void contactLost(FenceProblem problem, Optional<Duration> retry) {
		fail(problem);
	}

	private static boolean movesRows(InventoryBatch batch) {
		return !batch.added().isEmpty() || !batch.removed().isEmpty() || batch.changed().stream().anyMatch(change -> moves(change.before(), change.after()));
	}

	private static boolean moves(InventoryObject before, InventoryObject after) {
		return !before.name().equals(after.name()) || !before.parent().equals(after.parent()) || !host(before).equals(host(after));
	}

	private static Optional<String> host(InventoryObject object) {
		return object instanceof VirtualMachine machine ? machine.details().flatMap(MachineDetails::host) : Optional.empty();
	}

	private void set(State next) {
		state.set(next);
		changed.run();
	}
}

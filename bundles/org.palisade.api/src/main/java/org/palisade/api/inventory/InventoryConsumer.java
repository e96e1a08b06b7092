package org.palisade.api.inventory;

import java.time.Duration;
import java.util.Optional;

import org.palisade.api.FenceProblem;

/**
 * Who is told what a feed sees.
 * <p>
 * All methods are called by threads of the feed, never by two at the same time, in the order in which the server told things. The feed reads on when
 * a method returns, so nothing piles up: a consumer should be quick. An exception that a consumer throws is told to the feed's diagnostics and
 * changes nothing for the feed and the other consumers.
 * <p>
 * The order of calls is: {@link #connected}, any number of {@link #changed}, {@link #complete}, any number of {@link #changed}; after
 * {@link #contactLost}, which may come at any time, it begins anew. What was known stays valid as the last known state; the changes after the next
 * {@link #connected} are the differences to it. A consumer that {@linkplain InventoryFeed#subscribe subscribes} later is first told what is
 * known already, as added, in the same order; the snapshots of these batches are ahead of it, being the whole that is known.
 */
public interface InventoryConsumer {

	/** The feed is logged in. If it is another server than before, all that was known of the former is removed first. */
	default void connected(InventoryServer server) {
		// only for those who care
	}

	/** Something was added, changed or removed; never called with three empty lists. */
	void changed(InventoryBatch batch);

	/** Everything has been read: from now on the snapshot is the server's inventory as far as the account may see it, and changes are news. */
	default void complete(InventorySnapshot snapshot) {
		// only for those who care
	}

	/**
	 * The feed is not in contact: the first log-in failed, the session ended, the connection broke, or the server answered nonsense.
	 *
	 * @param problem why, for the user
	 * @param retry after how long the feed tries again; empty when it does not, because trying again cannot help or could lock the account. The
	 *            feed has ended then, and only a new one can help
	 */
	default void contactLost(FenceProblem problem, Optional<Duration> retry) {
		// only for those who care
	}
}

package org.palisade.inventory.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryConsumer;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.lookup.InventoryMap;
import org.palisade.api.lookup.LookUpCache;
import org.palisade.api.lookup.MapKey;
import org.palisade.api.lookup.MapProof;
import org.palisade.api.lookup.MappedPlug;
import org.palisade.inventory.internal.model.InventoryModel;
import org.palisade.vsphere.KnownContent;
import org.palisade.vsphere.MapContents;
import org.palisade.vsphere.VSphereSession;

/**
 * Keeps the look-up cache current with what a feed sees, so that whoever fences through the same account need not look its machines up.
 * <p>
 * The cache holds an inventory together with a log-in that the server's event history names: nothing that happened before that log-in is missing. What has
 * happened since is read from the history by whoever looks a name up, so the cache need not be the latest. Right after the feed's own log-in everything is
 * read, so that is the first such log-in. Later ones are anybody's: now and then the history is asked for the latest. An answer that was asked for a while after
 * that has told the feed all that had happened before it, even by a server that tells changes a little late; then the inventory is remembered with that log-in.
 * Changes of permissions may bring machines into view of which no update tells, so after one of those nothing is remembered before the next log-in of the feed.
 * <p>
 * Used by the thread of the feed.
 */
final class Remembering implements InventoryConsumer {

	/** A map of forty thousand machines is some megabytes. */
	static final Duration INTERVAL = Duration.ofMinutes(5);

	/** How late the server may tell a change. */
	static final Duration MARGIN = Duration.ofSeconds(30);

	private final FeedMemory memory;
	private final Account account;
	private final InventoryModel model;
	private final Diagnostics diagnostics;

	/** Of the current session; empty where nothing can be remembered of its server. */
	private Optional<Viewpoint> viewpoint = Optional.empty();
	private Optional<Awaited> awaited = Optional.empty();
	private long lookedAt;

	/** The proof of what was written last, by this feed, and whether it differs from what the feed sees now. */
	private Optional<MapProof> written = Optional.empty();
	private boolean outdated = true;

	/** A session, and the latest log-in as of which its inventory is complete. */
	private record Viewpoint(VSphereSession session, MapKey key, MapProof proof, boolean renewable) {
	}

	/** A log-in in the history, which was seen there at a time. */
	private record Awaited(MapProof logIn, long seenAt) {
	}

	Remembering(FeedMemory memory, Account account, InventoryModel model, Diagnostics diagnostics) {
		this.memory = memory;
		this.account = account;
		this.model = model;
		this.diagnostics = diagnostics;
	}

	/** A session was opened just now, in which everything is going to be read. */
	void begin(VSphereSession session) {
		Instant openedAt = memory.clock().instant();
		Optional<MapProof> logIn = MapContents.proof(session, openedAt, true);
		viewpoint = MapContents.key(session, account.userName()).flatMap(key -> logIn.map(proof -> new Viewpoint(session, key, proof, true)));
		awaited = Optional.empty();
		lookedAt = memory.pace().nanoTime();
	}

	@Override
	public void changed(InventoryBatch batch) {
		outdated = outdated || batch.added().stream().anyMatch(VirtualMachine.class::isInstance)
				|| batch.removed().stream().anyMatch(VirtualMachine.class::isInstance) || batch.changed().stream().anyMatch(Remembering::isAnother);
	}

	/** Most changes are of power and addresses. */
	private static boolean isAnother(InventoryBatch.Change change) {
		return change.after() instanceof VirtualMachine after && change.before() instanceof VirtualMachine before && !plug(after).equals(plug(before));
	}

	/** Everything has been read. */
	void complete() {
		viewpoint.ifPresent(seen -> {
			rememberServer(seen.session());
			remember(seen.key(), seen.proof());
		});
	}

	private void rememberServer(VSphereSession session) {
		String address = account.endpoint().url("");
		Optional<Map<String, String>> known = memory.cache().server(address);
		KnownContent.facts(session.content()).filter(facts -> known.filter(facts::equals).isEmpty())
				.ifPresent(facts -> memory.cache().rememberServer(address, facts));
	}

	/** {@return the time, for {@link #answered}} */
	long now() {
		return memory.pace().nanoTime();
	}

	/**
	 * The server was asked for changes and has told all there were; they are in the model.
	 *
	 * @param askedAt when it was asked
	 * @throws FenceException when the connection broke
	 */
	void answered(long askedAt) throws FenceException {
		if (viewpoint.isEmpty()) {
			return;
		}
		Viewpoint seen = viewpoint.get();
		if (awaited.isPresent()) {
			if (askedAt - awaited.get().seenAt() >= MARGIN.toNanos()) {
				MapProof proof = awaited.get().logIn();
				awaited = Optional.empty();
				viewpoint = Optional.of(new Viewpoint(seen.session(), seen.key(), proof, true));
				remember(seen.key(), proof);
			}
		} else if (seen.renewable() && now() - lookedAt >= INTERVAL.toNanos()) {
			LogIns.Answer answer = new LogIns(seen.session(), diagnostics).since(seen.proof(), memory.clock().instant());
			lookedAt = now();
			awaited = answer.latest().map(logIn -> new Awaited(logIn, lookedAt));
			viewpoint = Optional.of(new Viewpoint(seen.session(), seen.key(), seen.proof(), answer.reliable()));
		}
	}

	/** Unless somebody else, a monitor for example, has remembered a later one. */
	private void remember(MapKey key, MapProof proof) {
		LookUpCache cache = memory.cache();
		Optional<MapProof> there = remembered(key);
		boolean later = there.filter(other -> other.identified() && other.serverTime().isAfter(proof.serverTime())).isPresent();
		if (later || model.snapshot().count(Kind.VIRTUAL_MACHINE) > MapContents.MOST_MACHINES) {
			return;
		}
		if (!outdated && written.isPresent() && there.map(MapProof::mark).equals(written.map(MapProof::mark))) {
			cache.update(key, written.get(), proof, List.of(), Set.of());
		} else {
			cache.replace(key, proof, model.machines(Remembering::plug));
		}
		written = Optional.of(proof);
		outdated = false;
		if (remembered(key).isEmpty()) {
			// Where nothing can be kept, nothing need be asked for its sake.
			viewpoint = Optional.empty();
		}
	}

	private Optional<MapProof> remembered(MapKey key) {
		return memory.cache().map(key).map(map -> {
			try (InventoryMap opened = map) {
				return opened.proof();
			}
		});
	}

	private static MappedPlug plug(InventoryObject object) {
		Optional<MachineDetails> details = ((VirtualMachine) object).details();
		Optional<String> uuids = MapContents.uuids(details.flatMap(MachineDetails::instanceUuid), details.flatMap(MachineDetails::biosUuid));
		return new MappedPlug(object.id(), object.name(), uuids, details.map(MachineDetails::template).orElse(false));
	}
}

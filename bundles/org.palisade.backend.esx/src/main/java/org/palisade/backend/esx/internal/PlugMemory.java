package org.palisade.backend.esx.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.vmware.vim25.Event;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.VmBeingClonedEvent;
import com.vmware.vim25.VmBeingCreatedEvent;
import com.vmware.vim25.VmBeingDeployedEvent;
import com.vmware.vim25.VmEvent;
import com.vmware.vim25.VmRemovedEvent;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.lookup.InventoryMap;
import org.palisade.api.lookup.LookUpCache;
import org.palisade.api.lookup.MapKey;
import org.palisade.api.lookup.MapProof;
import org.palisade.api.lookup.MappedPlug;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.InventoryNames;
import org.palisade.vsphere.MapContents;
import org.palisade.vsphere.ObjectProperties;
import org.palisade.vsphere.VSphereSession;

/** What earlier sessions have seen of a vCenter's inventory, as far as its event history shows that it still holds. */
final class PlugMemory {

	/** More changes than this are read as part of the whole inventory. */
	private static final int MOST_CHANGES = 200;

	private static final int ROWS_PER_PAGE = 1000;

	/** The names of so many come in one answer even of a server that cuts it early: to read them takes no longer than to log in. */
	private static final int FEW_MACHINES = 100;

	private final LookUpCache cache;
	private final VSphereSession session;
	private final Diagnostics diagnostics;
	private final EventHistory history;
	private final String account;
	private Runnable toKeep = () -> { };

	/**
	 * @param account whose view of the inventory it is
	 */
	PlugMemory(LookUpCache cache, VSphereSession session, String account, Diagnostics diagnostics, EventHistory history) {
		this.cache = cache;
		this.session = session;
		this.diagnostics = diagnostics;
		this.history = history;
		this.account = account;
	}

	private Optional<MapKey> key() {
		return MapContents.key(session, account);
	}

	/**
	 * {@return all that the text can mean by now; empty when memory does not prove it}
	 *
	 * @param text a text that is no path
	 */
	Optional<Collection<MappedPlug>> recall(PlugText text, Deadline deadline) throws FenceException {
		Optional<InventoryMap> opened = key().flatMap(cache::map);
		if (opened.isEmpty()) {
			return Optional.empty();
		}
		Collection<MappedPlug> candidates;
		MapProof proof;
		try (InventoryMap map = opened.get()) {
			proof = map.proof();
			if (text.uuid().isPresent() && !proof.identified()) {
				return Optional.empty();
			}
			candidates = candidates(text, map);
			if (!map.isUsable()) {
				return Optional.empty();
			}
		}
		if (text.isExplicitReference()) {
			return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates);
		}
		return isProven(text, candidates, proof, deadline) ? Optional.of(candidates) : Optional.empty();
	}

	/** {@return whether so much is remembered that a session which is young enough to prove it would be worth its log-in} */
	boolean isOutOfReach() {
		if (history.isYoung()) {
			return false;
		}
		Optional<InventoryMap> opened = key().flatMap(cache::map);
		if (opened.isEmpty()) {
			return false;
		}
		try (InventoryMap map = opened.get()) {
			return map.size() > FEW_MACHINES;
		}
	}

	private static Collection<MappedPlug> candidates(PlugText text, InventoryMap map) {
		Map<String, MappedPlug> candidates = new LinkedHashMap<>();
		text.reference().flatMap(map::plug).ifPresent(plug -> candidates.put(plug.id(), plug));
		if (!text.isExplicitReference()) {
			text.uuid().ifPresent(uuid -> map.withUuid(uuid).forEach(plug -> candidates.put(plug.id(), plug)));
			map.named(text.text()).forEach(plug -> candidates.put(plug.id(), plug));
		}
		return candidates.values();
	}

	private boolean isProven(PlugText text, Collection<MappedPlug> candidates, MapProof proof, Deadline deadline) throws FenceException {
		Optional<List<Event>> events = history.since(proof, deadline);
		if (events.isEmpty()) {
			return false;
		}
		Set<String> known = new HashSet<>();
		candidates.forEach(candidate -> known.add(candidate.id()));
		text.reference().ifPresent(known::add);
		boolean relevant = new Relevance(text.text(), text.uuid().isPresent(), known).any(events.get());
		if (relevant) {
			diagnostics.detail(Messages.history_relevant);
		}
		if (events.get().isEmpty()) {
			// From this log-in on, so that the next question is about less.
			history.proof(proof.identified()).ifPresent(now -> toKeep = () -> cache.update(key().orElseThrow(), proof, now, List.of(), Set.of()));
		}
		return !relevant;
	}

	/** {@return the one machine of that name that is remembered, whether or not it is the only one by now} For paths, which say more than a name. */
	Optional<MappedPlug> recallPath(PlugText text) {
		Optional<InventoryMap> opened = key().flatMap(cache::map);
		if (opened.isEmpty()) {
			return Optional.empty();
		}
		try (InventoryMap map = opened.get()) {
			List<MappedPlug> named = map.named(text.lastComponent());
			boolean onlyAPath = map.named(text.text()).isEmpty();
			return map.isUsable() && named.size() == 1 && onlyAPath ? Optional.of(named.get(0)) : Optional.empty();
		}
	}

	/** {@return whether there is any use in looking at every machine for the sake of memory} */
	boolean isKept() {
		return key().isPresent() && history.proof(false).isPresent();
	}

	/**
	 * Takes in the names of all machines, to be kept when the session is closed.
	 *
	 * @param identified those of them of which more is known
	 */
	void learn(List<MappedPlug> named, List<MappedPlug> identified) {
		Set<String> known = new HashSet<>();
		identified.forEach(plug -> known.add(plug.id()));
		List<MappedPlug> all = new ArrayList<>(identified);
		for (MappedPlug plug : named) {
			if (!known.contains(plug.id())) {
				all.add(plug);
			}
		}
		history.proof(false).ifPresent(proof -> toKeep = () -> cache.replace(key().orElseThrow(), proof, all));
	}

	/** Brings memory up to date: by the event history where that is possible, otherwise by looking at every machine. */
	void renew(Deadline deadline) throws FenceException {
		if (!isKept()) {
			return;
		}
		Optional<InventoryMap> opened = key().flatMap(cache::map);
		if (opened.isPresent()) {
			MapProof proof;
			try (InventoryMap map = opened.get()) {
				proof = map.proof();
			}
			if (!history.isYoung()) {
				// Nothing can be proven in this session, and everything is known from one that was younger.
				return;
			}
			if (proof.identified() && renewByHistory(proof, deadline)) {
				return;
			}
		}
		readAll(deadline);
	}

	private boolean renewByHistory(MapProof proof, Deadline deadline) throws FenceException {
		Optional<List<Event>> events = history.since(proof, deadline);
		if (events.isEmpty() || events.get().size() > MOST_CHANGES) {
			return false;
		}
		Set<String> touched = new LinkedHashSet<>();
		Set<String> removed = new HashSet<>();
		for (Event event : events.get()) {
			if (isUnfinished(event) || !(event instanceof VmEvent) || event.getVm() == null || event.getVm().getVm() == null) {
				return false;
			}
			(event instanceof VmRemovedEvent ? removed : touched).add(event.getVm().getVm().getVal());
		}
		touched.removeAll(removed);
		List<ManagedObjectReference> references = touched.stream().map(References::virtualMachine).toList();
		List<MappedPlug> changed = new PlugReader(session, deadline).plugs(references, Optional.empty()).stream().map(MappedPlug::of).toList();
		removed.addAll(touched);
		changed.forEach(plug -> removed.remove(plug.id()));
		history.proof(true).ifPresent(now -> toKeep = () -> cache.update(key().orElseThrow(), proof, now, changed, removed));
		return true;
	}

	/** A machine that is in the making has its name already, but the event that tells which one it is comes at the end. */
	private static boolean isUnfinished(Event event) {
		return event instanceof VmBeingClonedEvent || event instanceof VmBeingCreatedEvent || event instanceof VmBeingDeployedEvent;
	}

	private void readAll(Deadline deadline) throws FenceException {
		List<MappedPlug> all = new ArrayList<>();
		try (InventoryView view = new InventoryView(session, diagnostics, session.content().getRootFolder(), References.VIRTUAL_MACHINE, deadline)) {
			view.forEach(PlugReader.NAMED_IDENTITY, ROWS_PER_PAGE, row -> {
				if (all.size() <= MapContents.MOST_MACHINES) {
					all.add(mapped(row));
				}
			});
		}
		if (all.size() > MapContents.MOST_MACHINES) {
			return;
		}
		history.proof(true).ifPresent(proof -> toKeep = () -> cache.replace(key().orElseThrow(), proof, all));
	}

	private static MappedPlug mapped(ObjectProperties row) {
		String name = InventoryNames.decoded(row.text("name").orElse(row.id()));
		return new MappedPlug(row.id(), name, PlugReader.uuids(row), PlugReader.isTemplate(row));
	}

	/** The session is kept for another request. */
	void setAside() {
		keep();
		history.growOld();
	}

	/** Writes what is to be kept. Not before the session is closed: nobody waits for a disk while a node is fenced. */
	void keep() {
		toKeep.run();
		toKeep = () -> { };
	}
}

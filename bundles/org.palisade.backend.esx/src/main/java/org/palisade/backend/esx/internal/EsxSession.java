package org.palisade.backend.esx.internal;

import java.util.Calendar;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.vmware.vim25.ManagedObjectReference;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.lookup.MappedPlug;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.VSphereSession;

/** A session with a vCenter or a host, in the terms of fencing. */
final class EsxSession implements FenceSession {

	private final VSphereSession session;
	private final Diagnostics diagnostics;
	private final Optional<String> datacenter;
	private final boolean resets;
	private final PlugMemory memory;
	private final ServerMemory server;
	private final StateUpdates updates;

	/** The machine that is watched, and the task of the operation before if that was not seen to end. */
	private Optional<MachineWatch> watched = Optional.empty();
	private Optional<PowerWatch> unfinished = Optional.empty();

	/** What was found from memory, with the place where it must be; until it was read once. */
	private final Map<String, Place> remembered = new HashMap<>();

	/** When the machines that were read had been booted: by that a machine is known that was off between two reads. */
	private final Map<String, Optional<Calendar>> bootTimes = new HashMap<>();

	/** Whether any answer so far came from memory. */
	private boolean reliedOnMemory;

	/**
	 * @param resets whether the account must be allowed to reset
	 * @param memory what is known from earlier sessions
	 * @param server what is known of the server
	 */
	EsxSession(VSphereSession session, Diagnostics diagnostics, Optional<String> datacenter, boolean resets, PlugMemory memory,
			ServerMemory server) {
		this.server = server;
		this.session = session;
		this.diagnostics = diagnostics;
		this.datacenter = datacenter;
		this.resets = resets;
		this.memory = memory;
		this.updates = new StateUpdates(session, diagnostics);
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		Optional<List<Plug>> known = recall(selector, deadline);
		return known.isPresent() ? known.get() : lookUp(selector, deadline);
	}

	private List<Plug> lookUp(PlugSelector selector, Deadline deadline) throws FenceException {
		server.settle(deadline);
		return new LookUp(session, diagnostics, memory.isKept() ? Optional.of(memory) : Optional.empty(), deadline).find(selector);
	}

	/** A percent sign has several readings; who writes one waits for the look-up. */
	private Optional<List<Plug>> recall(PlugSelector selector, Deadline deadline) throws FenceException {
		PlugText text = new PlugText(selector.text());
		if (text.text().indexOf('%') >= 0) {
			return Optional.empty();
		}
		if (text.mayBePath() && !text.isExplicitReference()) {
			boolean full = text.isFullPath() && selector.datacenter().isEmpty();
			return full ? memory.recallPath(text).flatMap(plug -> one(plug, new Place(Optional.empty(), text.paths(Optional.empty())))) : Optional.empty();
		}
		Optional<Collection<MappedPlug>> known = memory.recall(text, deadline);
		if (known.isEmpty()) {
			return Optional.empty();
		}
		reliedOnMemory = true;
		if (known.get().size() == 1) {
			Optional<List<Plug>> one = one(known.get().iterator().next(), new Place(selector.datacenter(), Set.of()));
			return one.isPresent() || selector.datacenter().isPresent() ? one : read(known.get(), deadline);
		}
		return known.get().isEmpty() ? Optional.of(List.of()) : selector.datacenter().isPresent() ? Optional.empty() : read(known.get(), deadline);
	}

	private Optional<List<Plug>> one(MappedPlug plug, Place place) {
		if (plug.uuids().isEmpty() || plug.template()) {
			return Optional.empty();
		}
		reliedOnMemory = true;
		remembered.put(plug.id(), place);
		return Optional.of(List.of(new Plug(plug.id(), plug.name(), plug.name(), plug.uuids(), plug.template())));
	}

	/** Several machines, or one of which not enough is remembered: what they are is read, but they need not be looked for. */
	private Optional<List<Plug>> read(Collection<MappedPlug> known, Deadline deadline) throws FenceException {
		String before = session.content().getAbout().getInstanceUuid();
		server.settle(deadline);
		if (!before.equals(session.content().getAbout().getInstanceUuid())) {
			return Optional.empty();
		}
		List<ManagedObjectReference> references = known.stream().map(plug -> References.virtualMachine(plug.id())).toList();
		return Optional.of(new PlugReader(session, deadline).plugs(references, Optional.empty()));
	}

	@Override
	public boolean isRemembered(Plug plug) {
		return remembered.containsKey(plug.id());
	}

	/** Only a name is dear to look up. */
	@Override
	public boolean isTooOldToFind(PlugSelector selector) {
		PlugText text = new PlugText(selector.text());
		boolean name = !text.mayBePath() && !text.isExplicitReference() && text.uuid().isEmpty() && text.text().indexOf('%') < 0;
		return name && memory.isOutOfReach();
	}

	@Override
	public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		if (!reliedOnMemory) {
			return Optional.empty();
		}
		remembered.clear();
		return Optional.of(lookUp(selector, deadline));
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		return confirmed(plug, new PlugReader(session, deadline).state(reference(plug), place(plug)));
	}

	/** In a filter, whose answers after the operation are then all that has to be waited for. */
	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		watched = Optional.empty();
		watched = MachineWatch.begin(session, updates, reference(plug), deadline);
		return watched.isPresent() ? confirmed(plug, watched.get().reading(place(plug), deadline)) : read(plug, deadline);
	}

	/** Only the first time: a machine that is moved while it is fenced stays the one that was meant. */
	private Place place(Plug plug) {
		return remembered.getOrDefault(plug.id(), Place.ANY);
	}

	private PlugState confirmed(Plug plug, PlugReader.Reading reading) {
		remembered.remove(plug.id());
		bootTimes.put(plug.id(), reading.bootTime());
		return reading.state();
	}

	@Override
	public void awaitEarlierChange(Deadline deadline) throws FenceException {
		if (unfinished.isPresent()) {
			new TaskEnd(session, updates, unfinished.get()).await(told -> watched.ifPresent(watch -> watch.accept(told)), deadline);
			unfinished = Optional.empty();
		}
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		Optional<Calendar> bootTime = bootTimes.getOrDefault(plug.id(), Optional.empty());
		awaitEarlierChange(deadline);
		// A reset is watched together with its task: it leaves the machine as it was.
		watched = watched.filter(watch -> watch.isOf(reference(plug)) && operation != PowerOperation.CYCLE);
		PowerRun run = new PowerRun(session, updates, diagnostics, reference(plug), watched, bootTime, operation, deadline);
		PowerChange change = run.run();
		unfinished = run.unfinished();
		return change;
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		server.settle(deadline);
		new PrivilegeCheck(session, diagnostics, Privileges.needed(resets), deadline).check(plug.map(EsxSession::reference), datacenter);
		memory.renew(deadline);
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		server.settle(deadline);
		new Listing(session, diagnostics, deadline).list(datacenter, withPower, consumer);
	}

	@Override
	public void setAside() {
		memory.setAside();
		server.keep();
	}

	@Override
	public void close(Deadline deadline) {
		session.close(deadline);
		setAside();
	}

	private static ManagedObjectReference reference(Plug plug) {
		return References.virtualMachine(plug.id());
	}
}

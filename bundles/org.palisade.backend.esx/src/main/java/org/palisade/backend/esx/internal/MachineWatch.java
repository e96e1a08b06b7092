package org.palisade.backend.esx.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.PropertyFilterUpdate;
import com.vmware.vim25.UpdateSet;

import org.palisade.api.FenceException;
import org.palisade.api.time.Deadline;
import org.palisade.backend.esx.internal.PlugReader.Reading;
import org.palisade.vsphere.ObjectProperties;
import org.palisade.vsphere.VSphereSession;

/**
 * A machine that is watched from before it is changed. The filter's first answer is the read that confirms it: identity, ancestors and state as of one
 * moment. Each later answer brings what has changed by another moment, so all of them together are a read of that moment, and the answer to a question
 * that was asked after a power operation is its read-back (vSphere API Reference, PropertyCollector).
 */
final class MachineWatch {

	private final VSphereSession session;
	private final ManagedObjectReference machine;
	private final ManagedObjectReference filter;
	private final WatchedObjects objects = new WatchedObjects();

	private MachineWatch(VSphereSession session, ManagedObjectReference machine, ManagedObjectReference filter) {
		this.session = session;
		this.machine = machine;
		this.filter = filter;
	}

	/**
	 * {@return a watch that has had its first answer; empty when the server did not give it in one piece}
	 *
	 * @throws FenceException of kind NOT_FOUND when the server knows no such machine
	 */
	static Optional<MachineWatch> begin(VSphereSession session, StateUpdates updates, ManagedObjectReference machine, Deadline deadline)
			throws FenceException {
		ManagedObjectReference filter = updates.watch(
				Ancestry.specification(session, References.VIRTUAL_MACHINE, PlugReader.STATE, List.of(machine)), deadline);
		MachineWatch watch = new MachineWatch(session, machine, filter);
		Optional<UpdateSet> first = updates.next(Duration.ZERO, deadline);
		if (first.isEmpty() || Boolean.TRUE.equals(first.get().getTruncated())) {
			return Optional.empty();
		}
		watch.accept(first.get());
		return Optional.of(watch);
	}

	/** {@return whether this machine is the one that is watched} */
	boolean isOf(ManagedObjectReference reference) {
		return machine.equals(reference);
	}

	/** Takes in an answer. What other filters tell is passed over. */
	void accept(UpdateSet updates) {
		if (updates.getFilterSet() != null) {
			for (PropertyFilterUpdate update : updates.getFilterSet()) {
				if (filter.equals(update.getFilter())) {
					objects.accept(update);
				}
			}
		}
	}

	/** {@return the machine as it is by the last answer; empty when it is gone} */
	Optional<ObjectProperties> machine() {
		return objects.now().stream().filter(object -> machine.equals(object.reference())).findFirst();
	}

	/**
	 * {@return what a read at the moment of the last answer would have read}
	 *
	 * @throws FenceException as a read would
	 */
	Reading reading(Place place, Deadline deadline) throws FenceException {
		return new PlugReader(session, deadline).state(Ancestry.of(session, objects.now()), machine, place);
	}
}

package org.palisade.backend.esx.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.PropertyFilterSpec;
import com.vmware.vim25.UpdateSet;
import com.vmware.vim25.WaitOptions;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.Specifications;
import org.palisade.vsphere.VSphereSession;

/**
 * What the server tells of machines and tasks. The filters are in the session's own property collector: the session belongs to us alone, so nobody else's
 * updates arrive in it. They stay until others are wanted: the log-out ends them, and nobody has to wait for the server to take them away.
 */
final class StateUpdates {

	private static final List<String> OF_MACHINE = List.of(VirtualMachine.POWER_STATE, VirtualMachine.BOOT_TIME, VirtualMachine.CONNECTION_STATE);
	private static final List<String> OF_TASK = List.of(PowerWatch.TASK_STATE, PowerWatch.TASK_ERROR);

	private final VSphereSession session;
	private final Diagnostics diagnostics;
	private final List<ManagedObjectReference> filters = new ArrayList<>();
	private String version = "";

	StateUpdates(VSphereSession session, Diagnostics diagnostics) {
		this.session = session;
		this.diagnostics = diagnostics;
	}

	/** From now on {@link #next} tells of these two, beginning with the state that they are in. */
	void watch(ManagedObjectReference machine, ManagedObjectReference task, Deadline deadline) throws FenceException {
		watch(Specifications.filter(
				List.of(Specifications.properties(machine.getType(), OF_MACHINE), Specifications.properties(task.getType(), OF_TASK)),
				List.of(Specifications.object(machine, false), Specifications.object(task, false))), deadline);
	}

	/** {@return the filter of which {@link #next} tells from now on, of that one alone, beginning with everything that it selects} */
	ManagedObjectReference watch(PropertyFilterSpec specification, Deadline deadline) throws FenceException {
		forgetFormer(deadline);
		version = "";
		return add(specification, deadline);
	}

	/** From now on {@link #next} tells of this task too, beginning with the state that it is in. */
	void watchToo(ManagedObjectReference task, Deadline deadline) throws FenceException {
		add(Specifications.filter(List.of(Specifications.properties(task.getType(), OF_TASK)), List.of(Specifications.object(task, false))), deadline);
	}

	private ManagedObjectReference add(PropertyFilterSpec specification, Deadline deadline) throws FenceException {
		ManagedObjectReference filter = session.call(deadline,
				stub -> stub.createFilter(session.content().getPropertyCollector(), specification, false));
		filters.add(filter);
		return filter;
	}

	/**
	 * {@return what has changed since the last call; empty when nothing has}
	 *
	 * @param wait how long the server may wait for something to change
	 */
	Optional<UpdateSet> next(Duration wait, Deadline deadline) throws FenceException {
		WaitOptions options = new WaitOptions();
		options.setMaxWaitSeconds((int) wait.plusMillis(999).toSeconds());
		Optional<UpdateSet> updates = Optional.ofNullable(session.await(deadline, wait,
				stub -> stub.waitForUpdatesEx(session.content().getPropertyCollector(), version, options)));
		version = updates.map(UpdateSet::getVersion).orElse(version);
		return updates;
	}

	/** A filter that could not be taken away tells of another task, or of another machine, and that is passed over. */
	private void forgetFormer(Deadline deadline) {
		List<ManagedObjectReference> former = List.copyOf(filters);
		filters.clear();
		for (ManagedObjectReference filter : former) {
			try {
				session.call(deadline, stub -> {
					stub.destroyPropertyFilter(filter);
					return null;
				});
			} catch (FenceException failure) {
				diagnostics.detail(NLS.bind(Messages.filter_left, failure.getMessage()));
			}
		}
	}
}

package org.palisade.backend.esx.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.vmware.vim25.InvalidPowerState;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MethodFault;
import com.vmware.vim25.PropertyFilterSpec;
import com.vmware.vim25.UpdateSet;
import com.vmware.vim25.WaitOptions;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.Faults;
import org.palisade.vsphere.Specifications;
import org.palisade.vsphere.VSphereSession;

/**
 * One power operation, from before it is asked for to its known outcome.
 * <p>
 * The machine is watched before the operation is asked for, so that no change can fall between the two. The filters live in the session's
 * own property collector: the session belongs to us alone, so nobody else's updates arrive in it.
 */
final class PowerRun {

	/** The server is asked anew after this time, so that one that vanished is noticed. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	private final VSphereSession session;
	private final Diagnostics diagnostics;
	private final ManagedObjectReference machine;
	private final PowerOperation operation;
	private final Deadline deadline;
	private final List<ManagedObjectReference> filters = new ArrayList<>();

	PowerRun(VSphereSession session, Diagnostics diagnostics, ManagedObjectReference machine, PowerOperation operation, Deadline deadline) {
		this.session = session;
		this.diagnostics = diagnostics;
		this.machine = machine;
		this.operation = operation;
		this.deadline = deadline;
	}

	/**
	 * {@return how the operation ended}
	 *
	 * @throws FenceException when that is not known
	 */
	PowerChange run() throws FenceException {
		try {
			watch(machine, List.of(VirtualMachine.POWER_STATE, VirtualMachine.BOOT_TIME, VirtualMachine.CONNECTION_STATE));
			PowerWatch watch = new PowerWatch(machine, operation);
			String version = watch.accept(updates("", Duration.ZERO)).orElse("");
			ManagedObjectReference task = start();
			if (task == null) {
				throw new FenceException(Kind.PROTOCOL, NLS.bind(Messages.no_task, operation), Messages.timeout_task_advice);
			}
			watch.begin(task);
			watch(task, List.of(PowerWatch.TASK_STATE, PowerWatch.TASK_ERROR));
			return outcome(watch, version);
		} catch (MethodFault refusal) {
			return refused(refusal);
		} finally {
			destroyFilters();
		}
	}

	private ManagedObjectReference start() throws FenceException, MethodFault {
		return session.attempt(deadline, stub -> switch (operation) {
		case ON -> stub.powerOnVM_Task(machine, null);
		case OFF -> stub.powerOffVM_Task(machine);
		case CYCLE -> stub.resetVM_Task(machine);
		});
	}

	private PowerChange refused(MethodFault refusal) {
		boolean already = refusal instanceof InvalidPowerState state && PowerWatch.isWanted(state, operation);
		return already ? new PowerChange.Seen() : new PowerChange.Failed(Faults.ofOperation(refusal));
	}

	private PowerChange outcome(PowerWatch watch, String baseline) throws FenceException {
		String version = baseline;
		try {
			while (watch.outcome().isEmpty()) {
				version = watch.accept(updates(version, waitTime())).orElse(version);
			}
			tellEvidence(watch);
			return watch.outcome().get();
		} catch (FenceException failure) {
			if (failure.problem().kind() != Kind.TIMEOUT) {
				throw failure;
			}
			if (watch.sawWanted()) {
				return new PowerChange.Seen();
			}
			String text = watch.taskSucceeded() ? Messages.timeout_state : Messages.timeout_task;
			throw new FenceException(new FenceProblem(Kind.TIMEOUT, NLS.bind(text, operation), Messages.timeout_task_advice), failure);
		}
	}

	/** The weakest evidence there is, so whoever asks for details is to know that it was no stronger. */
	private void tellEvidence(PowerWatch watch) {
		if (operation == PowerOperation.CYCLE && watch.taskSucceeded() && !watch.sawInterruption()) {
			diagnostics.detail(Messages.reset_by_task);
		}
	}

	private Duration waitTime() {
		Duration remaining = deadline.remaining();
		return remaining.compareTo(LONGEST_WAIT) < 0 ? remaining : LONGEST_WAIT;
	}

	private void watch(ManagedObjectReference object, List<String> properties) throws FenceException {
		PropertyFilterSpec specification = Specifications.filter(List.of(Specifications.properties(object.getType(), properties)),
				List.of(Specifications.object(object, false)));
		filters.add(session.call(deadline, stub -> stub.createFilter(session.content().getPropertyCollector(), specification, false)));
	}

	private Optional<UpdateSet> updates(String version, Duration wait) throws FenceException {
		WaitOptions options = new WaitOptions();
		options.setMaxWaitSeconds((int) wait.plusMillis(999).toSeconds());
		return Optional.ofNullable(session.await(deadline, wait,
				stub -> stub.waitForUpdatesEx(session.content().getPropertyCollector(), version, options)));
	}

	/** Whatever happens here changes nothing about the outcome, and filters end with the session anyway. */
	private void destroyFilters() {
		for (ManagedObjectReference filter : filters) {
			try {
				session.call(deadline, stub -> {
					stub.destroyPropertyFilter(filter);
					return null;
				});
			} catch (FenceException failure) {
				diagnostics.detail(NLS.bind(Messages.filter_left, failure.getMessage()));
				return;
			}
		}
	}
}

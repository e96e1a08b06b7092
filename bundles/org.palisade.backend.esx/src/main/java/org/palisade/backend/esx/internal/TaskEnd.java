package org.palisade.backend.esx.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import com.vmware.vim25.TaskInfoState;
import com.vmware.vim25.UpdateSet;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.ObjectProperties;
import org.palisade.vsphere.PropertyRetrieval;
import org.palisade.vsphere.Specifications;
import org.palisade.vsphere.VSphereSession;

/**
 * The end of a task whose effect was seen before. A server refuses an operation on a machine that another one is still at work on, so a reboot waits for
 * this between its two halves. Mostly the task has ended by then, which one read tells.
 */
final class TaskEnd {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	private final VSphereSession session;
	private final StateUpdates updates;
	private final PowerWatch watch;

	/**
	 * @param watch what watches the task
	 */
	TaskEnd(VSphereSession session, StateUpdates updates, PowerWatch watch) {
		this.session = session;
		this.updates = updates;
		this.watch = watch;
	}

	/**
	 * Returns when it has ended, either way.
	 *
	 * @param others is handed what else is told meanwhile
	 */
	void await(Consumer<UpdateSet> others, Deadline deadline) throws FenceException {
		if (hasEnded(deadline)) {
			return;
		}
		updates.watchToo(watch.task(), deadline);
		while (!watch.taskEnded()) {
			updates.next(LONGEST_WAIT, deadline).ifPresent(told -> {
				watch.accept(told);
				others.accept(told);
			});
		}
	}

	private boolean hasEnded(Deadline deadline) throws FenceException {
		var specification = Specifications.filter(List.of(Specifications.properties(watch.task().getType(), List.of(PowerWatch.TASK_STATE))),
				List.of(Specifications.object(watch.task(), false)));
		try {
			for (ObjectProperties task : PropertyRetrieval.all(session, specification, deadline)) {
				return task.value(PowerWatch.TASK_STATE, TaskInfoState.class)
						.filter(state -> state == TaskInfoState.success || state == TaskInfoState.error).isPresent();
			}
		} catch (FenceException failure) {
			if (failure.problem().kind() != Kind.NOT_FOUND) {
				throw failure;
			}
		}
		// The server has forgotten it.
		return true;
	}
}

package org.palisade.backend.vmrun.internal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.SessionContext;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.Pause;

/**
 * What both kinds of servers have in common. There is no connection that lives from one call to the next: each vmrun command logs in anew, so a
 * wrong password shows at the first command, and closing has nothing to do.
 */
abstract class VmrunSession implements FenceSession {

	/** Often enough to see a machine go off soon, seldom enough not to log in all the time. */
	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

	/** With any other kind of failure it is open whether the operation was carried out. */
	private static final Set<FenceProblem.Kind> REFUSALS = EnumSet.of(FenceProblem.Kind.TASK, FenceProblem.Kind.LOGIN,
			FenceProblem.Kind.PRIVILEGE, FenceProblem.Kind.NOT_FOUND, FenceProblem.Kind.REFUSED);

	private final Vmrun vmrun;
	private final SessionContext context;
	private final Pause pause;

	/**
	 * @param pause passes the time between two looks at the running machines while a power change is awaited: vmrun sends no events
	 */
	VmrunSession(Vmrun vmrun, SessionContext context, Pause pause) {
		this.vmrun = vmrun;
		this.context = context;
		this.pause = pause;
	}

	/** {@return whether the machine of that path is among the running ones} */
	abstract boolean isAmong(List<String> running, String path);

	final Vmrun vmrun() {
		return vmrun;
	}

	final SessionContext context() {
		return context;
	}

	/** {@return a name by which the machine of that path is found} */
	abstract String name(String path);

	final Plug plug(String path) {
		return new Plug(path, name(path), path, Optional.empty(), VmxPath.isTemplate(path));
	}

	/**
	 * Asks for the change once and looks at the running machines until it shows. A refusal by vmrun is a failure even when the machine
	 * happens to be in the wanted state, which the next {@link #read} tells.
	 */
	@Override
	public final PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		try {
			switch (operation) {
				case ON -> vmrun.start(plug.id(), deadline);
				case OFF -> vmrun.stopHard(plug.id(), deadline);
				case CYCLE -> throw new IllegalArgumentException("not among the operations of this back end");
			}
		} catch (FenceException e) {
			if (REFUSALS.contains(e.problem().kind())) {
				return new PowerChange.Failed(e.problem());
			}
			throw e;
		}
		return watch(plug, operation, deadline);
	}

	@Override
	public final void close(Deadline deadline) {
		// Each command has logged out by ending.
	}

	private PowerChange watch(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		while (!isSeen(plug, operation, deadline)) {
			pause.await(deadline.within(BETWEEN_LOOKS).remaining(), context.cancellation());
			if (deadline.expired()) {
				return new PowerChange.Failed(new FenceProblem(FenceProblem.Kind.TIMEOUT,
						NLS.bind(operation == PowerOperation.ON ? Messages.notSeenOn : Messages.notSeenOff, plug.path()),
						Messages.notSeenAdvice));
			}
		}
		return new PowerChange.Seen();
	}

	private boolean isSeen(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		return isAmong(vmrun.running(deadline), plug.id()) == (operation == PowerOperation.ON);
	}
}

package org.palisade.core.engine;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.core.engine.FenceOutcome.Achievement;

/**
 * The power operations on one plug, each with its identity read before and its result read back afterwards. What a back end says about the
 * outcome of an operation decides nothing alone.
 */
final class PowerSequence {

	/**
	 * How powering off ended.
	 *
	 * @param achievement what to report
	 * @param lastRead the state that was read last, off beyond doubt; empty when the plug is gone or somebody turned it on again, so that
	 *            it is not to be powered on
	 */
	private record OffPart(Achievement achievement, Optional<PlugState> lastRead) {
	}

	/** Powers on. */
	@FunctionalInterface
	private interface Power {
		Achievement apply() throws FenceException;
	}

	private final FenceSession session;
	private final RunContext context;
	private final Plug found;
	private final PlugHistory history;
	private Optional<PlugState> readAlready;
	private boolean isToBePoweredOn;

	/**
	 * @param found the plug that was looked up: no other one is ever touched
	 * @param readAlready its state when that is what the session has read last
	 * @param history receives each state that is seen of it
	 */
	PowerSequence(FenceSession session, RunContext context, Plug found, Optional<PlugState> readAlready, PlugHistory history) {
		this.session = session;
		this.context = context;
		this.found = found;
		this.readAlready = readAlready;
		this.history = history;
	}

	/** {@return the state of the very plug that was looked up} */
	private PlugState read() throws FenceException {
		return confirmed(readAlready.isPresent() ? readAlready.get() : session.read(found, context.deadline()));
	}

	/** {@return the same, before it may be changed} */
	private PlugState readForChange() throws FenceException {
		return confirmed(readAlready.isPresent() ? readAlready.get() : session.readForChange(found, context.deadline()));
	}

	private PlugState confirmed(PlugState read) throws FenceException {
		PlugState state = requireIdentity(read);
		readAlready = Optional.empty();
		history.saw(state);
		return state;
	}

	Achievement status() throws FenceException {
		PlugState state = read();
		if (state.doubt().isPresent() || state.power() == PowerState.UNKNOWN) {
			throw Problems.unverified(state);
		}
		if (countsAsOff(state)) {
			return Achievement.IS_OFF;
		}
		if (state.power() == PowerState.SUSPENDED) {
			warn(NLS.bind(Messages.suspended_counts_as_on, state.plug().path()));
		}
		return state.isOff() ? Achievement.IS_OFF : Achievement.IS_ON;
	}

	Achievement off() throws FenceException {
		PlugState before = readForChange();
		return countsAsOff(before) ? Achievement.ALREADY_OFF : turnOff(before).achievement();
	}

	/** Not for a reboot: powering a suspended plug on would resume what was to be fenced. */
	private boolean countsAsOff(PlugState state) {
		boolean suspended = state.power() == PowerState.SUSPENDED && state.doubt().isEmpty();
		if (suspended && context.settings().suspendedAsOff()) {
			warn(NLS.bind(Messages.suspended_counts_as_off, state.plug().path()));
			return true;
		}
		return false;
	}

	Achievement on() throws FenceException {
		PlugState before = readForChange();
		if (before.isOn()) {
			return Achievement.ALREADY_ON;
		}
		if (before.power() == PowerState.ON) {
			throw Problems.unverified(before);
		}
		return turnOn(before);
	}

	Achievement reboot() throws FenceException {
		return reboot(readForChange());
	}

	private Achievement reboot(PlugState before) throws FenceException {
		Optional<PlugState> off = turnOff(before).lastRead();
		if (off.isPresent()) {
			orWarn(() -> turnOn(requireIdentity(off.get())));
		}
		return Achievement.REBOOTED;
	}

	/** The first half of a reboot of several plugs, none of which is powered on before all are off. */
	Achievement offBeforeOn() throws FenceException {
		OffPart part = turnOff(readForChange());
		isToBePoweredOn = part.lastRead().isPresent();
		return part.achievement();
	}

	/** The second half. Other plugs were attended to in between, so the identity is read anew. */
	void onAgain() throws FenceException {
		if (isToBePoweredOn) {
			orWarn(this::on);
		}
	}

	/** Resets the plug if it runs; otherwise there is nothing to reset, and it is rebooted the other way. */
	Achievement cycle() throws FenceException {
		PlugState before = read();
		if (before.power() != PowerState.ON) {
			return reboot(before);
		}
		PowerChange change = change(before, PowerOperation.CYCLE);
		PlugState after = change instanceof PowerChange.Failed failed ? readBackAfter(failed.problem()) : readBack(change);
		if (after.isOff()) {
			// Nothing runs there any more, whatever became of powering on.
			warn(NLS.bind(Messages.off_after_cycle, found.path()));
			return Achievement.REBOOTED;
		}
		if (change instanceof PowerChange.Failed failed) {
			throw new FenceException(failed.problem());
		}
		if (!after.isOn()) {
			throw Problems.unverified(after);
		}
		return Achievement.REBOOTED;
	}

	private OffPart turnOff(PlugState before) throws FenceException {
		if (before.isOff()) {
			return new OffPart(Achievement.ALREADY_OFF, Optional.of(before));
		}
		if (before.power() == PowerState.OFF) {
			throw Problems.unverified(before);
		}
		PowerChange change = change(before, PowerOperation.OFF);
		return change instanceof PowerChange.Failed failed ? afterFailedOff(failed.problem()) : afterSeenOff(change);
	}

	private OffPart afterSeenOff(PowerChange seen) throws FenceException {
		PlugState after;
		try {
			after = readBack(seen);
		} catch (FenceException e) {
			if (e.problem().kind() != Kind.NOT_FOUND) {
				throw e;
			}
			warn(NLS.bind(Messages.gone_after_off, found.path()));
			return new OffPart(Achievement.POWERED_OFF, Optional.empty());
		}
		if (after.isOff()) {
			return new OffPart(Achievement.POWERED_OFF, Optional.of(after));
		}
		if (after.isOn()) {
			// It was seen off after the operation, so it has lost its memory: that is what fencing is for.
			warn(NLS.bind(Messages.turned_on_in_between, found.path()));
			return new OffPart(Achievement.POWERED_OFF, Optional.empty());
		}
		throw Problems.unverified(after);
	}

	private OffPart afterFailedOff(FenceProblem problem) throws FenceException {
		PlugState after = readBackAfter(problem);
		if (!after.isOff()) {
			throw Problems.powerOffFailed(problem, after);
		}
		warn(NLS.bind(Messages.off_in_spite_of_error, found.path(), problem.message()));
		return new OffPart(Achievement.POWERED_OFF, Optional.of(after));
	}

	/** The fencing is done by now, so whatever goes wrong is the cluster's concern and no failure; but a caller who gave up gets no success. */
	private void orWarn(Power on) throws FenceException {
		try {
			on.apply();
		} catch (FenceException e) {
			if (e.problem().kind() == Kind.CANCELLED) {
				throw e;
			}
			warn(NLS.bind(Messages.on_part_failed, found.path(), e.problem().message()));
		} catch (RuntimeException | LinkageError e) {
			warn(NLS.bind(Messages.on_part_failed, found.path(), e.getClass().getName()));
			context.detail(e);
		}
	}

	/**
	 * @param off what the last call of the session has read, its identity confirmed
	 */
	private Achievement turnOn(PlugState off) throws FenceException {
		PlugState confirmed = off;
		for (int triesLeft = context.settings().powerOnTries() - 1; ; triesLeft--) {
			PowerChange change = change(confirmed, PowerOperation.ON);
			if (!(change instanceof PowerChange.Failed failed)) {
				return afterSeenOn(change);
			}
			PlugState after = readBackAfter(failed.problem());
			if (after.isOn()) {
				warn(NLS.bind(Messages.on_in_spite_of_error, found.path(), failed.problem().message()));
				return Achievement.POWERED_ON;
			}
			if (triesLeft == 0 || after.power() == PowerState.ON) {
				throw new FenceException(failed.problem());
			}
			warn(NLS.bind(Messages.trying_again, found.path(), failed.problem().message()));
			confirmed = requireIdentity(after);
		}
	}

	private Achievement afterSeenOn(PowerChange seen) throws FenceException {
		PlugState after = readBack(seen);
		if (after.isOn()) {
			return Achievement.POWERED_ON;
		}
		throw Problems.unverified(after);
	}

	private PowerChange change(PlugState confirmed, PowerOperation operation) throws FenceException {
		context.diagnostics().detail(NLS.bind(Messages.changing, new Object[] { found.path(), found.id(), operation, confirmed.power() }));
		PowerChange change = session.change(confirmed.plug(), operation, context.settings().powerDeadline(context.deadline()));
		if (change instanceof PowerChange.Seen && operation != PowerOperation.CYCLE) {
			history.saw(operation.wanted());
		}
		context.waitFor(context.settings().powerWait());
		return change;
	}

	/** The result of an operation. What the server told with the outcome counts, unless it was to be waited since. */
	private PlugState readBack(PowerChange change) throws FenceException {
		boolean waited = !context.settings().powerWait().isZero();
		Optional<PlugState> told = change instanceof PowerChange.Seen seen && !waited ? seen.readBack() : Optional.empty();
		return sameObject(told.isPresent() ? told.get() : session.read(found, context.deadline()));
	}

	/** A name may have changed since, but it must be the same object. */
	private PlugState sameObject(PlugState after) throws FenceException {
		boolean same = after.plug().id().equals(found.id()) && after.plug().uuids().equals(found.uuids());
		if (!same) {
			throw Problems.noLongerTheSame(found);
		}
		history.saw(after);
		return after;
	}

	/** The server's error is what the user has to know, more than that the state cannot be read after it. */
	private PlugState readBackAfter(FenceProblem problem) throws FenceException {
		try {
			return sameObject(session.read(found, context.deadline()));
		} catch (FenceException e) {
			if (e.problem().kind() == Kind.CANCELLED) {
				throw e;
			}
			warn(NLS.bind(Messages.not_read_back, found.path(), e.problem().message()));
			throw new FenceException(problem);
		}
	}

	private PlugState requireIdentity(PlugState state) throws FenceException {
		if (!state.plug().hasIdentityOf(found)) {
			throw Problems.noLongerTheSame(found);
		}
		if (state.plug().template()) {
			throw Problems.isTemplate(found);
		}
		return state;
	}

	private void warn(String message) {
		context.diagnostics().warning(message);
	}
}

package org.palisade.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.api.time.Pause;
import org.palisade.core.backend.Provider;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.engine.FenceOutcome.PlugOutcome;

/**
 * Carries requests out and keeps the promises of fencing, whatever the back end: exactly one plug, identity read again before each power
 * operation, off only when read back as off, one deadline for the whole run, a log-out on every path, no secret in any text. Knows no user
 * interface. Thread-safe; each run is independent of the others.
 */
public final class FenceEngine {

	private final MonotonicClock clock;
	private final Pause pause;
	private final SessionOpener sessions;

	/** An engine by the clock of this Java virtual machine. */
	public FenceEngine() {
		this(SessionOpener.direct());
	}

	/**
	 * An engine by the clock of this Java virtual machine.
	 *
	 * @param sessions where the sessions come from
	 */
	public FenceEngine(SessionOpener sessions) {
		this(MonotonicClock.system(), Pause.system(), sessions);
	}

	/**
	 * @param clock by which deadlines are measured
	 * @param pause how to wait
	 */
	public FenceEngine(MonotonicClock clock, Pause pause) {
		this(clock, pause, SessionOpener.direct());
	}

	/**
	 * @param clock by which deadlines are measured
	 * @param pause how to wait
	 * @param sessions where the sessions come from
	 */
	public FenceEngine(MonotonicClock clock, Pause pause, SessionOpener sessions) {
		this.clock = Objects.requireNonNull(clock);
		this.pause = Objects.requireNonNull(pause);
		this.sessions = Objects.requireNonNull(sessions);
	}

	/**
	 * Carries out one request, in the calling thread, and leaves no record of it.
	 *
	 * @param cancellation ends the run soon; a run that ends after the request is never a success
	 * @param diagnostics where to tell warnings and details, without secrets
	 * @return how it ended, whatever went wrong
	 */
	public FenceOutcome run(FenceRequest request, Cancellation cancellation, Diagnostics diagnostics) {
		return run(request, cancellation, diagnostics, AuditTrail.none());
	}

	/**
	 * Carries out one request, in the calling thread.
	 *
	 * @param cancellation ends the run soon; a run that ends after the request is never a success
	 * @param diagnostics where to tell warnings and details, without secrets
	 * @param trail where to leave a record for each plug when the request was about power
	 * @return how it ended, whatever went wrong
	 */
	public FenceOutcome run(FenceRequest request, Cancellation cancellation, Diagnostics diagnostics, AuditTrail trail) {
		Redactor redactor = new Redactor();
		Diagnostics redacting = redactor.redacting(diagnostics);
		AuditRecorder audit = new AuditRecorder(request, trail, redactor, clock);
		Deadline deadline = Deadline.in(request.settings().runLimit(request.action(), request.plug()), clock);
		RunContext context = new RunContext(request.settings(), deadline, cancellation, redacting, redactor, audit, pause, sessions);
		List<PlugOutcome> plugs = new ArrayList<>();
		FenceRun run = new FenceRun(request, context, plugs);
		FenceOutcome outcome = carryOut(run, context, plugs);
		finish(audit, outcome, run, context);
		return outcome;
	}

	/** The outcome is known by now, and a record that cannot be left must not turn it into another one. */
	private static void finish(AuditRecorder audit, FenceOutcome outcome, FenceRun run, RunContext context) {
		try {
			audit.finish(outcome, run.backEnd());
		} catch (RuntimeException | LinkageError e) {
			context.diagnostics().warning(NLS.bind(Messages.audit_failed, e.getClass().getName()));
			context.detail(e);
		}
	}

	private static FenceOutcome carryOut(FenceRun run, RunContext context, List<PlugOutcome> plugs) {
		Redactor redactor = context.redactor();
		try {
			Achievement achievement = run.carryOut();
			return context.cancellation().requested() ? new FenceOutcome.Failed(Problems.cancelled().problem(), plugs)
					: new FenceOutcome.Succeeded(achievement, plugs);
		} catch (FenceException e) {
			if (e.getCause() != null) {
				context.detail(e.getCause());
			}
			return new FenceOutcome.Failed(redactor.redact(e.problem()), plugs);
		} catch (RuntimeException | LinkageError e) {
			context.detail(e);
			return new FenceOutcome.Failed(redactor.redact(crashed(run.backEnd(), e)), plugs);
		}
	}

	/** Not the message of the exception: nobody knows what is in it. It is in the details. */
	private static FenceProblem crashed(FenceBackEnd backEnd, Throwable throwable) {
		return new FenceProblem(FenceProblem.Kind.PROTOCOL, NLS.bind(Messages.crashed, Provider.describe(backEnd), Provider.reason(throwable)),
				Messages.crashed_advice);
	}
}

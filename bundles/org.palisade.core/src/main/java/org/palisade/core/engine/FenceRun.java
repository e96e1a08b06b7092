package org.palisade.core.engine;

import java.time.Duration;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerState;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.FenceAction;

/** One run, from the check of the options to the log-out. */
final class FenceRun {

	/** How long a log-out may take when there is no time left, or the caller has given up: leaked sessions lock everybody out in the end. */
	private static final Duration LOG_OUT_GRACE = Duration.ofSeconds(1);

	private final FenceRequest request;
	private final RunContext context;
	private final Redactor redactor;

	FenceRun(FenceRequest request, RunContext context, Redactor redactor) {
		this.request = request;
		this.context = context;
		this.redactor = redactor;
	}

	Achievement carryOut() throws FenceException {
		request.backEnd().validate(request.options());
		if (request.action() == FenceAction.VALIDATE_ALL) {
			return Achievement.VALID;
		}
		if (request.action() == FenceAction.OFF || request.action() == FenceAction.REBOOT) {
			context.waitFor(request.settings().delay());
		}
		FenceSession session = open();
		try {
			return act(new GuardedSession(session, context));
		} finally {
			close(session);
		}
	}

	private FenceSession open() throws FenceException {
		context.checkpoint();
		Deadline deadline = context.settings().loginDeadline(context.deadline());
		OptionValues options = withPassword(deadline);
		context.checkpoint();
		SessionContext sessionContext = new SessionContext(context.cancellation(), context.diagnostics(),
				context.settings().sessionAnswerLimit(context.deadline()));
		return request.backEnd().open(options, sessionContext, deadline);
	}

	private OptionValues withPassword(Deadline deadline) throws FenceException {
		Optional<String> script = request.options().text(CoreOptions.PASSWORD_SCRIPT);
		if (script.isEmpty()) {
			return request.options();
		}
		Secret password = PasswordScript.run(script.get(), deadline, context.cancellation());
		redactor.add(password);
		return request.options().with(StandardOptions.PASSWORD, password);
	}

	/** The outcome is known by now and a back end's failure to close must not turn it into another one. */
	private void close(FenceSession session) {
		try {
			session.close(context.deadline().restartedFor(LOG_OUT_GRACE));
		} catch (RuntimeException | LinkageError e) {
			context.diagnostics().warning(NLS.bind(Messages.close_failed, e.getClass().getName()));
			context.diagnostics().detail(StackTraces.of(e));
		}
	}

	private Achievement act(FenceSession session) throws FenceException {
		return switch (request.action()) {
			case ON -> sequence(session).on();
			case OFF -> off(session);
			case REBOOT -> sequence(session).reboot();
			case STATUS -> status(session);
			case LIST, LIST_STATUS -> list(session);
			case MONITOR -> monitor(session);
			case METADATA, VALIDATE_ALL -> throw new IllegalStateException(request.action().word());
		};
	}

	private Achievement off(FenceSession session) throws FenceException {
		Optional<Plug> plug = findUnlessMissingIsOff(session);
		return plug.isEmpty() ? Achievement.ALREADY_OFF : new PowerSequence(session, context, plug.get()).off();
	}

	private Achievement status(FenceSession session) throws FenceException {
		Optional<Plug> plug = findUnlessMissingIsOff(session);
		if (plug.isEmpty()) {
			return Achievement.IS_OFF;
		}
		PlugState state = new PowerSequence(session, context, plug.get()).read();
		if (state.doubt().isPresent() || state.power() == PowerState.UNKNOWN) {
			throw Problems.unverified(state);
		}
		if (state.power() == PowerState.SUSPENDED) {
			context.diagnostics().warning(NLS.bind(Messages.suspended_counts_as_on, state.plug().path()));
		}
		return state.isOff() ? Achievement.IS_OFF : Achievement.IS_ON;
	}

	private Achievement monitor(FenceSession session) throws FenceException {
		Optional<Plug> plug = Optional.empty();
		if (request.plug().isPresent()) {
			plug = Optional.of(require(session));
		}
		session.check(plug, context.deadline());
		return Achievement.USABLE;
	}

	private Achievement list(FenceSession session) throws FenceException {
		session.list(request.action() == FenceAction.LIST_STATUS, request.rows(), context.deadline());
		return Achievement.LISTED;
	}

	private PowerSequence sequence(FenceSession session) throws FenceException {
		return new PowerSequence(session, context, require(session));
	}

	private Plug require(FenceSession session) throws FenceException {
		return PlugLookup.require(session, selector(), context.deadline());
	}

	private Optional<Plug> findUnlessMissingIsOff(FenceSession session) throws FenceException {
		if (!context.settings().missingAsOff()) {
			return Optional.of(require(session));
		}
		Optional<Plug> plug = PlugLookup.find(session, selector(), context.deadline());
		if (plug.isEmpty()) {
			context.diagnostics().warning(NLS.bind(Messages.missing_counts_as_off, selector().text()));
		}
		return plug;
	}

	private PlugSelector selector() {
		return request.plug().orElseThrow();
	}
}

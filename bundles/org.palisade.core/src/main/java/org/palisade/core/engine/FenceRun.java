package org.palisade.core.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.PowerOperation;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.engine.FenceOutcome.PlugOutcome;
import org.palisade.core.engine.PlugLookup.FoundPlug;
import org.palisade.core.option.CommonOptions;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;
import org.palisade.core.option.ScriptFile;

/** One run, from the check of the options to the log-out. */
final class FenceRun {

	/** How long a log-out may take when there is no time left, or the caller has given up: leaked sessions lock everybody out in the end. */
	private static final Duration LOG_OUT_GRACE = Duration.ofSeconds(1);

	private final FenceRequest request;
	private final RunContext context;
	private final List<PlugOutcome> plugs;
	private FenceBackEnd backEnd;

	/**
	 * @param plugs receives what came of each plug when there are several
	 */
	FenceRun(FenceRequest request, RunContext context, List<PlugOutcome> plugs) {
		this.request = request;
		this.context = context;
		this.plugs = plugs;
		this.backEnd = request.backEnd();
	}

	/** {@return the back end that was called last} */
	FenceBackEnd backEnd() {
		return backEnd;
	}

	Achievement carryOut() throws FenceException {
		addSecrets();
		validate();
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

	/** Those of all back ends before any of them says something: each of them gets all the options. */
	private void addSecrets() {
		request.options().secret(StandardOptions.PASSWORD).ifPresent(context.redactor()::add);
		for (FenceBackEnd candidate : request.backEnds()) {
			backEnd = candidate;
			for (OptionDeclaration declaration : backEnd.options()) {
				if (declaration.type() == OptionType.SECRET) {
					request.options().secret(declaration.name()).ifPresent(context.redactor()::add);
				}
			}
		}
	}

	private void validate() throws FenceException {
		for (FenceBackEnd candidate : request.backEnds()) {
			backEnd = candidate;
			requireMethod();
			requireNoRestrictionLost();
			requireScripts();
			backEnd.validate(request.options());
		}
		backEnd = request.backEnd();
	}

	/** In every action, so that a monitor tells it long before a node has to be fenced. */
	private void requireMethod() throws FenceException {
		boolean cycle = context.settings().method() == PowerMethod.CYCLE;
		if (cycle && !backEnd.operations().contains(PowerOperation.CYCLE)) {
			throw new FenceException(Kind.OPTION, NLS.bind(Messages.no_cycle, StandardOptions.METHOD, backEnd.type()),
					NLS.bind(Messages.no_cycle_advice, StandardOptions.METHOD, PowerMethod.ONOFF.word()));
		}
	}

	/** A restriction to a datacenter that is left out could make the request mean another plug. */
	private void requireNoRestrictionLost() throws FenceException {
		if (request.options().text(StandardOptions.VMWARE_DATACENTER).isPresent() && !backEnd.hasDatacenters()) {
			throw new FenceException(Kind.OPTION, NLS.bind(Messages.no_datacenters, StandardOptions.VMWARE_DATACENTER, backEnd.type()),
					NLS.bind(Messages.no_datacenters_advice, StandardOptions.VMWARE_DATACENTER));
		}
	}

	/** Those of the back ends that are called, not of all that are installed: nobody is hindered by an option that is of no effect. */
	private void requireScripts() throws FenceException {
		for (OptionDeclaration declaration : backEnd.options()) {
			if (isScriptGiven(declaration)) {
				Optional<FenceProblem> problem = ScriptFile.problem(declaration.name(), request.options().requiredText(declaration.name()));
				if (problem.isPresent()) {
					throw new FenceException(problem.get());
				}
			}
		}
	}

	private boolean isScriptGiven(OptionDeclaration declaration) {
		return declaration.scriptFor().isPresent() && request.options().text(declaration.name()).isPresent();
	}

	private FenceSession open() throws FenceException {
		context.checkpoint();
		Deadline deadline = context.settings().loginDeadline(context.deadline());
		OptionValues options = withPrintedSecrets(deadline);
		try {
			return open(options, deadline);
		} catch (FenceException e) {
			if (e.problem().kind() != Kind.NOT_OFFERED || request.fallback().isEmpty()) {
				throw e;
			}
			changeOver(request.fallback().get(), e);
			return open(options, deadline);
		}
	}

	/** Nothing was done to any plug so far, and the other back end looks the plug up by itself. */
	private void changeOver(FenceBackEnd other, FenceException reason) {
		context.diagnostics().warning(NLS.bind(Messages.changing_over, reason.problem().message(), other.type()));
		backEnd = other;
	}

	private FenceSession open(OptionValues options, Deadline deadline) throws FenceException {
		context.checkpoint();
		SessionContext sessionContext = new SessionContext(context.cancellation(), context.diagnostics(),
				context.settings().sessionAnswerLimit(context.deadline()));
		return context.sessions().open(backEnd, options, sessionContext, deadline);
	}

	/** {@return the options with what their scripts print} Each runs once, before any back end is called. */
	private OptionValues withPrintedSecrets(Deadline deadline) throws FenceException {
		Map<String, String> secretsByScript = new LinkedHashMap<>();
		addScripts(CommonOptions.all(), secretsByScript);
		for (FenceBackEnd candidate : request.backEnds()) {
			addScripts(candidate.options(), secretsByScript);
		}
		OptionValues options = request.options();
		for (Map.Entry<String, String> script : secretsByScript.entrySet()) {
			String path = options.requiredText(script.getKey());
			Secret printed = PasswordScript.run(script.getKey(), path, deadline, context.cancellation());
			context.redactor().add(printed);
			options = options.with(script.getValue(), printed);
		}
		return options;
	}

	private void addScripts(List<OptionDeclaration> declared, Map<String, String> secretsByScript) {
		for (OptionDeclaration declaration : declared) {
			if (isScriptGiven(declaration)) {
				secretsByScript.put(declaration.name(), declaration.scriptFor().get());
			}
		}
	}

	/** The outcome is known by now and a back end's failure to close must not turn it into another one. */
	private void close(FenceSession session) {
		try {
			session.close(context.deadline().restartedFor(LOG_OUT_GRACE));
		} catch (RuntimeException | LinkageError e) {
			context.diagnostics().warning(NLS.bind(Messages.close_failed, e.getClass().getName()));
			context.detail(e);
		}
	}

	private Achievement act(FenceSession session) throws FenceException {
		return switch (request.action()) {
			case ON -> group(session, false).on();
			case OFF -> group(session, context.settings().missingAsOff()).off();
			case REBOOT -> group(session, false).reboot();
			case STATUS -> group(session, context.settings().missingAsOff()).status();
			case LIST, LIST_STATUS -> list(session);
			case MONITOR -> monitor(session);
			case METADATA, MANPAGE, VALIDATE_ALL -> throw new IllegalStateException(request.action().word());
		};
	}

	private PlugGroup group(FenceSession session, boolean missing) throws FenceException {
		return new PlugGroup(find(session, missing), session, context, plugs);
	}

	private List<FoundPlug> find(FenceSession session, boolean missing) throws FenceException {
		boolean restrictable = backEnd.hasDatacenters() && request.plug().orElseThrow().datacenter().isEmpty();
		// A reset has to be watched in other ways.
		boolean toChange = request.action().changesPower() && context.settings().method() != PowerMethod.CYCLE;
		return new PlugLookup(session, restrictable, toChange, context).findAll(request.plug().orElseThrow(), missing);
	}

	private Achievement monitor(FenceSession session) throws FenceException {
		if (request.plug().isEmpty()) {
			session.check(Optional.empty(), context.deadline());
			return Achievement.USABLE;
		}
		for (FoundPlug found : find(session, false)) {
			session.check(found.plug(), context.deadline());
		}
		return Achievement.USABLE;
	}

	private Achievement list(FenceSession session) throws FenceException {
		session.list(request.action() == FenceAction.LIST_STATUS, request.rows(), context.deadline());
		return Achievement.LISTED;
	}
}

package org.palisade.agent.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.PlugSelector;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.CancellationSource;
import org.palisade.core.backend.InstalledBackEnds;
import org.palisade.core.engine.AuditRecord;
import org.palisade.core.engine.AuditTrail;
import org.palisade.core.engine.FenceEngine;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceRequest;
import org.palisade.core.engine.FenceSettings;
import org.palisade.core.option.ArgumentParser;
import org.palisade.core.option.CheckedOptions;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.HelpText;
import org.palisade.core.option.OptionCatalog;
import org.palisade.core.option.OptionChecker;
import org.palisade.core.option.RawOptions;
import org.palisade.core.option.StandardInputParser;
import org.palisade.launcher.Application.Invocation;

/** One run of the agent: request in, exit code out. */
final class AgentRun {

	/** Only an action of this form is repeated in a message; anything else could be a value that went astray. */
	private static final Pattern SHOWABLE_ACTION = Pattern.compile("[A-Za-z_-]{1,32}");

	private final Invocation invocation;
	private final InstalledBackEnds backEnds;
	private final FenceEngine engine;
	private final AgentEnvironment environment;
	private final AgentOutput output;
	private final CancellationSource cancellation;
	private final OptionCatalog catalog;
	private final OutcomeReport report;

	AgentRun(Invocation invocation, InstalledBackEnds backEnds, FenceEngine engine, AgentEnvironment environment, AgentOutput output,
			CancellationSource cancellation) {
		this.invocation = invocation;
		this.backEnds = backEnds;
		this.engine = engine;
		this.environment = environment;
		this.output = output;
		this.cancellation = cancellation;
		this.catalog = OptionCatalog.of(backEnds.all(), AgentName.of(invocation.command()).defaults());
		this.report = new OutcomeReport(output);
	}

	/** {@return the exit code; empty when only a process of the caller's own can answer} */
	OptionalInt run() {
		try {
			RawOptions raw = parse();
			if (environment.callersFolder().isPresent() && RelativeFiles.areNamed(raw, catalog, environment.callersFolder().get())) {
				return OptionalInt.empty();
			}
			return OptionalInt.of(answer(raw).value());
		} catch (FenceException e) {
			return OptionalInt.of(report.fail(e.problem()).value());
		} finally {
			output.close();
		}
	}

	private RawOptions parse() throws FenceException {
		try {
			return invocation.arguments().isEmpty() ? StandardInputParser.parse(invocation.in(), catalog)
					: ArgumentParser.parse(invocation.arguments(), catalog);
		} catch (FenceException e) {
			// An option may be unknown just because the back end that declares it was left out.
			warnOfBackEnds();
			throw e;
		}
	}

	private void warnOfBackEnds() {
		backEnds.problems().forEach(output::warning);
		catalog.problems().forEach(output::warning);
	}

	private ExitCode answer(RawOptions raw) throws FenceException {
		if (raw.flag(CoreOptions.HELP)) {
			return print(HelpText.of(invocation.command(), catalog));
		}
		if (raw.flag(CoreOptions.VERSION)) {
			return print(NLS.bind(Messages.version, invocation.command(), environment.version()) + "\n");
		}
		FenceAction action = actionOf(raw);
		if (action.describesTheAgent()) {
			return print(AgentMetadata.of(invocation.command(), catalog, backEnds));
		}
		output.configure(raw.flag(CoreOptions.QUIET), isVerbose(raw));
		openDebugFile(raw, action);
		warnOfBackEnds();
		raw.warnings().forEach(output::warning);
		AuditJournal journal = new AuditJournal(raw.value(CoreOptions.AUDIT_FILE), environment.log(), output);
		if (action == FenceAction.VALIDATE_ALL) {
			journal.requireFile();
		}
		return checkAndCarryOut(raw, action, journal);
	}

	/** Not to be able to write about it is no reason not to fence, but a reason not to call the options sound. */
	private void openDebugFile(RawOptions raw, FenceAction action) throws FenceException {
		Optional<String> path = raw.value(CoreOptions.DEBUG_FILE).filter(text -> !text.isEmpty());
		if (path.isEmpty()) {
			return;
		}
		try {
			output.copyTo(DebugFile.open(path.get(), invocation.command(), Clock.systemUTC()));
		} catch (IOException e) {
			String message = NLS.bind(Messages.debug_file_failed, e.getMessage());
			if (action == FenceAction.VALIDATE_ALL) {
				throw new FenceException(FenceProblem.Kind.OPTION, message, Messages.file_advice);
			}
			output.warning(message);
		}
	}

	private ExitCode checkAndCarryOut(RawOptions raw, FenceAction action, AuditJournal journal) {
		AuditTrail trail = trailOf(raw, journal);
		ExitCode code;
		try {
			FenceBackEnd backEnd = backEndOf(raw);
			Optional<FenceBackEnd> fallback = fallbackOf(raw, backEnd);
			CheckedOptions checked = OptionChecker.check(raw, action, requiredOptions(backEnd, fallback), catalog);
			if (checked instanceof CheckedOptions.Accepted accepted) {
				accepted.warnings().forEach(output::warning);
				code = carryOut(action, backEnd, fallback, accepted.values(), trail);
			} else {
				code = refuse(raw, action, ((CheckedOptions.Rejected) checked).problems(), trail);
			}
		} catch (FenceException e) {
			code = refuse(raw, action, List.of(e.problem()), trail);
		}
		journal.write();
		return code;
	}

	private static Set<String> requiredOptions(FenceBackEnd backEnd, Optional<FenceBackEnd> fallback) throws FenceException {
		Set<String> required = new HashSet<>(BackEndCalls.requiredOptions(backEnd));
		if (fallback.isPresent()) {
			required.addAll(BackEndCalls.requiredOptions(fallback.get()));
		}
		return required;
	}

	/** The request ends before the engine knows of it. */
	private ExitCode refuse(RawOptions raw, FenceAction action, List<FenceProblem> problems, AuditTrail trail) {
		problems.forEach(output::problem);
		trail.refused(action, raw, catalog, problems);
		return ExitCode.FAILURE;
	}

	private ExitCode carryOut(FenceAction action, FenceBackEnd backEnd, Optional<FenceBackEnd> fallback, OptionValues options,
			AuditTrail trail) {
		PlugListing listing = new PlugListing(output, options.text(CoreOptions.SEPARATOR).orElse(","), action == FenceAction.LIST_STATUS,
				cancellation);
		Optional<PlugSelector> plug = options.text(CoreOptions.PLUG)
				.map(text -> new PlugSelector(text, options.text(StandardOptions.VMWARE_DATACENTER)));
		FenceSettings settings = FenceSettings.of(options, environment.isPacemaker());
		FenceRequest request = new FenceRequest(action, plug, backEnd, fallback, options, settings, listing);
		FenceOutcome outcome = engine.run(request, cancellation, output, trail);
		listing.finish();
		if (output.isReaderGone()) {
			return nobodyReads();
		}
		return report.tell(outcome);
	}

	private AuditTrail trailOf(RawOptions raw, AuditJournal journal) {
		AuditRecord.Caller caller = new AuditRecord.Caller(Optional.ofNullable(environment.fencer()), raw.nodeName(), environment.user());
		return new AuditTrail(caller, Clock.systemUTC(), journal::add);
	}

	private ExitCode print(String text) {
		ExitCode code = report.announce(text, ExitCode.SUCCESS);
		return output.isReaderGone() ? nobodyReads() : code;
	}

	private ExitCode nobodyReads() {
		return report.fail(new FenceProblem(FenceProblem.Kind.PROTOCOL, Messages.nobody_reads, Messages.nobody_reads_advice));
	}

	private FenceAction actionOf(RawOptions raw) throws FenceException {
		Optional<String> text = raw.value(CoreOptions.ACTION);
		if (text.isEmpty()) {
			return FenceAction.REBOOT;
		}
		Optional<FenceAction> action = FenceAction.of(text.get());
		if (action.isPresent()) {
			return action.get();
		}
		String shown = SHOWABLE_ACTION.matcher(text.get()).matches() ? NLS.bind(Messages.unrecognised_action, text.get())
				: Messages.unrecognised_action_not_shown;
		throw new FenceException(FenceProblem.Kind.OPTION, shown, NLS.bind(Messages.actions, FenceAction.words()));
	}

	private FenceBackEnd backEndOf(RawOptions raw) throws FenceException {
		String type = raw.value(CoreOptions.VMWARE_TYPE).filter(text -> !text.isBlank())
				.or(() -> catalog.byKey(CoreOptions.VMWARE_TYPE).flatMap(OptionDeclaration::defaultValue)).orElseThrow();
		return installed(type, CoreOptions.VMWARE_TYPE);
	}

	private Optional<FenceBackEnd> fallbackOf(RawOptions raw, FenceBackEnd first) throws FenceException {
		Optional<String> type = raw.value(CoreOptions.FALLBACK_TYPE).filter(text -> !text.isBlank());
		if (type.isEmpty()) {
			return Optional.empty();
		}
		FenceBackEnd fallback = installed(type.get(), CoreOptions.FALLBACK_TYPE);
		if (fallback == first) {
			throw new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.same_type, CoreOptions.VMWARE_TYPE, CoreOptions.FALLBACK_TYPE),
					NLS.bind(Messages.same_type_advice, CoreOptions.FALLBACK_TYPE, backEnds.types()));
		}
		return Optional.of(fallback);
	}

	private FenceBackEnd installed(String type, String option) throws FenceException {
		return backEnds.find(type.strip().toLowerCase(Locale.ROOT)).orElseThrow(() -> new FenceException(FenceProblem.Kind.OPTION,
				NLS.bind(Messages.unknown_type, option),
				backEnds.all().isEmpty() ? Messages.no_types : NLS.bind(Messages.types, backEnds.types())));
	}

	private static boolean isVerbose(RawOptions raw) {
		Optional<String> level = raw.value(CoreOptions.VERBOSE_LEVEL);
		return level.isPresent() ? !level.get().strip().equals("0") : raw.flag(CoreOptions.VERBOSE);
	}
}

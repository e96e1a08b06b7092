package org.palisade.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceProblem;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.MonotonicClock;
import org.palisade.api.time.Pause;
import org.palisade.connections.ConnectionOptions;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.core.backend.InstalledBackEnds;
import org.palisade.core.engine.AuditRecord;
import org.palisade.core.engine.AuditTrail;
import org.palisade.core.engine.FenceEngine;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceRequest;
import org.palisade.core.engine.FenceSettings;
import org.palisade.core.option.CheckedOptions;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/** Carries operations out, by the engine of the agent. Thread-safe. */
@Component(service = OperationRunner.class)
public final class OperationRunner {

	/** Who asks, in the audit trail. */
	private static final String SERVICE = "palisade-workbench";

	private final BackEndRegistry backEnds;
	private final MonotonicClock monotonicClock;
	private final Clock clock;

	/** A runner for the back ends that are installed. */
	@Activate
	public OperationRunner(@Reference BackEndRegistry backEnds) {
		this(backEnds, MonotonicClock.system(), Clock.systemUTC());
	}

	OperationRunner(BackEndRegistry backEnds, MonotonicClock monotonicClock, Clock clock) {
		this.backEnds = Objects.requireNonNull(backEnds);
		this.monotonicClock = monotonicClock;
		this.clock = clock;
	}

	/**
	 * Carries one operation out, in the calling thread.
	 *
	 * @param operation what to do
	 * @param cancellation ends it soon
	 * @param observer follows it
	 * @return how it ended, whatever went wrong
	 */
	public OperationResult run(Operation operation, Cancellation cancellation, OperationObserver observer) {
		InstalledBackEnds installed = backEnds.installed();
		Optional<FenceBackEnd> backEnd = installed.find(operation.connection().backEndType());
		if (backEnd.isEmpty()) {
			return refused(operation, new FenceProblem(FenceProblem.Kind.OPTION, NLS.bind(Messages.no_back_end, operation.connection().backEndType()),
					Messages.no_back_end_advice));
		}
		CheckedOptions checked = ConnectionOptions.check(operation.connection(), operation.credentials(), operation.plug(), operation.action(), operation.further(),
				installed);
		if (checked instanceof CheckedOptions.Rejected rejected) {
			return refused(operation, rejected.problems().get(0));
		}
		return carryOut(operation, backEnd.get(), ((CheckedOptions.Accepted) checked).values(), cancellation, observer);
	}

	private OperationResult carryOut(Operation operation, FenceBackEnd backEnd, OptionValues options, Cancellation cancellation,
			OperationObserver observer) {
		FenceAction action = operation.action();
		FenceSettings settings = FenceSettings.of(options, false);
		Optional<PlugSelector> plug = operation.plug().map(text -> new PlugSelector(text, operation.connection().datacenter()));
		observer.limited(settings.runLimit(action, plug));
		PhaseRecorder phases = new PhaseRecorder(monotonicClock, observer::phase);
		List<String> warnings = new ArrayList<>();
		List<AuditRecord> records = new ArrayList<>();
		AuditTrail trail = new AuditTrail(caller(), clock, records::add);
		Instant begin = now();
		long start = monotonicClock.nanoTime();
		FenceOutcome outcome = new FenceEngine(monotonicClock, Pause.system()).run(
				new FenceRequest(action, plug, new ObservedBackEnd(backEnd, phases), Optional.empty(), options, settings, row -> { }), cancellation,
				collecting(warnings, observer), trail);
		Duration duration = Duration.ofNanos(monotonicClock.nanoTime() - start);
		// The engine leaves records of what changes power; the rest is remembered as well.
		AuditRecord record = records.isEmpty() ? record(operation, phases.plug(), begin, duration, outcome) : records.get(0);
		return new OperationResult(HistoryEntry.of(record, phases.timings()), outcome, warnings);
	}

	private OperationResult refused(Operation operation, FenceProblem problem) {
		FenceOutcome outcome = new FenceOutcome.Failed(problem);
		return new OperationResult(HistoryEntry.of(record(operation, Optional.empty(), now(), Duration.ZERO, outcome), List.of()), outcome, List.of());
	}

	private static AuditRecord record(Operation operation, Optional<Plug> found, Instant begin, Duration duration, FenceOutcome outcome) {
		return new AuditRecord(begin, caller(), operation.plug().orElse(""), found, operation.connection().address(),
				operation.connection().backEndType(), operation.action(), PowerMethod.ONOFF, List.of(), duration, outcome);
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private static AuditRecord.Caller caller() {
		return new AuditRecord.Caller(Optional.of(SERVICE), Optional.empty(), System.getProperty("user.name", ""));
	}

	private static Diagnostics collecting(List<String> warnings, Diagnostics diagnostics) {
		return new Diagnostics() {
			@Override
			public void warning(String message) {
				warnings.add(message);
				diagnostics.warning(message);
			}

			@Override
			public void detail(String message) {
				diagnostics.detail(message);
			}
		};
	}
}

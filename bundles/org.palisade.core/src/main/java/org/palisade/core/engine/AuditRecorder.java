package org.palisade.core.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.MonotonicClock;
import org.palisade.core.engine.PlugLookup.FoundPlug;

/** Follows one run, and hands over a record for each of its plugs in the end. */
final class AuditRecorder {

	private final FenceRequest request;
	private final AuditTrail trail;
	private final Redactor redactor;
	private final Instant begin;
	private final Stopwatch stopwatch;
	private final List<PlugHistory> histories = new ArrayList<>();

	AuditRecorder(FenceRequest request, AuditTrail trail, Redactor redactor, MonotonicClock clock) {
		this.request = request;
		this.trail = trail;
		this.redactor = redactor;
		this.begin = trail.clock().instant().truncatedTo(ChronoUnit.MILLIS);
		this.stopwatch = new Stopwatch(clock);
	}

	/** {@return where to note what is seen of a plug from now on} */
	PlugHistory follow(FoundPlug found) {
		PlugHistory history = new PlugHistory(found.asked(), found.plug(), stopwatch);
		histories.add(history);
		return history;
	}

	/**
	 * Hands the records over, if the request was about power. A request that ended before its plugs were found leaves one as well.
	 *
	 * @param outcome that of the request
	 * @param backEnd the back end that was called last
	 */
	void finish(FenceOutcome outcome, FenceBackEnd backEnd) {
		if (!request.action().changesPower()) {
			return;
		}
		if (histories.isEmpty()) {
			String asked = request.plug().map(PlugSelector::text).orElse("");
			histories.add(new PlugHistory(asked, Optional.empty(), stopwatch));
		}
		for (PlugHistory history : histories) {
			trail.records().accept(record(history, history.outcome().orElse(outcome), typeOf(backEnd)));
		}
	}

	private AuditRecord record(PlugHistory history, FenceOutcome outcome, String type) {
		String server = request.options().text(StandardOptions.IP).orElse("");
		return new AuditRecord(begin, redactor.redact(trail.caller()), redactor.redact(history.asked()), history.found().map(this::redact),
				redactor.redact(server), type, request.action(), request.settings().method(),
				history.states(), history.duration(), alone(outcome));
	}

	/** A back end that does not tell its type is no reason not to leave a record. */
	private static String typeOf(FenceBackEnd backEnd) {
		try {
			return backEnd.type();
		} catch (RuntimeException | LinkageError e) {
			return backEnd.getClass().getName();
		}
	}

	/** What came of the other plugs is in their records. */
	private static FenceOutcome alone(FenceOutcome outcome) {
		return outcome instanceof FenceOutcome.Succeeded succeeded ? new FenceOutcome.Succeeded(succeeded.achievement())
				: new FenceOutcome.Failed(((FenceOutcome.Failed) outcome).problem());
	}

	private Plug redact(Plug plug) {
		return new Plug(redactor.redact(plug.id()), redactor.redact(plug.name()), redactor.redact(plug.path()),
				plug.uuids().map(redactor::redact), plug.template());
	}
}

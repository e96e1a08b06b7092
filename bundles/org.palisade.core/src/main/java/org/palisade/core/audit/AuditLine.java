package org.palisade.core.audit;

import java.util.Optional;
import java.util.StringJoiner;

import org.palisade.api.FenceProblem;
import org.palisade.api.Plug;
import org.palisade.core.engine.AuditRecord;
import org.palisade.core.engine.AuditRecord.SeenState;
import org.palisade.core.engine.FenceOutcome;

/** An {@link AuditRecord} as one line of {@code key=value} pairs. The keys and their order are a format that others read: they only ever grow. */
public final class AuditLine {

	/** Follows a state that cannot be relied on. */
	private static final String DOUBT = "?";

	private AuditLine() {
	}

	/** {@return the record as a line, without a line break at its end} */
	public static String of(AuditRecord record) {
		Optional<Plug> plug = record.found();
		Logfmt line = new Logfmt().add("time", record.time().toString())
				.add("service", record.caller().service().orElse(""))
				.add("nodename", record.caller().nodeName().orElse(""))
				.add("user", record.caller().user())
				.add("server", record.server())
				.add("type", record.backEndType())
				.add("action", record.action().word())
				.add("method", record.method().word())
				.add("plug", record.plug())
				.add("id", plug.map(Plug::id).orElse(""))
				.add("uuids", plug.flatMap(Plug::uuids).orElse(""))
				.add("path", plug.map(Plug::path).orElse(""))
				.add("states", states(record))
				.add("duration_ms", Long.toString(record.duration().toMillis()));
		addOutcome(line, record.outcome());
		return line.toString();
	}

	private static String states(AuditRecord record) {
		StringJoiner states = new StringJoiner(",");
		for (SeenState state : record.states()) {
			states.add(state.power().name() + (state.doubtful() ? DOUBT : ""));
		}
		return states.toString();
	}

	/** The message comes last, because it is the longest, and a system's log may cut a line off. */
	private static void addOutcome(Logfmt line, FenceOutcome outcome) {
		if (outcome instanceof FenceOutcome.Succeeded succeeded) {
			line.add("outcome", succeeded.achievement().name());
			return;
		}
		FenceProblem problem = ((FenceOutcome.Failed) outcome).problem();
		line.add("outcome", "FAILED").add("kind", problem.kind().name()).add("message", problem.message());
	}
}

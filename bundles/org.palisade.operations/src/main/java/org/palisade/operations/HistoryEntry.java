package org.palisade.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.palisade.core.audit.AuditLine;
import org.palisade.core.engine.AuditRecord;

/**
 * One operation as a line of the audit trail tells it, by whomever it was carried out. Texts that the line does not have are empty. Immutable.
 *
 * @param time when it began
 * @param service the program that asked
 * @param nodeName the cluster node that was meant
 * @param user the user under whom it was asked
 * @param server the address of the server
 * @param backEndType the type of the back end
 * @param action what was asked for, a word of the fence-agent contract
 * @param method how a reboot was done
 * @param plug the plug as it was asked for
 * @param id what the server addresses the plug by
 * @param uuids its UUIDs
 * @param path its inventory path
 * @param states the power states that were seen, in order, with commas between; a question mark after one that is in doubt
 * @param duration how long it took
 * @param outcome what was achieved, or {@code FAILED}
 * @param kind the kind of a failure
 * @param message what a failure is about
 * @param phases when its steps ran; only known of operations of this workbench
 * @param line the line itself
 */
public record HistoryEntry(Instant time, String service, String nodeName, String user, String server, String backEndType, String action,
		String method, String plug, String id, String uuids, String path, String states, Duration duration, String outcome, String kind,
		String message, List<PhaseTiming> phases, String line) {

	private static final String FAILED = "FAILED";
	private static final String PHASES = "phases";

	/** Refuses nulls and copies the list. */
	public HistoryEntry {
		Objects.requireNonNull(time);
		Objects.requireNonNull(duration);
		phases = List.copyOf(phases);
	}

	/** {@return the entry of a record} */
	static HistoryEntry of(AuditRecord record, List<PhaseTiming> phases) {
		return parse(line(record, phases)).orElseThrow();
	}

	/** {@return the record as a line of the audit trail, with the phases at its end} */
	static String line(AuditRecord record, List<PhaseTiming> phases) {
		return AuditLine.of(record) + (phases.isEmpty() ? "" : " " + PHASES + "=" + PhaseList.write(phases));
	}

	/** {@return the entry that a line tells; empty when it is not a line of an audit trail} */
	public static Optional<HistoryEntry> parse(String line) {
		Map<String, String> values = LogfmtReader.read(line);
		try {
			Instant time = Instant.parse(values.getOrDefault("time", ""));
			Duration duration = Duration.ofMillis(Long.parseLong(values.getOrDefault("duration_ms", "0")));
			return Optional.of(new HistoryEntry(time, text(values, "service"), text(values, "nodename"), text(values, "user"), text(values, "server"),
					text(values, "type"), text(values, "action"), text(values, "method"), text(values, "plug"), text(values, "id"),
					text(values, "uuids"), text(values, "path"), text(values, "states"), duration, text(values, "outcome"), text(values, "kind"),
					text(values, "message"), PhaseList.read(text(values, PHASES)), line));
		} catch (DateTimeParseException | NumberFormatException notOurs) {
			return Optional.empty();
		}
	}

	private static String text(Map<String, String> values, String key) {
		return values.getOrDefault(key, "");
	}

	/** {@return whether it failed} */
	public boolean failed() {
		return outcome.equals(FAILED);
	}

	/** {@return the path of the plug, or what was asked for when none was found} */
	public String shownPlug() {
		return path.isEmpty() ? plug : path;
	}

	/** {@return all texts by which a user may look for this entry} */
	public List<String> texts() {
		List<String> texts = new ArrayList<>(List.of(time.toString(), service, nodeName, user, server, backEndType, action, plug, id, uuids, path,
				states, outcome, kind, message));
		texts.removeIf(String::isEmpty);
		return texts;
	}
}

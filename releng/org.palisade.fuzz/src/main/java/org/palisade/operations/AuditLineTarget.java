package org.palisade.operations;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.palisade.api.FenceProblem;
import org.palisade.api.Plug;
import org.palisade.core.audit.AuditLine;
import org.palisade.core.engine.AuditRecord;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;
import org.palisade.fuzz.Property;

/** A line of the audit trail: whatever it is, it is read or is none; and whatever a record holds, it is one line that says the same when it is read. */
public final class AuditLineTarget {

	private static final int TEXTS = 8;

	private AuditLineTarget() {
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) {
		HistoryEntry.parse(new String(input, StandardCharsets.UTF_8)).ifPresent(HistoryEntry::texts);
		// Two bytes a character, so that there are halves of characters too.
		String[] texts = new String(input, StandardCharsets.UTF_16BE).split("\n", TEXTS);
		requireReadable(record(texts));
		requireReadable(record(new String(input, StandardCharsets.UTF_8).split("\n", TEXTS)));
	}

	private static String text(String[] texts, int index) {
		return index < texts.length ? texts[index] : "";
	}

	private static AuditRecord record(String[] texts) {
		Plug plug = new Plug(text(texts, 0), text(texts, 1), text(texts, 2), Optional.of(text(texts, 3)), false);
		return new AuditRecord(Instant.EPOCH, new AuditRecord.Caller(Optional.of(text(texts, 4)), Optional.of(text(texts, 5)), text(texts, 6)), text(texts, 1),
				Optional.of(plug), text(texts, 2), "esx", FenceAction.OFF, PowerMethod.ONOFF, List.of(), Duration.ZERO,
				new FenceOutcome.Failed(new FenceProblem(FenceProblem.Kind.TASK, text(texts, 7), "")));
	}

	private static void requireReadable(AuditRecord record) {
		String line = AuditLine.of(record);
		Property.require(line.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029'), "a record is one line");
		HistoryEntry entry = HistoryEntry.parse(line).orElseThrow();
		Plug plug = record.found().orElseThrow();
		Property.requireEqual(List.of(plug.id(), record.plug(), plug.path(), plug.uuids().orElseThrow(), record.server()),
				List.of(entry.id(), entry.plug(), entry.path(), entry.uuids(), entry.server()), "what was written is read");
		AuditRecord.Caller caller = record.caller();
		Property.requireEqual(List.of(caller.service().orElseThrow(), caller.nodeName().orElseThrow(), caller.user()),
				List.of(entry.service(), entry.nodeName(), entry.user()), "who asked is read");
		Property.requireEqual(((FenceOutcome.Failed) record.outcome()).problem().message(), entry.message(), "the message is read");
		Property.require(entry.failed(), "a failure stays one");
	}
}

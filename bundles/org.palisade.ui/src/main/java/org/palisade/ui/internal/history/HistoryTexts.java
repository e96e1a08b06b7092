package org.palisade.ui.internal.history;

import java.time.Duration;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.palisade.operations.HistoryEntry;

/** Entries in words. */
final class HistoryTexts {

	private HistoryTexts() {
	}

	/** {@return the outcome in words, the word itself when a later version has made it} */
	static String outcome(HistoryEntry entry) {
		return switch (entry.outcome()) {
			case "POWERED_ON" -> Messages.powered_on;
			case "ALREADY_ON" -> Messages.already_on;
			case "POWERED_OFF" -> Messages.powered_off;
			case "ALREADY_OFF" -> Messages.already_off;
			case "REBOOTED" -> Messages.rebooted;
			case "IS_ON" -> Messages.is_on;
			case "IS_OFF" -> Messages.is_off;
			case "USABLE" -> Messages.usable;
			case "FAILED" -> NLS.bind(Messages.failed, entry.kind().toLowerCase(Locale.ROOT));
			default -> entry.outcome();
		};
	}

	static String duration(Duration duration) {
		return NLS.bind(Messages.milliseconds, String.format("%,d", duration.toMillis()));
	}
}

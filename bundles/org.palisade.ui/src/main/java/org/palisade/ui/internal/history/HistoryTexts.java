package org.palisade.ui.internal.history;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	/** {@return the action in words, the word itself when a later version has made it} */
	static String action(HistoryEntry entry) {
		return switch (entry.action()) {
			case "on" -> Messages.action_on;
			case "off" -> Messages.action_off;
			case "reboot" -> Messages.action_reboot;
			case "status" -> Messages.action_status;
			case "monitor" -> Messages.action_monitor;
			default -> entry.action();
		};
	}

	/** {@return the power states that were seen, in words and in their order} */
	static String states(HistoryEntry entry) {
		return Stream.of(entry.states().split(",")).map(HistoryTexts::state).collect(Collectors.joining(" \u2192 "));
	}

	private static String state(String word) {
		return switch (word) {
			case "ON" -> Messages.state_on;
			case "OFF" -> Messages.state_off;
			case "SUSPENDED" -> Messages.state_suspended;
			case "UNKNOWN" -> Messages.state_unknown;
			default -> word;
		};
	}

	/** {@return whether one of the texts that are shown of an entry, or that are kept of it, contains a text in small letters} */
	static boolean contain(HistoryEntry entry, String wanted) {
		return Stream.concat(entry.texts().stream(), Stream.of(action(entry), outcome(entry), states(entry)))
				.anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
	}

	static String duration(Duration duration) {
		return NLS.bind(Messages.milliseconds, String.format("%,d", duration.toMillis()));
	}
}

package org.palisade.backend.ssh.internal;

import java.util.ArrayList;
import java.util.List;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;

/** Keeps what was said. */
final class RecordedDiagnostics implements Diagnostics {

	private final List<String> warnings = new ArrayList<>();
	private final List<String> details = new ArrayList<>();

	@Override
	public synchronized void warning(String message) {
		warnings.add(message);
	}

	@Override
	public synchronized void detail(String message) {
		details.add(message);
	}

	synchronized List<String> warnings() {
		return List.copyOf(warnings);
	}

	synchronized String everything() {
		return warnings + "\n" + details;
	}

	/** Everything of an exception that could reach a log. */
	static String everythingOf(FenceException exception) {
		StringBuilder text = new StringBuilder(exception.problem().toString());
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			text.append('\n').append(cause);
		}
		return text.toString();
	}
}

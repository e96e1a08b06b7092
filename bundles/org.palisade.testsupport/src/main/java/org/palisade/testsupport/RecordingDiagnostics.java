package org.palisade.testsupport;

import java.util.ArrayList;
import java.util.List;

import org.palisade.api.Diagnostics;

/** Keeps what was told. */
public final class RecordingDiagnostics implements Diagnostics {

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

	/** {@return the warnings so far} */
	public synchronized List<String> warnings() {
		return List.copyOf(warnings);
	}

	/** {@return the details so far} */
	public synchronized List<String> details() {
		return List.copyOf(details);
	}

	/** {@return all that was told, in one text} */
	public synchronized String everything() {
		return warnings + "\n" + details;
	}
}

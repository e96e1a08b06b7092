package org.palisade.backend.vmrun.internal;

import java.util.ArrayList;
import java.util.List;

import org.palisade.api.Diagnostics;

/** Keeps what was told. */
final class RecordingDiagnostics implements Diagnostics {

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

	synchronized List<String> details() {
		return List.copyOf(details);
	}
}

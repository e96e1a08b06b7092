package org.palisade.ui.internal;

import java.time.Duration;

import org.palisade.api.Diagnostics;
import org.palisade.operations.OperationObserver;
import org.palisade.operations.Phase;
import org.palisade.ui.internal.console.FenceConsole;

/** Writes to the console and shows nothing else. */
public class SilentObserver implements OperationObserver {

	private final Diagnostics console;

	/**
	 * @param subject what the lines in the console are about
	 */
	public SilentObserver(String subject) {
		this.console = FenceConsole.diagnostics(subject);
	}

	@Override
	public void warning(String message) {
		console.warning(message);
	}

	@Override
	public void detail(String message) {
		console.detail(message);
	}

	@Override
	public void limited(Duration limit) {
		// whoever waits has a Cancel button
	}

	@Override
	public void phase(Phase phase) {
		// the result tells how far it got
	}
}

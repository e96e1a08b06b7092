package org.palisade.ui.internal.command;

import org.palisade.core.option.FenceAction;
import org.palisade.ui.internal.Commands;

/** Reads the power state from the server. */
public final class StatusHandler extends HarmlessHandler {

	/** The handler of the command. */
	public StatusHandler() {
		super(FenceAction.STATUS, Commands.STATUS, Messages.title_status);
	}
}

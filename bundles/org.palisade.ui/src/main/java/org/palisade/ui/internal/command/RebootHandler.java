package org.palisade.ui.internal.command;

import org.palisade.core.option.FenceAction;
import org.palisade.ui.internal.Commands;

/** Powers machines off hard, verifies it, and powers them on again. */
public final class RebootHandler extends ChangeHandler {

	/** The handler of the command. */
	public RebootHandler() {
		super(FenceAction.REBOOT, Commands.REBOOT, Messages.title_reboot);
	}
}

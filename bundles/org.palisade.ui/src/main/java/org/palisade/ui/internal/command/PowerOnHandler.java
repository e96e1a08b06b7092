package org.palisade.ui.internal.command;

import org.palisade.core.option.FenceAction;
import org.palisade.ui.internal.Commands;

/** Powers machines on. */
public final class PowerOnHandler extends HarmlessHandler {

	/** The handler of the command. */
	public PowerOnHandler() {
		super(FenceAction.ON, Commands.ON, Messages.title_on);
	}
}

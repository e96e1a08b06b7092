package org.palisade.ui.internal.command;

import org.palisade.core.option.FenceAction;
import org.palisade.ui.internal.Commands;

/** Powers machines off hard, and verifies it. */
public final class FenceOffHandler extends ChangeHandler {

	/** The handler of the command. */
	public FenceOffHandler() {
		super(FenceAction.OFF, Commands.OFF, Messages.title_off);
	}
}

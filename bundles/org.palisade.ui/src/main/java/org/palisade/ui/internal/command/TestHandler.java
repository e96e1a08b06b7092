package org.palisade.ui.internal.command;

import org.palisade.core.option.FenceAction;
import org.palisade.ui.internal.Commands;

/** Tells whether fencing would work: logs in, looks the machine up and checks the privileges for it. Powers nothing. */
public final class TestHandler extends HarmlessHandler {

	/** The handler of the command. */
	public TestHandler() {
		super(FenceAction.MONITOR, Commands.TEST, Messages.title_test);
	}
}

package org.palisade.tck;

import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;

/** A back end whose sessions are wrong in one thing. */
abstract class WrongSession extends AlteredBackEnd {

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		return wrong(super.open(options, context, deadline));
	}

	abstract FenceSession wrong(FenceSession good);
}

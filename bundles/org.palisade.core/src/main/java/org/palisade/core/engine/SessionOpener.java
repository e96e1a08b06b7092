package org.palisade.core.engine;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;

/**
 * How the engine comes by the session of a run: from the back end, or by way of somebody who keeps sessions or follows what is done in
 * them. Implementations are thread-safe.
 */
@FunctionalInterface
public interface SessionOpener {

	/**
	 * {@return a session of the back end, which the engine closes} What is passed and thrown is as for {@link FenceBackEnd#open}.
	 *
	 * @throws FenceException when there is none to be had
	 */
	FenceSession open(FenceBackEnd backEnd, OptionValues options, SessionContext context, Deadline deadline) throws FenceException;

	/** {@return the way that makes no detour: each session is opened by its back end} */
	static SessionOpener direct() {
		return FenceBackEnd::open;
	}
}

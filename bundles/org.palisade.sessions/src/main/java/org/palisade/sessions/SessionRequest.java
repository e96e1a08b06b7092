package org.palisade.sessions;

import java.time.Duration;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;
import org.palisade.core.engine.SessionOpener;

/** What one request needs for a session of its own. Used by one thread. */
final class SessionRequest {

	private final SessionOpener opener;
	private final FenceBackEnd backEnd;
	private final OptionValues options;
	private final SessionContext context;
	private final SessionKey key;
	private final Duration answerLimit;
	private final Duration loginLimit;
	private KeptSession opened;

	/**
	 * @param deadline by when a session that is opened now must be open; one that is opened later may take as long
	 */
	SessionRequest(SessionOpener opener, FenceBackEnd backEnd, OptionValues options, SessionContext context, Deadline deadline, byte[] salt) {
		this.opener = opener;
		this.backEnd = backEnd;
		this.options = options;
		this.context = context;
		this.answerLimit = rounded(context.answerLimit());
		this.loginLimit = deadline.remaining();
		this.key = SessionKey.of(backEnd, options, answerLimit, salt);
	}

	/**
	 * The time left of a run differs by a little from request to request, and must not make every session another one. Up to a second, or
	 * above ten seconds up to a minute, is allowed on top for a single answer; the deadlines of the run hold all the same.
	 */
	private static Duration rounded(Duration limit) {
		long unit = limit.compareTo(Duration.ofSeconds(10)) > 0 ? 60 : 1;
		long seconds = limit.plusNanos(999_999_999).toSeconds();
		return Duration.ofSeconds((seconds + unit - 1) / unit * unit);
	}

	SessionKey key() {
		return key;
	}

	SessionContext context() {
		return context;
	}

	/** Opens a session for this request. */
	KeptSession open(Deadline deadline) throws FenceException {
		opened = new KeptSession(key, context, answerLimit,
				sessionContext -> opener.open(backEnd, options, sessionContext, deadline.within(loginLimit)));
		return opened;
	}

	/** {@return whether that session was opened for this request} */
	boolean isServedBy(KeptSession session) {
		return session == opened;
	}
}

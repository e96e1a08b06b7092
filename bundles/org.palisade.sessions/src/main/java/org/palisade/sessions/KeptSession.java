package org.palisade.sessions;

import java.time.Duration;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.CancellationSource;

/**
 * A session of a back end together with the link from it to the request that uses it now. Its cancellation is its own, because a
 * session that was cancelled once stays so and is not used again.
 */
final class KeptSession {

	/** Opens the session of a back end. */
	@FunctionalInterface
	interface Opening {
		FenceSession open(SessionContext context) throws FenceException;
	}

	private static final Cancellation.Registration NONE = () -> { };

	private final CancellationSource cancellation = new CancellationSource();
	private final SessionKey key;
	private final FenceSession session;
	private volatile Diagnostics diagnostics = Diagnostics.none();
	private Cancellation.Registration registration = NONE;
	private volatile long usedAt;
	private volatile long heardAt;

	/**
	 * Opens a session.
	 *
	 * @param request the context of the request that uses it first
	 * @param answerLimit of the session, not less than that of any request with this key
	 */
	KeptSession(SessionKey key, SessionContext request, Duration answerLimit, Opening opening) throws FenceException {
		this.key = key;
		attach(request);
		try {
			this.session = opening.open(new SessionContext(cancellation, new Forwarding(), answerLimit));
		} catch (FenceException | RuntimeException e) {
			registration.close();
			throw e;
		}
	}

	/** What the session tells goes to that request from now on, whose caller may end it. */
	void attach(SessionContext request) {
		diagnostics = request.diagnostics();
		registration = request.cancellation().onRequest(cancellation::request);
	}

	/** {@return whether another request may use it} */
	boolean isUsable() {
		return !cancellation.requested();
	}

	/** Nobody uses it any more. */
	void detach(long now) {
		registration.close();
		registration = NONE;
		diagnostics = Diagnostics.none();
		usedAt = now;
		heardAt = now;
	}

	SessionKey key() {
		return key;
	}

	FenceSession session() {
		return session;
	}

	/** {@return for how long no request has used it} */
	Duration idle(long now) {
		return Duration.ofNanos(now - usedAt);
	}

	/** {@return for how long the server has heard nothing of it} */
	Duration silent(long now) {
		return Duration.ofNanos(now - heardAt);
	}

	/** The server has just answered. */
	void heard(long now) {
		heardAt = now;
	}

	private final class Forwarding implements Diagnostics {

		@Override
		public void warning(String message) {
			diagnostics.warning(message);
		}

		@Override
		public void detail(String message) {
			diagnostics.detail(message);
		}
	}
}

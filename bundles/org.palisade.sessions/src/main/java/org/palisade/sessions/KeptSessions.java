package org.palisade.sessions;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.core.engine.SessionOpener;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.FenceAction;

/**
 * Keeps the session of a request open for the next one that would open the same, so that neither logs in or out. The cookie never leaves
 * the session of the back end. A monitor always logs in, because it is to tell whether that still works; its session is the one that is
 * kept afterwards. Thread-safe.
 */
public final class KeptSessions implements SessionOpener, AutoCloseable {

	/** A third of the time after which a vCenter ends an idle session by default. */
	private static final Duration SILENCE = Duration.ofMinutes(10);

	private static final Duration QUESTION_LIMIT = Duration.ofSeconds(10);
	private static final Duration LOG_OUT_LIMIT = Duration.ofSeconds(2);

	private final SessionOpener opener;
	private final Set<String> types;
	private final int bound;
	private final Duration idleLimit;
	private final MonotonicClock clock;
	private final Executor background;
	private final byte[] salt = new byte[32];
	private final Deque<KeptSession> idle = new ArrayDeque<>();
	private boolean closed;

	/**
	 * @param opener where sessions come from
	 * @param types the back ends whose sessions are kept, by their types; the others' are passed on
	 * @param bound how many sessions may be kept that no request uses
	 * @param idleLimit how long one is kept after its last request
	 * @param clock measures that
	 * @param background logs out sessions in whose place a request has opened another one, so that it need not wait
	 */
	public KeptSessions(SessionOpener opener, Set<String> types, int bound, Duration idleLimit, MonotonicClock clock, Executor background) {
		this.opener = opener;
		this.types = Set.copyOf(types);
		this.bound = bound;
		this.idleLimit = idleLimit;
		this.clock = clock;
		this.background = background;
		new SecureRandom().nextBytes(salt);
	}

	@Override
	public FenceSession open(FenceBackEnd backEnd, OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		if (!types.contains(backEnd.type())) {
			return opener.open(backEnd, options, context, deadline);
		}
		SessionRequest request = new SessionRequest(opener, backEnd, options, context, deadline, salt);
		boolean logsIn = options.text(CoreOptions.ACTION).flatMap(FenceAction::of).filter(FenceAction.MONITOR::equals).isPresent();
		Optional<KeptSession> kept = logsIn ? Optional.empty() : take(request.key());
		if (kept.isEmpty()) {
			return new LentSession(this, request, request.open(deadline), true, logsIn);
		}
		kept.get().attach(context);
		return new LentSession(this, request, kept.get(), false, false);
	}

	/** The one that was used last, so that those that are not needed grow old. */
	private Optional<KeptSession> take(SessionKey key) {
		synchronized (idle) {
			for (Iterator<KeptSession> sessions = idle.descendingIterator(); sessions.hasNext();) {
				KeptSession session = sessions.next();
				if (session.key().equals(key) && session.idle(clock.nanoTime()).compareTo(idleLimit) <= 0) {
					sessions.remove();
					return Optional.of(session);
				}
			}
		}
		return Optional.empty();
	}

	/**
	 * Takes a session back that its request has left in order.
	 *
	 * @param replacing whether it takes the place of those that would serve the same requests
	 * @return false when it is to be closed instead
	 */
	boolean takeBack(KeptSession session, boolean replacing) {
		if (!session.isUsable()) {
			return false;
		}
		session.session().setAside();
		session.detach(clock.nanoTime());
		List<KeptSession> leaving;
		synchronized (idle) {
			if (closed) {
				return false;
			}
			leaving = removeReplacedBy(session.key(), replacing);
			idle.addLast(session);
			if (idle.size() > bound) {
				leaving.add(idle.removeFirst());
			}
		}
		logOut(leaving);
		return true;
	}

	/** Those of an older password in any case. */
	private List<KeptSession> removeReplacedBy(SessionKey key, boolean replacing) {
		return remove(other -> replacing && other.key().equals(key)
				|| other.key().account().equals(key.account()) && !other.key().secrets().equals(key.secrets()));
	}

	private List<KeptSession> remove(Predicate<KeptSession> condition) {
		List<KeptSession> removed = new ArrayList<>();
		idle.removeIf(session -> condition.test(session) && removed.add(session));
		return removed;
	}

	/** Logs out a session that has died, in case it has not, while the request goes on with another one. */
	void discard(KeptSession session) {
		forget(session);
		logOut(List.of(session));
	}

	/** Unties a session from its request. */
	void forget(KeptSession session) {
		session.detach(clock.nanoTime());
	}

	private void logOut(List<KeptSession> sessions) {
		sessions.forEach(session -> background.execute(() -> close(session)));
	}

	private void close(KeptSession session) {
		session.session().close(Deadline.in(LOG_OUT_LIMIT, clock));
	}

	/**
	 * Logs out what was idle for too long, and has the server hear of the others before it forgets them. To be called every few seconds,
	 * by one thread.
	 */
	public void maintain() {
		List<KeptSession> old;
		List<KeptSession> silent;
		synchronized (idle) {
			long now = clock.nanoTime();
			old = remove(session -> session.idle(now).compareTo(idleLimit) > 0);
			silent = remove(session -> session.silent(now).compareTo(SILENCE) > 0);
		}
		old.forEach(this::close);
		silent.forEach(this::keepAlive);
	}

	private void keepAlive(KeptSession session) {
		if (!answers(session)) {
			close(session);
			return;
		}
		session.heard(clock.nanoTime());
		boolean late;
		synchronized (idle) {
			late = closed;
			if (!late) {
				// In front: it was not used.
				idle.addFirst(session);
			}
		}
		if (late) {
			close(session);
		}
	}

	/** An account that may not do everything has a session all the same. */
	private boolean answers(KeptSession session) {
		try {
			session.session().check(Optional.empty(), Deadline.in(QUESTION_LIMIT, clock));
			return true;
		} catch (FenceException e) {
			return e.problem().kind() == Kind.PRIVILEGE || e.problem().kind() == Kind.NOT_FOUND;
		} catch (RuntimeException e) {
			// Whatever is wrong with it, the maintenance of the others goes on.
			return false;
		}
	}

	/** {@return how many sessions are kept that no request uses} */
	public int idle() {
		synchronized (idle) {
			return idle.size();
		}
	}

	/** Logs out every session that is kept; one that is still used is logged out when its request ends. */
	@Override
	public void close() {
		List<KeptSession> leaving;
		synchronized (idle) {
			closed = true;
			leaving = List.copyOf(idle);
			idle.clear();
		}
		leaving.parallelStream().forEach(this::close);
	}
}

package org.palisade.sessions;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;

/**
 * A session in the hands of one request. One that was kept may have died meanwhile, which shows at the first question: that is then asked
 * again in a new session, once. Only questions are: a power operation is passed on once, whatever comes of it.
 */
final class LentSession implements FenceSession {

	/** A question to the server, which changes nothing there. */
	@FunctionalInterface
	private interface Question<T> {
		T ask(FenceSession session) throws FenceException;
	}

	private final KeptSessions keeper;
	private final SessionRequest request;
	private KeptSession current;
	private boolean proven;
	private boolean replacing;
	private boolean sound = true;
	private boolean discarded;
	private boolean closed;

	/**
	 * @param proven whether the session was opened for this request
	 * @param replacing whether it is to take the place of those that are kept
	 */
	LentSession(KeptSessions keeper, SessionRequest request, KeptSession session, boolean proven, boolean replacing) {
		this.keeper = keeper;
		this.request = request;
		this.current = session;
		this.proven = proven;
		this.replacing = replacing;
	}

	/** Nothing found is asked again too: it may make a success of a fencing, and a dying session may see nothing. */
	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		boolean wasProven = proven;
		List<Plug> plugs = ask(session -> session.find(selector, deadline), deadline);
		if (!plugs.isEmpty() || wasProven || isNew()) {
			return plugs;
		}
		reopen(deadline);
		return tracked(session -> session.find(selector, deadline));
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		return ask(session -> session.read(plug, deadline), deadline);
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		return tracked(session -> session.change(plug, operation, deadline));
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		ask(session -> {
			session.check(plug, deadline);
			return true;
		}, deadline);
	}

	/** Once a row was handed over there is no second time. */
	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		boolean[] begun = new boolean[1];
		Consumer<ListedPlug> noting = row -> {
			begun[0] = true;
			proven = true;
			consumer.accept(row);
		};
		boolean wasProven = proven;
		ask(session -> {
			session.list(withPower, noting, deadline);
			return true;
		}, deadline);
		if (!begun[0] && !wasProven && !isNew()) {
			reopen(deadline);
			tracked(session -> {
				session.list(withPower, consumer, deadline);
				return true;
			});
		}
	}

	private <T> T ask(Question<T> question, Deadline deadline) throws FenceException {
		if (proven) {
			return tracked(question);
		}
		try {
			T answer = question.ask(current.session());
			proven = true;
			return answer;
		} catch (FenceException e) {
			if (proven || !isWorthAnotherSession(e, deadline)) {
				sound = false;
				throw e;
			}
		} catch (RuntimeException | Error e) {
			sound = false;
			throw e;
		}
		reopen(deadline);
		return tracked(question);
	}

	/** Time that has run out or a caller who has given up does not come back with another session. */
	private static boolean isWorthAnotherSession(FenceException failure, Deadline deadline) {
		Kind kind = failure.problem().kind();
		return kind != Kind.TIMEOUT && kind != Kind.CANCELLED && !deadline.expired();
	}

	private <T> T tracked(Question<T> question) throws FenceException {
		boolean answered = false;
		try {
			T answer = question.ask(current.session());
			answered = true;
			return answer;
		} finally {
			sound &= answered;
		}
	}

	private boolean isNew() {
		return request.isServedBy(current);
	}

	private void reopen(Deadline deadline) throws FenceException {
		discarded = true;
		keeper.discard(current);
		current = request.open(deadline);
		discarded = false;
		proven = true;
		// What has killed one, a restart of the server say, has killed the others too.
		replacing = true;
	}

	@Override
	public void close(Deadline deadline) {
		if (closed || discarded) {
			return;
		}
		closed = true;
		if (!sound || !keeper.takeBack(current, replacing)) {
			current.session().close(deadline);
			keeper.forget(current);
		}
	}
}

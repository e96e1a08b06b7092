package org.palisade.sessions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * <p>
 * It implements each method instead of being a {@link org.palisade.api.ForwardingSession}: for each it has to be decided what to do when the session is dead.
 */
final class LentSession implements FenceSession {

	/** A question to the server, which changes nothing there. */
	@FunctionalInterface
	private interface Question<T> {
		T ask(FenceSession session) throws FenceException;
	}

	private final KeptSessions keeper;
	private final SessionRequest request;
	/** What was found from memory by a session that may be dead, with what was asked. */
	private final Map<String, PlugSelector> recalled = new HashMap<>();
	private KeptSession current;
	private boolean proven;
	private boolean replacing;
	private boolean sound = true;
	private boolean discarded;
	private boolean reopened;
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

	/**
	 * Nothing found is asked again too: it may make a success of a fencing, and a dying session may see nothing. What is found from memory alone
	 * does not show that the session is alive. Where a new session finds with less work, the old one makes room for it at once.
	 */
	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		if (!proven && current.session().isTooOldToFind(selector)) {
			reopen(deadline);
		}
		boolean wasProven = proven;
		List<Plug> plugs = ask(session -> session.find(selector, deadline), deadline);
		if (wasProven || isNew()) {
			return plugs;
		}
		if (plugs.isEmpty()) {
			reopenDead(deadline);
			return tracked(session -> session.find(selector, deadline));
		}
		if (plugs.stream().allMatch(current.session()::isRemembered)) {
			proven = false;
			plugs.forEach(plug -> recalled.put(plug.id(), selector));
		}
		return plugs;
	}

	/** It is exchanged by itself when it has. */
	@Override
	public boolean isTooOldToFind(PlugSelector selector) {
		return false;
	}

	@Override
	public boolean isRemembered(Plug plug) {
		return current.session().isRemembered(plug);
	}

	/** A session that was opened since has not found anything yet. */
	@Override
	public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		Optional<List<Plug>> anew = ask(session -> session.findAnew(selector, deadline), deadline);
		return anew.isEmpty() && reopened ? Optional.of(tracked(session -> session.find(selector, deadline))) : anew;
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		return read(plug, session -> session.read(plug, deadline), deadline);
	}

	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		return read(plug, session -> session.readForChange(plug, deadline), deadline);
	}

	private PlugState read(Plug plug, Question<PlugState> reading, Deadline deadline) throws FenceException {
		PlugSelector selector = recalled.get(plug.id());
		KeptSession finder = current;
		return ask(session -> {
			if (selector != null && current != finder) {
				requireFoundAgain(plug, selector, deadline);
			}
			return reading.ask(session);
		}, deadline);
	}

	/** Only the session that remembers a plug knows what its read has to confirm beside the identity. */
	private void requireFoundAgain(Plug plug, PlugSelector selector, Deadline deadline) throws FenceException {
		List<Plug> again = current.session().find(selector, deadline);
		if (again.size() != 1 || !again.get(0).hasIdentityOf(plug)) {
			throw new FenceException(Kind.NOT_FOUND, plug.name(), "");
		}
	}

	@Override
	public void awaitEarlierChange(Deadline deadline) throws FenceException {
		tracked(session -> {
			session.awaitEarlierChange(deadline);
			return true;
		});
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
			reopenDead(deadline);
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
		reopenDead(deadline);
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

	/** What has killed one, a restart of the server say, has killed the others too. */
	private void reopenDead(Deadline deadline) throws FenceException {
		reopen(deadline);
		replacing = true;
	}

	private void reopen(Deadline deadline) throws FenceException {
		discarded = true;
		keeper.discard(current);
		current = request.open(deadline);
		discarded = false;
		reopened = true;
		proven = true;
	}

	/** The keeper does so with what it takes back. */
	@Override
	public void setAside() {
		current.session().setAside();
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

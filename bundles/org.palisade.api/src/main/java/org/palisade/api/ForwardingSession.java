package org.palisade.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.time.Deadline;

/**
 * A session that passes every call on to another one. Whoever stands before a session and has something to do at some of its methods extends this and
 * overrides those. A method that the API gets later is passed on too; a class that implements {@link FenceSession} by itself would answer it with the
 * default, which is true of a session with nothing behind it and wrong for this one.
 * <p>
 * Each method is passed on to the same one of the other session, {@link #readForChange} not to {@link #read} and {@link #findAnew} not to {@link #find}:
 * who overrides the one overrides the other.
 * <p>
 * Not for a session that has to keep something from happening, such as one in which nothing can be powered: it implements each method, so that none is
 * passed on that nobody has thought of.
 */
public abstract class ForwardingSession implements FenceSession {

	private final FenceSession session;

	/**
	 * @param session the other one, which is closed with this one
	 */
	protected ForwardingSession(FenceSession session) {
		this.session = Objects.requireNonNull(session);
	}

	/** {@return the session to which calls are passed on} */
	protected final FenceSession session() {
		return session;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		return session.find(selector, deadline);
	}

	@Override
	public boolean isRemembered(Plug plug) {
		return session.isRemembered(plug);
	}

	@Override
	public boolean isTooOldToFind(PlugSelector selector) {
		return session.isTooOldToFind(selector);
	}

	@Override
	public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		return session.findAnew(selector, deadline);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		return session.read(plug, deadline);
	}

	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		return session.readForChange(plug, deadline);
	}

	@Override
	public void awaitEarlierChange(Deadline deadline) throws FenceException {
		session.awaitEarlierChange(deadline);
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		return session.change(plug, operation, deadline);
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		session.check(plug, deadline);
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		session.list(withPower, consumer, deadline);
	}

	@Override
	public void setAside() {
		session.setAside();
	}

	@Override
	public void close(Deadline deadline) {
		session.close(deadline);
	}
}

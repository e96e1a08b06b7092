package org.palisade.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.time.Deadline;

/**
 * A logged-in session with a server. Used by one thread at a time; cancellation alone comes from another one.
 * <p>
 * Every method that takes a deadline returns or throws by then, with a problem of kind {@link FenceProblem.Kind#TIMEOUT} when it could
 * not finish; a timeout is never reported as anything else. Once the caller has given up, it throws with a problem of kind
 * {@link FenceProblem.Kind#CANCELLED}. When the deadline has passed or the caller has given up before the call, nothing is begun. A method that
 * throws has changed nothing, except where it says so.
 */
public interface FenceSession {

	/**
	 * Finds every plug that the selector may mean, in every reading of its text that the back end knows. Decides nothing: zero, one or
	 * several results are all a success here, and templates are among them. An object that matches in two readings comes once. In no
	 * reading does a part of a name stand for the whole.
	 * <p>
	 * May rely on what is remembered from an earlier session where the server has shown that nothing else can be meant by now. The identity
	 * of what is found is then as it was, and its path no more than the name.
	 *
	 * @throws FenceException when the look-up itself failed
	 */
	List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException;

	/**
	 * {@return whether {@link #find} knew this plug from memory} The caller {@linkplain #read reads} it then, and looks it up
	 * {@linkplain #findAnew anew} when it is not there or is another one.
	 *
	 * @param plug what {@link #find} returned
	 */
	default boolean isRemembered(Plug plug) {
		return false;
	}

	/**
	 * {@return whether a session that is opened now would find this with much less work, because this one has grown too old for a proof that spares it}
	 * Asks the server nothing. For a caller who keeps sessions.
	 *
	 * @param selector what is going to be {@linkplain #find found}
	 */
	default boolean isTooOldToFind(PlugSelector selector) {
		return false;
	}

	/**
	 * Finds as {@link #find} does, without relying on anything that is remembered. For when nothing was found, when more than one plug was, or when
	 * {@link #read} has shown that memory was wrong.
	 *
	 * @return what was found; empty when {@code find} relied on nothing that is remembered, so that looking again is of no use
	 * @throws FenceException when the look-up itself failed
	 */
	default Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		return Optional.empty();
	}

	/**
	 * Reads identity and power state of a plug in a single call to the server, so that the state read is the state of the very object
	 * whose identity was read.
	 *
	 * @param plug what {@link #find} returned; addressed by its {@link Plug#id()}
	 * @throws FenceException of kind {@link FenceProblem.Kind#NOT_FOUND} when the server no longer knows the plug
	 */
	PlugState read(Plug plug, Deadline deadline) throws FenceException;

	/**
	 * Reads as {@link #read} does, for a caller who is going to change the plug unless what was read says otherwise. A back end that watches for changes
	 * can begin with it here and spare calls to the server later.
	 *
	 * @param plug what {@link #find} returned; addressed by its {@link Plug#id()}
	 * @throws FenceException of kind {@link FenceProblem.Kind#NOT_FOUND} when the server no longer knows the plug
	 */
	default PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		return read(plug, deadline);
	}

	/**
	 * Waits until the server is done with the power operation before, where it refuses another one until then. Asks for none. {@link #change} does so by
	 * itself; this is for a caller who notes when an operation may have been asked for, and is not to note it before it can have been.
	 *
	 * @throws FenceException when that is not known: the deadline passed, the connection broke, the caller cancelled
	 */
	default void awaitEarlierChange(Deadline deadline) throws FenceException {
	}

	/**
	 * Carries out a power operation and waits until its outcome is known: the plug was seen in the wanted state, or the server said
	 * that the operation failed, or that it succeeded without the wanted state having been seen by the deadline. Watches rather than
	 * polls where the server can.
	 * <p>
	 * A plug that is in the wanted state already stays in it, but for a {@link PowerOperation#CYCLE}. That is an outcome too: seen, or failed
	 * where the server says so.
	 *
	 * @param plug what {@link #read} or {@link #readForChange} has just confirmed; addressed by its {@link Plug#id()}, so that no other one is touched that has got its
	 *            name since
	 * @param operation what to do, one of {@link FenceBackEnd#operations()}; never repeated by the back end on its own
	 * @return how it ended; a refusal by the server is a {@link PowerChange.Failed} and no exception
	 * @throws FenceException when the outcome is unknown: the deadline passed, the connection broke, the caller cancelled. The operation
	 *             may have been carried out or still be under way. Or of kind {@link FenceProblem.Kind#NOT_FOUND} when the server no longer
	 *             knows the plug
	 */
	PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException;

	/**
	 * Checks that this session could fence: the privileges are there and something can be seen.
	 *
	 * @param plug the plug for which to check, if the caller has one
	 * @throws FenceException when fencing would fail
	 */
	void check(Optional<Plug> plug, Deadline deadline) throws FenceException;

	/**
	 * Hands every plug but templates to {@code consumer}, as they arrive, in the calling thread. {@link #find} finds a plug by the name of its row.
	 * What {@code consumer} throws ends the listing and is thrown on; the session can still be used.
	 *
	 * @param withPower whether the rows must carry the power state
	 * @throws FenceException when the listing is incomplete; rows may have been handed over before
	 */
	void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException;

	/**
	 * Does what nobody is to wait for while a plug is fenced, such as writing down what was learnt; {@link #close} does that, too. For a caller who keeps
	 * the session for later instead of closing it. Never throws.
	 */
	default void setAside() {
		// most sessions put nothing off
	}

	/**
	 * Logs out and closes the connection, even after a cancellation. Never throws; a failing log-out is told to the diagnostics.
	 * Closing twice is harmless.
	 *
	 * @param deadline by when to give up on a polite log-out
	 */
	void close(Deadline deadline);
}

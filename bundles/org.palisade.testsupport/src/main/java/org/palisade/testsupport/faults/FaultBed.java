package org.palisade.testsupport.faults;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceProblem.Kind;

/** A server, or a stand-in for one, in which anything can go wrong to order, and the truth about what was done there. Used by one thread. */
public interface FaultBed extends AutoCloseable {

	/** {@return the back end under test} */
	FenceBackEnd backEnd();

	/**
	 * {@return whether the back end begins to watch a plug with the read before a change, so that what it is told during the wait is the read-back}
	 */
	default boolean watches() {
		return false;
	}

	/** {@return why that makes no sense here, if it does not} */
	Optional<String> senseless(Cell cell);

	/** Puts the world in order before a cell: no fault, no session, the plug on or off, nothing counted. */
	void restore(boolean running) throws Exception;

	/** Gets ready, before anything is contacted, for that to go wrong in that step. */
	default void prepare(Cell cell) throws Exception {
	}

	/** Has that go wrong in that step, which comes next, or in the call that comes next. */
	void arm(Cell cell) throws Exception;

	/** {@return the options with which to reach it, once it is armed} */
	Map<String, Object> options();

	/** {@return the plug} */
	String plug();

	/** {@return for how many answers one call of the back end may wait, each as long as the limit of an answer says} */
	default int answersOfACall() {
		return 1;
	}

	/** {@return whether what was armed has gone wrong, in the step in which it was to} */
	boolean hasStruck() throws Exception;

	/** Has the server answer again. */
	void heal() throws Exception;

	/** {@return with what a request may fail for that reason} */
	Set<Kind> expected(Cell cell);

	/** {@return whether the plug is on, in truth} */
	boolean isOn() throws Exception;

	/** {@return how often the plug was without power since {@link #restore}, whoever did it} */
	int powerOffs() throws Exception;

	/** {@return whether the power of anything but the plug was changed since {@link #restore}} */
	boolean anotherWasPowered() throws Exception;

	/** {@return whether a server that is not the one that was meant was sent anything but a handshake since {@link #restore}} */
	default boolean strangerWasTold() throws Exception {
		return false;
	}

	/** {@return the sessions that are open at the server; empty where it has none that could be left} */
	OptionalInt openSessions() throws Exception;

	/** {@return why nobody can log a session out after that, if so} */
	Optional<String> mayLeaveASession(Cell cell);
}

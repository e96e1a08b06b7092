package org.palisade.acceptance.support;

import java.io.IOException;
import java.util.List;

/** What the agent asks by commands: it has a machine that may be powered, and can have a command wait for the test. */
public interface CommandHost extends AutoCloseable {

	/** {@return a request that reaches the machine} */
	Request request();

	/** {@return the commands so far, but for those that cannot be made to wait; {@code stop} and {@code start} are words of those that power} */
	List<String> commands() throws IOException;

	/**
	 * Has a command wait before it does anything.
	 *
	 * @param nth its place among all commands, from one on
	 */
	HeldCommand hold(int nth) throws IOException;

	/** {@return whether nothing is left here that the agent began for that command, which may go on by itself at another host} */
	boolean isLeftAlone(HeldCommand held);

	/** Has the machine run, or not. */
	void power(boolean on) throws IOException;

	/** {@return whether the machine runs} */
	boolean isOn() throws IOException;

	@Override
	void close();
}

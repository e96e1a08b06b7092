package org.palisade.backend.ssh.internal;

import org.palisade.api.FenceException;
import org.palisade.api.time.Deadline;

/** A logged-in account on another machine that runs commands by its shell. Used by one thread at a time. */
interface RemoteShell {

	/**
	 * Runs a script and returns what it wrote to its standard output. Whether the script came to its end is for the caller to tell from
	 * that output: a connection that breaks looks like the end of it.
	 *
	 * @param script what the remote shell is to run; may hold a password, so it must appear in no message
	 * @param step what it does, for messages
	 * @throws FenceException when the connection failed, the deadline passed or the caller gave up; the script may go on running
	 */
	String run(String script, String step, Deadline deadline) throws FenceException;

	/** Closes the connection. Never throws, does not block. Closing twice is harmless. */
	void close();
}

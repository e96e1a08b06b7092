package org.palisade.backend.ssh.internal;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.SessionContext;
import org.palisade.api.time.Deadline;

/**
 * An account on another machine, logged in again for the call after one that ran out of time: that one has closed the connection, and the next one
 * may be about another machine that has to be powered off all the same. No script is run twice.
 */
final class RemoteAccount implements RemoteShell {

	private final SshSettings settings;
	private final SessionContext context;
	private SshConnection connection;
	private boolean ranOutOfTime;

	/** Connects, checks the host key and logs in. */
	RemoteAccount(SshSettings settings, SessionContext context, Deadline deadline) throws FenceException {
		this.settings = settings;
		this.context = context;
		this.connection = SshConnection.open(settings, context, deadline);
	}

	@Override
	public String run(String script, String step, Deadline deadline) throws FenceException {
		if (ranOutOfTime) {
			connection = SshConnection.open(settings, context, deadline);
			ranOutOfTime = false;
		}
		try {
			return connection.run(script, step, deadline);
		} catch (FenceException e) {
			ranOutOfTime = e.problem().kind() == Kind.TIMEOUT;
			throw e;
		}
	}

	@Override
	public void close() {
		ranOutOfTime = false;
		connection.close();
	}
}

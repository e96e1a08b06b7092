package org.palisade.agent;

import java.util.OptionalInt;

import org.palisade.api.time.CancellationSource;
import org.palisade.core.engine.SessionOpener;
import org.palisade.launcher.Application.Invocation;

/** Answers one request after the other, or several at once, as {@code fence_vmware} would. Thread-safe. */
public interface FenceAgent {

	/**
	 * Answers a request, in the calling thread.
	 *
	 * @param invocation command, arguments and streams of the caller
	 * @param caller what else of the caller's process matters
	 * @param sessions where the sessions come from
	 * @param journal asked before each power operation and told after it
	 * @param cancellation what SIGTERM is to a process of its own
	 * @return the exit code; empty when the request has to be answered by a process of the caller's own, because it names a file relative to
	 *         the caller's folder. Nothing was done or written then
	 */
	OptionalInt run(Invocation invocation, CallingProcess caller, SessionOpener sessions, PowerJournal journal, CancellationSource cancellation);
}

package org.palisade.agent.internal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceProblem;
import org.palisade.api.time.Cancellation;

/**
 * Writes what the caller reads. Always in UTF-8, because a fencer starts its agents in the C locale, and names are not ASCII. Each problem
 * and warning is one line, whatever it quotes. Thread-safe.
 */
final class AgentOutput implements Diagnostics {

	private final String command;
	private final PrintStream out;
	private final PrintStream err;
	private final Cancellation cancellation;
	private boolean quiet;
	private boolean verbose;
	private boolean readerGone;

	AgentOutput(String command, PrintStream out, PrintStream err, Cancellation cancellation) {
		this.command = command;
		this.out = out;
		this.err = err;
		this.cancellation = cancellation;
	}

	synchronized void configure(boolean leaveOutWarnings, boolean tellDetails) {
		quiet = leaveOutWarnings;
		verbose = tellDetails;
	}

	/**
	 * Writes to standard output, unless the caller has given up: nothing may look like a success after that.
	 *
	 * @return false when the caller has given up
	 */
	synchronized boolean print(String text) {
		if (cancellation.requested()) {
			return false;
		}
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.write(bytes, 0, bytes.length);
		readerGone = out.checkError();
		return true;
	}

	/** {@return whether writing to standard output failed} */
	synchronized boolean isReaderGone() {
		return readerGone;
	}

	void problem(FenceProblem problem) {
		String kind = ProblemKind.text(problem.kind());
		writeLine(problem.advice().isEmpty() ? NLS.bind(Messages.problem, kind, problem.message())
				: NLS.bind(Messages.problem_with_advice, new Object[] { kind, problem.message(), problem.advice() }));
	}

	@Override
	public synchronized void warning(String message) {
		if (!quiet) {
			writeLine(NLS.bind(Messages.warning, message));
		}
	}

	@Override
	public synchronized void detail(String message) {
		if (verbose) {
			message.lines().forEach(line -> writeLine(NLS.bind(Messages.detail, line)));
		}
	}

	private synchronized void writeLine(String text) {
		byte[] bytes = (command + ": " + PlainText.of(text) + "\n").getBytes(StandardCharsets.UTF_8);
		err.write(bytes, 0, bytes.length);
		err.flush();
	}
}

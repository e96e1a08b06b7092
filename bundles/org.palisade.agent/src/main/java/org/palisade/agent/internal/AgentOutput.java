package org.palisade.agent.internal;

import java.io.IOException;
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
final class AgentOutput implements Diagnostics, AutoCloseable {

	private final String command;
	private final PrintStream out;
	private final PrintStream err;
	private final Cancellation cancellation;
	private boolean quiet;
	private boolean verbose;
	private boolean readerGone;
	private DebugFile debugFile;

	AgentOutput(String command, PrintStream out, PrintStream err, Cancellation cancellation) {
		this.command = command;
		this.out = out;
		this.err = err;
		this.cancellation = cancellation;
	}

	/**
	 * Says how much to tell.
	 *
	 * @param tellNothing whether standard error is to stay empty, unless details are asked for
	 */
	synchronized void configure(boolean tellNothing, boolean tellDetails) {
		quiet = tellNothing && !tellDetails;
		verbose = tellDetails;
	}

	/** Appends everything that is told from now on to the file as well, details in any case. */
	synchronized void copyTo(DebugFile file) {
		debugFile = file;
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

	/** Tells what the exit code says as well: something went wrong. */
	synchronized void problem(FenceProblem problem) {
		tell(text(problem), !quiet);
	}

	/** {@return a problem as it is shown} */
	static String text(FenceProblem problem) {
		String kind = ProblemKind.text(problem.kind());
		return problem.advice().isEmpty() ? NLS.bind(Messages.problem, kind, problem.message())
				: NLS.bind(Messages.problem_with_advice, new Object[] { kind, problem.message(), problem.advice() });
	}

	/** Tells a fact that is neither a warning nor the result. */
	synchronized void note(String text) {
		tell(text, !quiet);
	}

	/** Keeps in the debug file what was written to standard output. */
	synchronized void recordResult(String text) {
		tell(text.strip(), false);
	}

	@Override
	public synchronized void warning(String message) {
		tell(NLS.bind(Messages.warning, message), !quiet);
	}

	@Override
	public synchronized void detail(String message) {
		message.lines().forEach(line -> tell(NLS.bind(Messages.detail, line), verbose));
	}

	private void tell(String text, boolean shown) {
		if (shown) {
			writeLine(text);
		}
		if (debugFile != null) {
			appendToDebugFile(text);
		}
	}

	/** A full disk is no reason not to fence. */
	private void appendToDebugFile(String text) {
		try {
			debugFile.append(text);
		} catch (IOException e) {
			debugFile = null;
			warning(NLS.bind(Messages.debug_file_failed, e.getMessage()));
		}
	}

	/** Closes the debug file. What is told from now on does not get there. */
	@Override
	public synchronized void close() {
		if (debugFile != null) {
			DebugFile file = debugFile;
			debugFile = null;
			try {
				file.close();
			} catch (IOException e) {
				warning(NLS.bind(Messages.debug_file_failed, e.getMessage()));
			}
		}
	}

	private void writeLine(String text) {
		byte[] bytes = (command + ": " + PlainText.of(text) + "\n").getBytes(StandardCharsets.UTF_8);
		err.write(bytes, 0, bytes.length);
		err.flush();
	}
}

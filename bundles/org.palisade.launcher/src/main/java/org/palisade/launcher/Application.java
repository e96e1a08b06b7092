package org.palisade.launcher;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * A program that runs inside the framework: an OSGi service with the property {@link #NAME}. The launcher looks it up once all bundles
 * are started, runs it in the main thread, stops the framework and ends the process with the exit code that it returned.
 */
public interface Application {

	/** Service property: the name of the program, by which a command selects it, for example {@code fence_vmware}. */
	String NAME = "palisade.application"; //$NON-NLS-1$

	/**
	 * What a run gets from the process.
	 *
	 * @param command the name under which the program was called, without its folder; several names may stand for one program
	 * @param arguments the command line's arguments
	 * @param in standard input
	 * @param out standard output, flushed by the launcher at the end
	 * @param err standard error
	 */
	record Invocation(String command, List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
		/** Copies the arguments. */
		public Invocation {
			arguments = List.copyOf(arguments);
		}

		/** Does not show the arguments: there may be a password among them. */
		@Override
		public String toString() {
			return "Invocation[" + command + "]"; //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/**
	 * Runs the program to its end.
	 *
	 * @return the exit code of the process
	 */
	int run(Invocation invocation);

	/**
	 * Asks the running program to end soon and cleanly, because the process got SIGTERM or SIGINT. Called from another thread, at most
	 * once, possibly before {@link #run} or after it returned. Returns at once; the launcher waits a few seconds for {@code run} to
	 * return, then ends the process with {@link #exitCodeWhenStopped}.
	 */
	void stop();

	/**
	 * {@return the exit code of a process that was stopped} 1, because what was to be done was not done, unless to be stopped is the usual
	 * end of the program.
	 */
	default int exitCodeWhenStopped() {
		return 1;
	}
}

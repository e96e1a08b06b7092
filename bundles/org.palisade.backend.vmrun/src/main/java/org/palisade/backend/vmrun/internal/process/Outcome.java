package org.palisade.backend.vmrun.internal.process;

/** How the run of a child process ended. Immutable. */
public sealed interface Outcome {

	/**
	 * It ended by itself and all of its output was read.
	 *
	 * @param exitCode its exit code; 255 where it said -1
	 * @param output its standard output
	 * @param errorOutput its standard error
	 */
	record Exited(int exitCode, String output, String errorOutput) implements Outcome {
		/** Does not show the output: a command may repeat the secrets that it was given. */
		@Override
		public String toString() {
			return "Exited[" + exitCode + "]";
		}
	}

	/**
	 * It could not be started, or its output could not be read.
	 *
	 * @param reason the operating system's words; names the program, never its arguments
	 */
	record Broken(String reason) implements Outcome {
	}

	/** The deadline passed first; it was killed. */
	record Expired() implements Outcome {
	}

	/** The caller gave up, or the calling thread was interrupted; it was killed. */
	record Cancelled() implements Outcome {
	}

	/** It wrote more than the limit; it was killed. */
	record TooMuchOutput() implements Outcome {
	}
}

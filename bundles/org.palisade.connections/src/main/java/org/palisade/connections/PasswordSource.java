package org.palisade.connections;

import java.util.Objects;

/** Where the password of a connection comes from. */
public sealed interface PasswordSource {

	/** The secure storage of the workbench. */
	record SecureStorage() implements PasswordSource {
	}

	/** Memory: it is asked for again after a restart. */
	record Memory() implements PasswordSource {
	}

	/** Nowhere: the back end can do without. */
	record None() implements PasswordSource {
	}

	/**
	 * The output of an executable file.
	 *
	 * @param path the file
	 */
	record Script(String path) implements PasswordSource {
		/** Refuses null. */
		public Script {
			Objects.requireNonNull(path);
		}
	}
}

package org.palisade.config.internal;

/** A command line that cannot be carried out. Its message names the option and what would be right. */
final class UsageException extends Exception {

	private static final long serialVersionUID = 1L;

	UsageException(String message) {
		super(message);
	}
}

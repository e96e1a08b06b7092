package org.palisade.connections;

/** A connection could not be read or kept. Its message tells the user what happened and what to do; it holds no secrets. */
public final class ConnectionException extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * @param message for the user
	 * @param cause where it came from
	 */
	public ConnectionException(String message, Throwable cause) {
		super(message, cause);
	}
}

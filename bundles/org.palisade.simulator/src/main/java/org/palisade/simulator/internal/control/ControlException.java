package org.palisade.simulator.internal.control;

/** An order that cannot be carried out. */
public final class ControlException extends Exception {

	private static final long serialVersionUID = 1L;

	private final int status;

	/** An order that is answered with that HTTP status. */
	public ControlException(int status, String message) {
		super(message);
		this.status = status;
	}

	static ControlException badRequest(String message) {
		return new ControlException(400, message);
	}

	/** The HTTP status to answer with. */
	public int status() {
		return status;
	}
}

package org.palisade.cluster.model;

/** A text that cannot be read as a cluster's configuration. Its message is for the user and holds nothing of the text's values. */
public final class ClusterSyntaxException extends Exception {

	private static final long serialVersionUID = 1L;

	private final int line;

	/**
	 * @param line the line, from 1; 0 when it concerns the text as a whole
	 * @param message what is wrong, and what would be right
	 */
	public ClusterSyntaxException(int line, String message) {
		super(message);
		this.line = line;
	}

	/** {@return the line, from 1; 0 when it concerns the text as a whole} */
	public int line() {
		return line;
	}
}

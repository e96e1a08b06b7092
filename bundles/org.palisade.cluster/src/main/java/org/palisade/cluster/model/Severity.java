package org.palisade.cluster.model;

/** How bad a finding is. */
public enum Severity {

	/** Fencing will not work, or not for all nodes. */
	ERROR("error"),
	/** Fencing may fail when it is needed, or something is less safe than it could be. */
	WARNING("warning"),
	/** Worth knowing. */
	NOTE("note");

	private final String word;

	Severity(String word) {
		this.word = word;
	}

	/** {@return the word for it in reports} */
	public String word() {
		return word;
	}
}

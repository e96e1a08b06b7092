package org.palisade.core.option;

import java.util.List;

import org.palisade.api.option.StandardOptions;

/** How to reboot. */
public enum PowerMethod {

	/** By powering off, verifying it, and powering on. */
	ONOFF("onoff"),
	/** By one operation of the server. */
	CYCLE(StandardOptions.METHOD_CYCLE);

	private final String word;

	PowerMethod(String word) {
		this.word = word;
	}

	/** {@return the name of this method in the contract} */
	public String word() {
		return word;
	}

	/** {@return the names of all methods} */
	static List<String> words() {
		return List.of(ONOFF.word, CYCLE.word);
	}
}

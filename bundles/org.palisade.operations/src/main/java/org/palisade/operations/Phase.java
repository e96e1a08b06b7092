package org.palisade.operations;

import java.util.Optional;

import org.palisade.api.PowerOperation;

/** A step of an operation that a user can follow. */
public enum Phase {

	/** Connecting and logging in. */
	LOG_IN("login"),
	/** Looking the virtual machine up. */
	FIND("find"),
	/** Reading identity and power state. */
	READ("read"),
	/** Powering on. */
	POWER_ON("on"),
	/** Powering off. */
	POWER_OFF("off"),
	/** Resetting. */
	RESET("reset"),
	/** Checking privileges. */
	CHECK("check"),
	/** Logging out. */
	LOG_OUT("logout");

	private final String word;

	Phase(String word) {
		this.word = word;
	}

	/** {@return how it is written in a history file} */
	public String word() {
		return word;
	}

	/** {@return the phase of that word} */
	public static Optional<Phase> of(String word) {
		for (Phase phase : values()) {
			if (phase.word.equals(word)) {
				return Optional.of(phase);
			}
		}
		return Optional.empty();
	}

	static Phase of(PowerOperation operation) {
		return switch (operation) {
			case ON -> POWER_ON;
			case OFF -> POWER_OFF;
			case CYCLE -> RESET;
		};
	}
}

package org.palisade.core.option;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** What a caller can ask for, by the names of the fence-agent contract. */
public enum FenceAction {

	/** Power on. */
	ON("on", Need.PLUG),
	/** Power off and verify it. */
	OFF("off", Need.PLUG),
	/** Power off, verify it, power on. */
	REBOOT("reboot", Need.PLUG),
	/** Tell the power state. */
	STATUS("status", Need.PLUG),
	/** Name the plugs. */
	LIST("list", Need.CONNECTION),
	/** Name the plugs with their power states. */
	LIST_STATUS("list-status", Need.CONNECTION),
	/** Tell whether fencing would work. */
	MONITOR("monitor", Need.CONNECTION),
	/** Describe the agent; needs no engine. */
	METADATA("metadata", Need.NOTHING),
	/** The same in the form from which a manual page is made; needs no engine. */
	MANPAGE("manpage", Need.NOTHING),
	/** Check the options without contacting anything. */
	VALIDATE_ALL("validate-all", Need.PLUG);

	/** What a request of this action cannot do without. */
	private enum Need {
		NOTHING, CONNECTION, PLUG
	}

	private final String word;
	private final Need need;

	FenceAction(String word, Need need) {
		this.word = word;
		this.need = need;
	}

	/** {@return the name of this action in the contract} */
	public String word() {
		return word;
	}

	/** {@return whether a request must name a plug} */
	public boolean needsPlug() {
		return need == Need.PLUG;
	}

	/** {@return whether the action may change a power state} */
	public boolean changesPower() {
		return this == ON || this == OFF || this == REBOOT;
	}

	/** {@return whether a request must hold the options that a connection needs} */
	public boolean needsConnectionOptions() {
		return need != Need.NOTHING;
	}

	/** {@return whether the action is about the agent itself} The engine has nothing to do then. */
	public boolean describesTheAgent() {
		return need == Need.NOTHING;
	}

	/** {@return the action of that name in any case; the name {@code meta-data} is that of OCF agents} */
	public static Optional<FenceAction> of(String text) {
		String wanted = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
		if (wanted.equals("meta-data")) {
			return Optional.of(METADATA);
		}
		for (FenceAction action : values()) {
			if (action.word.equals(wanted)) {
				return Optional.of(action);
			}
		}
		return Optional.empty();
	}

	/** {@return the names of all actions, for a message} */
	public static String words() {
		StringJoiner words = new StringJoiner(", ");
		for (FenceAction action : values()) {
			words.add(action.word);
		}
		return words.toString();
	}
}

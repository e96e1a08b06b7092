package org.palisade.core.option;

import java.util.Locale;
import java.util.Optional;

/** The words of the fence-agent contract for true and false. */
public final class BooleanWord {

	private BooleanWord() {
	}

	/** {@return what the word means, in any case; empty when it is none of them} */
	public static Optional<Boolean> parse(String text) {
		return switch (text.strip().toLowerCase(Locale.ROOT)) {
			case "1", "yes", "on", "true" -> Optional.of(Boolean.TRUE);
			case "0", "no", "off", "false" -> Optional.of(Boolean.FALSE);
			default -> Optional.empty();
		};
	}
}

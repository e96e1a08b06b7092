package org.palisade.api;

import java.util.Objects;
import java.util.Optional;

/**
 * What a user wrote to name a plug. How the text is read (name, inventory path, UUID, reference) is the back end's knowledge.
 *
 * @param text the text as given, not empty
 * @param datacenter the datacenter to which the look-up is restricted
 */
public record PlugSelector(String text, Optional<String> datacenter) {

	/** Refuses an empty text. */
	public PlugSelector {
		Objects.requireNonNull(datacenter);
		if (text.isEmpty()) {
			throw new IllegalArgumentException("the plug is empty"); //$NON-NLS-1$
		}
	}

	/** {@return a selector without restriction} */
	public static PlugSelector of(String text) {
		return new PlugSelector(text, Optional.empty());
	}
}

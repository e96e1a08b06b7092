package org.palisade.api.option;

import java.util.Objects;

/**
 * A text that must not be shown: a password. Its {@link #toString()} does not give it away, so it cannot slip into a log or an
 * exception by concatenation. Immutable and thread-safe.
 */
public final class Secret {

	private final String value;

	private Secret(String value) {
		this.value = Objects.requireNonNull(value);
	}

	/**
	 * {@return a secret of the given text}
	 */
	public static Secret of(String value) {
		return new Secret(value);
	}

	/**
	 * {@return the text itself} Call it only where the text leaves for the server it belongs to.
	 */
	public String reveal() {
		return value;
	}

	/**
	 * {@return whether the text is empty}
	 */
	public boolean isEmpty() {
		return value.isEmpty();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Secret secret && secret.value.equals(value);
	}

	@Override
	public int hashCode() {
		return Secret.class.hashCode();
	}

	@Override
	public String toString() {
		return "********"; //$NON-NLS-1$
	}
}

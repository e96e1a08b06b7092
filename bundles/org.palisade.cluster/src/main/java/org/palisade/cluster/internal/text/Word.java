package org.palisade.cluster.internal.text;

import org.palisade.cluster.model.TextRange;

/**
 * A word of a command.
 *
 * @param text the word without quotes and escapes
 * @param whole the word as it is written, with the white space and continued lines in front of it
 * @param where the word as it is written
 */
public record Word(String text, TextRange whole, TextRange where) {

	/** {@return whether this word is {@code name=value}} */
	public boolean isOption() {
		return text.indexOf('=') > 0;
	}

	/** {@return what stands before the first =} */
	public String name() {
		return text.substring(0, text.indexOf('='));
	}

	/** {@return what stands behind the first =} */
	public String value() {
		return text.substring(text.indexOf('=') + 1);
	}
}

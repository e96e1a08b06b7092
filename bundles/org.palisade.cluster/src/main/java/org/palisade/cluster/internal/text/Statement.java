package org.palisade.cluster.internal.text;

import java.util.List;

import org.palisade.cluster.model.TextRange;

/**
 * A command of a script.
 *
 * @param words its words, at least one
 */
public record Statement(List<Word> words) {

	/** Copies the list. */
	public Statement {
		words = List.copyOf(words);
	}

	/** {@return the text of a word, empty text when there are fewer} */
	public String word(int index) {
		return index < words.size() ? words.get(index).text() : "";
	}

	/** {@return from the first to the last word} */
	public TextRange where() {
		TextRange first = words.get(0).where();
		return new TextRange(first.offset(), end() - first.offset(), first.line());
	}

	/** {@return the offset behind the last word} */
	public int end() {
		return words.get(words.size() - 1).where().end();
	}
}

package org.palisade.ui.editor.internal.form;

import java.util.Collection;
import java.util.stream.IntStream;

/** Names what is new. */
final class FreeName {

	private FreeName() {
	}

	/** {@return the beginning with the lowest number, from 1, that gives a name nobody has} */
	static String of(String beginning, Collection<String> taken) {
		return IntStream.iterate(1, number -> number + 1).mapToObj(number -> beginning + number).filter(name -> !taken.contains(name)).findFirst()
				.orElseThrow();
	}
}

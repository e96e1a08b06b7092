package org.palisade.fuzz;

import java.nio.charset.StandardCharsets;

/** A reader with a mistake that only fuzzing guided by coverage finds: five characters in a row, each behind a branch of its own. */
public final class PlantedBug {

	private PlantedBug() {
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) {
		String text = new String(input, StandardCharsets.US_ASCII);
		if (text.length() > 4 && text.charAt(0) == 'f') {
			if (text.charAt(1) == 'e' && text.charAt(2) == 'n') {
				Property.require(text.charAt(3) != 'c' || text.charAt(4) != 'e', "the planted bug");
			}
		}
	}
}

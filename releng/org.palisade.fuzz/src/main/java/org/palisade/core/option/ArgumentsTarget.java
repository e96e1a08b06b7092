package org.palisade.core.option;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.palisade.api.FenceException;
import org.palisade.fuzz.Property;

/** The command line, its arguments with a line feed between: as with standard input, and long options say the same as short ones. */
public final class ArgumentsTarget {

	private ArgumentsTarget() {
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		if (text.contains(OptionProperties.CANARY)) {
			return;
		}
		List<String> arguments = List.of(text.split("\n", -1));
		read(arguments);
		List<String> secretive = new ArrayList<>(List.of("-p", OptionProperties.CANARY));
		secretive.addAll(arguments);
		read(secretive);
	}

	private static void read(List<String> arguments) {
		try {
			RawOptions raw = ArgumentParser.parse(arguments, OptionProperties.CATALOG);
			OptionProperties.requireSound(raw);
			List<String> written = new ArrayList<>();
			raw.values().forEach((name, value) -> written.add("--" + OptionProperties.CATALOG.byKey(name).orElseThrow().longOption() + "=" + value));
			RawOptions again = ArgumentParser.parse(written, OptionProperties.CATALOG);
			Property.requireEqual(OptionProperties.meaning(raw), OptionProperties.meaning(again), "what was written is read");
		} catch (FenceException refused) {
			OptionProperties.requireOfOptions(refused.problem());
		}
	}
}

package org.palisade.core.option;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.palisade.api.FenceException;
import org.palisade.fuzz.Property;

/** Standard input: nothing but a problem with options is thrown, no password is shown, and what was read is read again when it is written. */
public final class StandardInputTarget {

	private StandardInputTarget() {
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) {
		String text = new String(input, StandardCharsets.ISO_8859_1);
		if (text.contains(OptionProperties.CANARY)) {
			return;
		}
		read((text + "\npasswd=" + OptionProperties.CANARY + "\n").getBytes(StandardCharsets.ISO_8859_1));
		read(input);
	}

	private static void read(byte[] input) {
		try {
			RawOptions raw = StandardInputParser.parse(new ByteArrayInputStream(input), OptionProperties.CATALOG);
			OptionProperties.requireSound(raw);
			RawOptions again = StandardInputParser.parse(new ByteArrayInputStream(written(raw).getBytes(StandardCharsets.UTF_8)), OptionProperties.CATALOG);
			Property.requireEqual(raw.values(), again.values(), "what was written is read");
			Property.requireEqual(raw.nodeName(), again.nodeName(), "the node that was written is read");
		} catch (FenceException refused) {
			OptionProperties.requireOfOptions(refused.problem());
		}
	}

	private static String written(RawOptions raw) {
		StringBuilder lines = new StringBuilder();
		for (Map.Entry<String, String> value : raw.values().entrySet()) {
			lines.append(value.getKey()).append("=\"").append(value.getValue()).append("\"\n");
		}
		raw.nodeName().ifPresent(node -> lines.append("nodename=\"").append(node).append("\"\n"));
		return lines.toString();
	}
}

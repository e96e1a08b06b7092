package org.palisade.cluster.internal.forms;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells in which encoding a document says it is written. Text that says nothing is UTF-8. */
public final class DeclaredEncoding {

	private static final int LONGEST_DECLARATION = 200;
	private static final Pattern DECLARATION = Pattern.compile("^(?:\u00ef\u00bb\u00bf)?<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

	private DeclaredEncoding() {
	}

	/** {@return the encoding, empty when it is none that keeps ASCII as it is} */
	public static Optional<Charset> of(byte[] bytes) {
		return switch (name(bytes).toUpperCase(Locale.ROOT)) {
			case "UTF-8", "UTF8", "US-ASCII", "ASCII" -> Optional.of(StandardCharsets.UTF_8);
			case "ISO-8859-1", "LATIN1" -> Optional.of(StandardCharsets.ISO_8859_1);
			default -> Optional.empty();
		};
	}

	/** {@return the name of the encoding} */
	public static String name(byte[] bytes) {
		String head = new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
		Matcher matcher = DECLARATION.matcher(head);
		return matcher.find() ? matcher.group(1) : "UTF-8";
	}
}

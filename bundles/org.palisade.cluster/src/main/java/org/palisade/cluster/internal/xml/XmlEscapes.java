package org.palisade.cluster.internal.xml;

/** The values of attributes as they are written in XML. */
public final class XmlEscapes {

	private XmlEscapes() {
	}

	/** {@return the value as it has to be written between quotes of either kind} */
	public static String encode(String value) {
		StringBuilder result = new StringBuilder(value.length() + 16);
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			switch (c) {
				case '&' -> result.append("&amp;");
				case '<' -> result.append("&lt;");
				case '>' -> result.append("&gt;");
				case '"' -> result.append("&quot;");
				case '\'' -> result.append("&apos;");
				case '\n', '\r', '\t' -> result.append("&#").append((int) c).append(';');
				default -> result.append(c);
			}
		}
		return result.toString();
	}

	/** {@return the value that is written so in a well-formed document, white space normalised as for an attribute without a type} */
	static String decode(String written) {
		StringBuilder result = new StringBuilder(written.length());
		String normalised = written.replace("\r\n", "\n");
		for (int i = 0; i < normalised.length(); i++) {
			char c = normalised.charAt(i);
			if (c == '&') {
				int end = normalised.indexOf(';', i);
				result.append(entity(normalised.substring(i + 1, end)));
				i = end;
			} else {
				result.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
			}
		}
		return result.toString();
	}

	private static String entity(String name) {
		return switch (name) {
			case "amp" -> "&";
			case "lt" -> "<";
			case "gt" -> ">";
			case "quot" -> "\"";
			case "apos" -> "'";
			default -> Character.toString(name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1)));
		};
	}
}

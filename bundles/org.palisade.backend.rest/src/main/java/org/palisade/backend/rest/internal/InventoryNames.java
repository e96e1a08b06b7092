package org.palisade.backend.rest.internal;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Names in the inventory. vCenter keeps {@code /}, {@code \} and {@code %} of a name as {@code %2f}, {@code %5c} and {@code %25} (vSphere API
 * Reference, ManagedEntity.name). The reference of the Automation API does not say in which form its filters and answers have them, so both
 * are asked for and both are accepted.
 */
final class InventoryNames {

	private static final int ESCAPE_LENGTH = 3;

	private InventoryNames() {
	}

	/** {@return the name as a user sees it in the vSphere client} */
	static String decoded(String name) {
		StringBuilder decoded = new StringBuilder(name.length());
		for (int at = 0; at < name.length();) {
			char plain = plain(name, at);
			decoded.append(plain == 0 ? name.charAt(at) : plain);
			at += plain == 0 ? 1 : ESCAPE_LENGTH;
		}
		return decoded.toString();
	}

	private static char plain(String name, int at) {
		if (name.regionMatches(true, at, "%2f", 0, ESCAPE_LENGTH)) {
			return '/';
		}
		if (name.regionMatches(true, at, "%5c", 0, ESCAPE_LENGTH)) {
			return '\\';
		}
		return name.startsWith("%25", at) ? '%' : 0;
	}

	private static String encoded(String plainName) {
		return plainName.replace("%", "%25").replace("/", "%2f").replace("\\", "%5c");
	}

	/** {@return the forms in which a server may have the name that a user wrote in one form or the other} */
	static Set<String> forms(String text) {
		Set<String> forms = new LinkedHashSet<>();
		forms.add(text);
		forms.add(encoded(text));
		forms.add(encoded(decoded(text)));
		forms.add(decoded(text));
		return forms;
	}

	/** {@return whether a user's text may mean the object of this name} Case matters, whatever the server's filter thinks of it. */
	static boolean matches(String text, String serverName) {
		return forms(text).contains(serverName);
	}
}

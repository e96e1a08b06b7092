package org.palisade.vsphere;

/**
 * Names in the inventory. The server keeps {@code /}, {@code \} and {@code %} of a name as {@code %2f}, {@code %5c} and {@code %25}
 * (vSphere API Reference, ManagedEntity.name).
 */
public final class InventoryNames {

	private InventoryNames() {
	}

	/** {@return the name as a user sees it in the vSphere client} */
	public static String decoded(String name) {
		if (name.indexOf('%') < 0) {
			return name;
		}
		StringBuilder decoded = new StringBuilder(name.length());
		int at = 0;
		while (at < name.length()) {
			char escaped = name.charAt(at) == '%' ? escaped(name, at) : 0;
			decoded.append(escaped == 0 ? name.charAt(at) : escaped);
			at += escaped == 0 ? 1 : 3;
		}
		return decoded.toString();
	}

	private static char escaped(String name, int at) {
		if (name.regionMatches(true, at, "%2f", 0, 3)) {
			return '/';
		}
		if (name.regionMatches(true, at, "%5c", 0, 3)) {
			return '\\';
		}
		return name.startsWith("%25", at) ? '%' : 0;
	}

	/** {@return the name as the server keeps it, of a name in either form} */
	public static String encoded(String name) {
		return decoded(name).replace("%", "%25").replace("/", "%2f").replace("\\", "%5c");
	}

	/**
	 * {@return whether a user's text may mean the object of this name} Case matters. Either side may be in either form, so a text can
	 * mean two objects; it is then refused as ambiguous rather than guessed.
	 */
	public static boolean matches(String text, String serverName) {
		if (text.equals(serverName)) {
			return true;
		}
		// No percent sign anywhere: both forms are the same, which is the case for nearly all of ten thousand rows.
		if (text.indexOf('%') < 0 && serverName.indexOf('%') < 0) {
			return false;
		}
		String decoded = decoded(serverName);
		return text.equals(decoded) || decoded(text).equals(decoded) || decoded(text).equals(serverName);
	}
}

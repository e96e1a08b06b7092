package org.palisade.backend.vmrun.internal;

import java.util.Locale;

/** What can be told from the path of a virtual machine's configuration file, the name by which {@code vmrun} knows the machine. */
final class VmxPath {

	private static final String EXTENSION = ".vmx";
	private static final String TEMPLATE_EXTENSION = ".vmtx";

	private VmxPath() {
	}

	/** {@return the file's name without folder, datastore and extension} */
	static String shortName(String path) {
		String inDatastore = withoutDatastore(path);
		String file = inDatastore.substring(Math.max(inDatastore.lastIndexOf('/'), inDatastore.lastIndexOf('\\')) + 1);
		for (String extension : new String[] { EXTENSION, TEMPLATE_EXTENSION }) {
			if (endsWithIgnoringCase(file, extension)) {
				return file.substring(0, file.length() - extension.length());
			}
		}
		return file;
	}

	/** {@return whether the path is that of a template of ESX or vCenter, which are never fenced} */
	static boolean isTemplate(String path) {
		return endsWithIgnoringCase(path, TEMPLATE_EXTENSION);
	}

	/** {@return whether the path is a full one of a host's own file system, on Linux or on Windows} */
	static boolean isAbsoluteFile(String path) {
		boolean absolute = path.startsWith("/") || path.startsWith("\\\\") || isOnWindowsDrive(path);
		return absolute && endsWithIgnoringCase(path, EXTENSION) && !shortName(path).isEmpty();
	}

	/** {@return whether both paths name the same file on a host that lists {@code listed}} Windows knows no difference of case. */
	static boolean isSameFile(String listed, String path) {
		if (listed.startsWith("/")) {
			return listed.equals(path);
		}
		return folded(listed).equals(folded(path));
	}

	/** {@return whether the paths differ at most in the case of letters} */
	static boolean isAlike(String one, String other) {
		return folded(one).equals(folded(other));
	}

	private static String withoutDatastore(String path) {
		int end = path.startsWith("[") ? path.indexOf("] ") : -1;
		return end < 0 ? path : path.substring(end + "] ".length());
	}

	private static boolean isOnWindowsDrive(String path) {
		return path.length() > 2 && Character.isLetter(path.charAt(0)) && path.charAt(1) == ':'
				&& (path.charAt(2) == '\\' || path.charAt(2) == '/');
	}

	private static String folded(String path) {
		return path.replace('\\', '/').toLowerCase(Locale.ROOT);
	}

	private static boolean endsWithIgnoringCase(String text, String end) {
		return text.regionMatches(true, text.length() - end.length(), end, 0, end.length());
	}
}

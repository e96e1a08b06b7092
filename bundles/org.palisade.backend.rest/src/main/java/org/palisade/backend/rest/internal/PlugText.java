package org.palisade.backend.rest.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user's text for a virtual machine, and what it may be: a reference, an inventory path, a name, or a UUID, by which this API cannot look
 * up. The forms overlap.
 *
 * @param text the text as given
 */
record PlugText(String text) {

	private static final String TYPE_PREFIX = "VirtualMachine:";
	private static final String SHORT_PREFIX = "vm-";
	private static final String MACHINES = "vm";
	private static final int UUID_DIGITS = 32;

	/**
	 * A reading of the text as a path.
	 *
	 * @param datacenter the names of the datacenter's folders and of itself; empty when the path starts below the datacenter that another
	 *            option names
	 * @param folders the names of the folders below
	 * @param name the name of the machine
	 */
	record Path(List<String> datacenter, List<String> folders, String name) {
	}

	/** {@return whether the text can be nothing but a reference: {@code VirtualMachine:vm-12}} */
	boolean isExplicitReference() {
		return text.startsWith(TYPE_PREFIX) && text.length() > TYPE_PREFIX.length();
	}

	/** {@return the value of the reference that the text may be} */
	Optional<String> reference() {
		if (isExplicitReference()) {
			return Optional.of(text.substring(TYPE_PREFIX.length()));
		}
		boolean isShort = text.startsWith(SHORT_PREFIX) && text.length() > SHORT_PREFIX.length()
				&& text.chars().skip(SHORT_PREFIX.length()).allMatch(c -> c >= '0' && c <= '9');
		return isShort ? Optional.of(text) : Optional.empty();
	}

	/** {@return whether the text looks like a UUID: 32 hexadecimal digits, with hyphens or blanks between} */
	boolean isUuid() {
		int digits = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < 128 && Character.digit(c, 16) >= 0) {
				digits++;
			} else if (c != '-' && c != ' ') {
				return false;
			}
		}
		return digits == UUID_DIGITS;
	}

	/** {@return whether the text can be nothing but an inventory path: it starts with a slash} */
	boolean isAbsolutePath() {
		return text.length() > 1 && text.charAt(0) == '/';
	}

	/**
	 * {@return the paths that the text may be} A {@code vm} below the datacenter may be left out.
	 *
	 * @param withinDatacenter whether the text may start below a datacenter that is named elsewhere
	 */
	List<Path> paths(boolean withinDatacenter) {
		List<String> parts = Stream.of(text.split("/")).filter(part -> !part.isEmpty()).toList();
		int last = parts.size() - 1;
		if (last < 1 || text.indexOf('/') < 0) {
			return List.of();
		}
		String name = parts.get(last);
		int machines = parts.subList(1, last).indexOf(MACHINES) + 1;
		if (machines > 0) {
			return List.of(new Path(parts.subList(0, machines), parts.subList(machines + 1, last), name));
		}
		Path full = new Path(parts.subList(0, 1), parts.subList(1, last), name);
		Path below = new Path(List.of(), parts.subList(0, last), name);
		return withinDatacenter && !isAbsolutePath() ? List.of(full, below) : List.of(full);
	}
}

package org.palisade.backend.vmrun.internal;

import java.util.List;
import java.util.Optional;

/** Reads what {@code vmrun list} and {@code vmrun listRegisteredVM} print: a line with the total, then a path a line. */
final class Listing {

	private Listing() {
	}

	/**
	 * {@return the paths, empty when the text is not a complete listing}
	 *
	 * @param heading what stands before the total, for example {@code Total running VMs:}
	 */
	static Optional<List<String>> parse(String heading, String text) {
		// Lines in front of the heading are warnings of the libraries that vmrun brings along.
		List<String> lines = text.lines().map(String::stripTrailing).filter(line -> !line.isEmpty())
				.dropWhile(line -> !line.startsWith(heading)).toList();
		if (lines.isEmpty()) {
			return Optional.empty();
		}
		String total = lines.get(0).substring(heading.length()).strip();
		List<String> paths = lines.subList(1, lines.size());
		return total.equals(Integer.toString(paths.size())) ? Optional.of(paths) : Optional.empty();
	}
}

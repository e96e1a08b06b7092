package org.palisade.api.baseline;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a package offers to other bundles.
 *
 * @param version its version in the manifest
 * @param signatures one line for each public type and each public or protected member
 */
record PackageApi(Version version, SortedSet<String> signatures) {

	/** A version by the rules of OSGi, without the qualifier. */
	record Version(int major, int minor, int micro) implements Comparable<Version> {

		static Version parse(String text) {
			String[] parts = text.split("\\.");
			return new Version(Integer.parseInt(parts[0]), part(parts, 1), part(parts, 2));
		}

		private static int part(String[] parts, int index) {
			return parts.length > index ? Integer.parseInt(parts[index]) : 0;
		}

		Version nextMinor() {
			return new Version(major, minor + 1, 0);
		}

		Version nextMajor() {
			return new Version(major + 1, 0, 0);
		}

		@Override
		public int compareTo(Version other) {
			int byMajor = Integer.compare(major, other.major);
			int byMinor = Integer.compare(minor, other.minor);
			return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(micro, other.micro);
		}

		@Override
		public String toString() {
			return major + "." + minor + "." + micro;
		}
	}

	/** {@return the lowest version that this package may have after {@code earlier}} Before 1.0.0 a minor version stands for any change. */
	Version lowestVersionAfter(PackageApi earlier) {
		if (signatures.equals(earlier.signatures)) {
			return earlier.version;
		}
		boolean breaks = !signatures.containsAll(earlier.signatures) || asksMoreOfImplementers(earlier);
		return breaks && earlier.version.major > 0 ? earlier.version.nextMajor() : earlier.version.nextMinor();
	}

	/** Back ends implement these interfaces, so a further abstract method of an old one breaks them. */
	private boolean asksMoreOfImplementers(PackageApi earlier) {
		for (String signature : added(earlier)) {
			String type = signature.substring(0, signature.indexOf(' '));
			boolean oldType = earlier.signatures.stream().anyMatch(line -> line.startsWith(type + " "));
			if (oldType && signature.contains(" abstract ")) {
				return true;
			}
		}
		return false;
	}

	Set<String> added(PackageApi earlier) {
		Set<String> added = new TreeSet<>(signatures);
		added.removeAll(earlier.signatures);
		return added;
	}
}

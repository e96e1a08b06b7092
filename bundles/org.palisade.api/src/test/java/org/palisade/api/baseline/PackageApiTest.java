package org.palisade.api.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.palisade.api.baseline.PackageApi.Version;

/** Which version a change asks for. */
class PackageApiTest {

	private static final String TYPE = "a.Door is public interface";
	private static final String METHOD = "a.Door has public abstract void a.Door.open()";

	@Test
	void nothingForNoChange() {
		assertLowest("1.2.3", "1.2.3", List.of(TYPE, METHOD), List.of(METHOD, TYPE));
	}

	@Test
	void aMinorVersionForAnAddition() {
		assertLowest("1.3.0", "1.2.3", List.of(TYPE, METHOD), List.of(TYPE, METHOD, "a.Door has public default void a.Door.close()"));
		assertLowest("1.3.0", "1.2.3", List.of(TYPE), List.of(TYPE, "a.Gate is public interface", "a.Gate has public abstract void a.Gate.open()"));
	}

	@Test
	void aMajorVersionForWhatBreaksCallers() {
		assertLowest("2.0.0", "1.2.3", List.of(TYPE, METHOD), List.of(TYPE));
		assertLowest("2.0.0", "1.2.3", List.of(TYPE, METHOD), List.of(TYPE, METHOD + " throws a.Locked"));
	}

	@Test
	void aMajorVersionForWhatBreaksImplementers() {
		assertLowest("2.0.0", "1.2.3", List.of(TYPE, METHOD), List.of(TYPE, METHOD, "a.Door has public abstract void a.Door.close()"));
	}

	@Test
	void aMinorVersionForAnythingBeforeTheFirstMajorOne() {
		assertLowest("0.2.0", "0.1.7", List.of(TYPE, METHOD), List.of(TYPE));
		assertLowest("0.2.0", "0.1.7", List.of(TYPE), List.of(TYPE, METHOD));
	}

	@Test
	void versionsAreOrderedByNumber() {
		assertEquals(1, Integer.signum(Version.parse("0.10.0").compareTo(Version.parse("0.9.5"))));
		assertEquals(Version.parse("1"), Version.parse("1.0.0"));
	}

	@Test
	void aListingIsReadAsItWasWritten() {
		TreeMap<String, PackageApi> packages = new TreeMap<>();
		packages.put("a", api("1.0.0", List.of(TYPE, METHOD)));
		packages.put("b", api("0.1.0", List.of("b.Wall is public class")));

		assertEquals(packages, ApiListing.parse(ApiListing.toLines(packages)));
	}

	private static void assertLowest(String expected, String version, List<String> before, List<String> now) {
		assertEquals(Version.parse(expected), api(version, now).lowestVersionAfter(api(version, before)));
	}

	private static PackageApi api(String version, List<String> signatures) {
		return new PackageApi(Version.parse(version), new TreeSet<>(signatures));
	}
}

package org.palisade.api.baseline;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.baseline.PackageApi.Version;

/**
 * The exported packages against the API that authors of back ends build on, in {@value #FILE}: a package that differs must have a higher version.
 * When a version of the API is published, its listing becomes the baseline, with the system property {@value #WRITE}.
 */
class ApiBaselineTest {

	static final String FILE = "baseline.txt";
	/** System property: to {@code true} writes the baseline anew. */
	static final String WRITE = "palisade.baseline.write";

	private final Path folder = Path.of(System.getProperty("basedir", ""));

	@Test
	void theVersionsTellWhatHasChanged() throws Exception {
		SortedMap<String, PackageApi> now = ApiListing.of(folder.resolve("META-INF/MANIFEST.MF"),
				Path.of(FenceBackEnd.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
		assertFalse(now.isEmpty(), "no package is exported");
		Path baseline = folder.resolve(FILE);
		if (Boolean.getBoolean(WRITE)) {
			write(now, baseline);
		}

		SortedMap<String, PackageApi> published = ApiListing.parse(Files.readAllLines(baseline));
		assertAll(published.entrySet().stream().map(entry -> () -> check(entry, now.get(entry.getKey()))));
	}

	private static void check(Map.Entry<String, PackageApi> published, PackageApi now) {
		PackageApi before = published.getValue();
		assertNotNull(now, published.getKey() + " was published and is not exported any more");
		Version lowest = now.lowestVersionAfter(before);
		assertTrue(now.version().compareTo(lowest) >= 0, () -> message(published.getKey(), now, before, lowest));
	}

	private static String message(String name, PackageApi now, PackageApi before, Version lowest) {
		StringBuilder differences = new StringBuilder();
		before.added(now).forEach(signature -> differences.append("\n- ").append(signature));
		now.added(before).forEach(signature -> differences.append("\n+ ").append(signature));
		return name + " differs from what was published as " + before.version() + ": set its version in META-INF/MANIFEST.MF to " + lowest
				+ " or higher, and the ranges in the manifests that import it accordingly." + differences;
	}

	private static void write(SortedMap<String, PackageApi> now, Path baseline) throws Exception {
		List<String> lines = new ArrayList<>(List.of("# The API as it was published last. Written by ApiBaselineTest, never by hand."));
		lines.addAll(ApiListing.toLines(now));
		Files.write(baseline, lines);
	}
}

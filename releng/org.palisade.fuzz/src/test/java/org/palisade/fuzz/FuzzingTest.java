package org.palisade.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fuzzes every target, each time with the same seed, so that nothing turns a build red that its change did not touch. What breaks something is left in
 * {@code target/fuzz}, with the log.
 */
class FuzzingTest {

	private static final Path MODULE = Path.of(System.getProperty("palisade.fuzz.module"));
	private static final long SECONDS = Long.getLong("palisade.fuzz.seconds");
	private static final OptionalInt SEED = OptionalInt.of(Integer.getInteger("palisade.fuzz.seed"));

	@ParameterizedTest
	@EnumSource
	void nothingIsFound(Target target, TestReporter reporter) throws Exception {
		Campaign campaign = new Campaign(MODULE, target.id(), SEED);
		Campaign.Result result = campaign.run(target, SECONDS);
		reporter.publishEntry(target.id(), result.toString());
		assertFalse(result.found(), () -> target.id() + ": " + result.finding() + "; " + campaign.folder() + "\n" + result.log());
		assertTrue(result.edges() > 0 && result.inputs() > 0, () -> "nothing was measured: " + result.log());
	}

	@Test
	void thePlantedBugIsFoundByItsCoverage() throws Exception {
		Campaign campaign = new Campaign(MODULE, "planted-bug", SEED);
		Campaign.Result result = campaign.run(PlantedBug.class, Target.ADDRESS.dictionary(MODULE), List.of(), SECONDS);
		assertTrue(result.found(), result::log);
		assertTrue(result.finding().contains("the planted bug"), result::log);
		assertTrue(result.edges() > result.edgesOfSeeds(), result::toString);
	}
}

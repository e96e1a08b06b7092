package org.palisade.backend.esx.internal.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.backend.esx.internal.RealLookUps;

/**
 * Random schedules. {@code palisade.schedules} says how many, {@code palisade.schedules.first} with which seed to begin; with one schedule a failing one is
 * replayed.
 */
class ScheduleTest {

	private static final int SCHEDULES = Integer.getInteger("palisade.schedules", 1000);
	private static final long FIRST = Long.getLong("palisade.schedules.first", 1);
	private static final int ENOUGH_TO_NOTICE = 2000;
	private static final int SHOWN = 5;

	@TempDir
	private Path folder;

	@Test
	void noSchedulePowersAnotherMachineOrTellsWhatIsNotTrue() {
		List<String> failures = LongStream.range(FIRST, FIRST + SCHEDULES).parallel().mapToObj(seed -> failure(seed, session -> session))
				.filter(text -> !text.isEmpty()).limit(SHOWN).toList();
		System.out.println(SCHEDULES + " schedules, seeds " + FIRST + " to " + (FIRST + SCHEDULES - 1) + "; " + failures.size() + " violations");
		assertEquals(List.of(), failures);
	}

	@ParameterizedTest
	@EnumSource
	void aWrongBackEndIsNoticed(WrongBackEnd wrong) {
		List<Long> tried = new ArrayList<>();
		boolean noticed = LongStream.rangeClosed(1, ENOUGH_TO_NOTICE).peek(tried::add).anyMatch(seed -> !failure(seed, wrong::around).isEmpty());
		assertTrue(noticed, wrong + " was not noticed by " + ENOUGH_TO_NOTICE + " schedules");
		System.out.println(wrong + " was noticed by schedule " + tried.get(tried.size() - 1));
	}

	private String failure(long seed, Schedule.Seam seam) {
		Schedule schedule = new Schedule(seed, folder.resolve("cache-" + seed), RealLookUps.create(), seam);
		try {
			List<String> violations = schedule.run();
			return violations.isEmpty() ? "" : "seed " + seed + ": " + violations + "\n" + String.join("\n", schedule.log())
					+ "\nreplay with -Dpalisade.schedules=1 -Dpalisade.schedules.first=" + seed + "\n";
		} catch (IOException e) {
			return "seed " + seed + ": " + e;
		}
	}
}

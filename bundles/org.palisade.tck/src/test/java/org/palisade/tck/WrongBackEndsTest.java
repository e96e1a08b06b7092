package org.palisade.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.palisade.api.FenceBackEnd;
import org.palisade.tck.memory.MemoryBackEnd;

/** Each wrong back end fails the checks that are for it, and no others. */
class WrongBackEndsTest {

	@Test
	void theGoodOneFailsNothingAndNothingIsSkipped() {
		assertEquals(Set.of(Status.SUCCESSFUL), new TreeSet<>(run(MemoryBackEnd.class).values()));
	}

	@ParameterizedTest
	@MethodSource("wrongBackEnds")
	void aWrongOneFailsItsChecks(Class<? extends FenceBackEnd> wrong) {
		Set<String> failed = new TreeSet<>();
		run(wrong).forEach((check, status) -> {
			if (status == Status.FAILED) {
				failed.add(check);
			}
		});

		assertEquals(new TreeSet<>(Set.of(wrong.getAnnotation(CaughtBy.class).value())), failed);
	}

	@ParameterizedTest
	@MethodSource("indiscreetBackEnds")
	void anIndiscreetOneFailsWhateverOpensASession(Class<? extends FenceBackEnd> indiscreet) {
		Map<String, Status> results = run(indiscreet);

		for (String check : Set.of("aPlugIsFoundByItsName", "offIsReportedWhenThePlugIsOff", "closingLogsOut")) {
			assertEquals(Status.FAILED, results.get(check), check);
		}
		assertEquals(Status.SUCCESSFUL, results.get("goodValuesAreValid"));
	}

	static Stream<Class<?>> wrongBackEnds() {
		return Stream.of(WrongDeclarations.class, WrongLookUps.class, WrongListings.class, WrongPowerChanges.class, WrongEnds.class, WrongSessions.class)
				.flatMap(group -> Arrays.stream(group.getDeclaredClasses())).filter(type -> type.isAnnotationPresent(CaughtBy.class))
				.sorted(Comparator.comparing(Class::getName));
	}

	static Stream<Class<?>> indiscreetBackEnds() {
		return Arrays.stream(WrongSecrets.class.getDeclaredClasses());
	}

	/** {@return how each check ended, by the name of its method} */
	private static Map<String, Status> run(Class<? extends FenceBackEnd> type) {
		Map<String, Status> results = new TreeMap<>();
		Specimen.take(type, type == MemoryBackEnd.class || type.getEnclosingClass() == WrongEnds.class);
		LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Specimen.class)).build(),
				new TestExecutionListener() {
					@Override
					public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
						if (identifier.isTest()) {
							results.put(identifier.getDisplayName().replace("()", ""), result.getStatus());
						}
					}
				});
		assertTrue(results.size() > 40, () -> "not all checks were run: " + results.keySet());
		return results;
	}
}

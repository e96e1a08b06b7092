package org.palisade.backend.esx.internal.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.Diagnostics;
import org.palisade.api.PlugSelector;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Cancellation;
import org.palisade.backend.esx.internal.EsxBackEnd;
import org.palisade.backend.esx.internal.RealLookUps;
import org.palisade.backend.esx.internal.schedule.DataCenter.Machine;
import org.palisade.core.engine.FenceEngine;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceRequest;
import org.palisade.core.engine.FenceSettings;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/** Many agents at once, without taking turns, with one folder for what they remember. */
class ManyAgentsTest {

	private static final Duration AMPLE = Duration.ofSeconds(60);
	private static final Diagnostics SILENT = new Diagnostics() {
		@Override
		public void warning(String message) {
			// Who wins a race is told, and does not matter here.
		}

		@Override
		public void detail(String message) {
			// Of no use here.
		}
	};

	@TempDir
	private Path folder;

	/** Two nodes that fence each other, and a ring of them. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 64 })
	void eachFencesTheMachineOfTheNext(int count) throws Exception {
		try (DataCenter center = new DataCenter(count)) {
			List<Machine> machines = machines(center);
			List<Callable<FenceOutcome>> agents = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				agents.add(agent(center, machines.get((i + 1) % count).path()));
			}
			for (FenceOutcome outcome : run(agents)) {
				assertInstanceOf(FenceOutcome.Succeeded.class, outcome);
			}
			for (Machine machine : machines(center)) {
				assertTrue(machine.off() && machine.interruptions() == 1 && machine.byAgents() == 1, machine.toString());
			}
			assertEquals(0, center.openSessions());
		}
	}

	@Test
	void allFenceTheSameMachine() throws Exception {
		try (DataCenter center = new DataCenter(8)) {
			Machine plug = machines(center).get(0);
			List<Callable<FenceOutcome>> agents = new ArrayList<>();
			for (int i = 0; i < 64; i++) {
				agents.add(agent(center, plug.path()));
			}
			List<FenceOutcome> outcomes = run(agents);
			assertTrue(outcomes.stream().anyMatch(FenceOutcome.Succeeded.class::isInstance), outcomes.toString());
			for (Machine machine : machines(center)) {
				assertEquals(machine.id().equals(plug.id()) ? 1 : 0, machine.byAgents(), machine.toString());
			}
			assertTrue(center.machines().get(plug.id()).off());
			assertEquals(0, center.openSessions());
		}
	}

	private static List<Machine> machines(DataCenter center) {
		return center.machines().values().stream().filter(machine -> !machine.template()).toList();
	}

	private Callable<FenceOutcome> agent(DataCenter center, String plug) {
		FenceSettings settings = new FenceSettings(Duration.ZERO, AMPLE, AMPLE, AMPLE, Duration.ZERO, 1, false, false, PowerMethod.ONOFF, ",", false);
		Map<String, Object> values = new HashMap<>(Map.of("ip", "127.0.0.1:" + center.port(), "ssl", false, "username", DataCenter.USER, "password",
				Secret.of(DataCenter.PASSWORD), "lookup_cache", folder.resolve("cache").toString()));
		FenceRequest request = new FenceRequest(FenceAction.OFF, Optional.of(PlugSelector.of(plug)), new EsxBackEnd(RealLookUps.create()), Optional.empty(),
				new OptionValues(values, values.keySet()), settings, row -> { });
		return () -> new FenceEngine().run(request, Cancellation.never(), SILENT);
	}

	private static List<FenceOutcome> run(List<Callable<FenceOutcome>> agents) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(agents.size());
		try {
			List<FenceOutcome> outcomes = new ArrayList<>();
			for (Future<FenceOutcome> run : threads.invokeAll(agents)) {
				outcomes.add(run.get());
			}
			return outcomes;
		} finally {
			threads.shutdownNow();
		}
	}
}

package org.palisade.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.option.FenceAction;
import org.palisade.simulator.SimulatorOptions;

/**
 * Machines change their names among a few while a feed remembers, others log in, monitors come in between, and events are written late: now and then a name
 * is fenced, and what comes of it is what the names of that moment are. A feed that forgets to write what has changed fails this.
 */
class RememberingScheduleTest extends RememberingFixture {

	private static final int CHANGES = 60;
	private static final List<String> NAMES = List.of("web", "db", "mail");

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void onlyAMachineThatAloneHasTheNameIsPowered(long seed) throws Exception {
		Random random = new Random(seed);
		start(SimulatorOptions.builder().virtualMachines(12).duplicates(0).pageSize(5).seed(seed));
		openRemembering();
		for (int i = 0; i < CHANGES; i++) {
			change(random, i);
			look(random);
			if (random.nextInt(3) == 0) {
				fence(NAMES.get(random.nextInt(NAMES.size())), "change " + i + " of seed " + seed);
			}
		}
	}

	private void change(Random random, int number) throws Exception {
		List<Truth> truths = Truth.of(server).stream().filter(truth -> !truth.machine().name().equals("node00009")).toList();
		String machine = "/vm?id=" + truths.get(random.nextInt(truths.size())).machine().id();
		String name = NAMES.get(random.nextInt(NAMES.size()));
		switch (random.nextInt(7)) {
		case 0, 1, 2 -> control(machine + "&rename=" + name);
		case 3 -> control(machine + "&rename=other" + number);
		case 4 -> control(machine + "&clone=" + name + "&sameUuid=" + random.nextBoolean());
		case 5 -> {
			if (truths.size() > 6) {
				control(machine + "&delete=true");
			}
		}
		default -> control("/events?holdBack=" + random.nextBoolean());
		}
	}

	/** What the feed and an agent do in between. */
	private void look(Random random) throws Exception {
		switch (random.nextInt(8)) {
		case 0, 1, 2, 3 -> {
			logIn();
			renew();
		}
		case 4 -> passInterval();
		case 5 -> passMargin();
		case 6 -> assertSucceeds(FenceAction.MONITOR, "");
		default -> poke();
		}
	}

	private void fence(String name, String when) throws IOException {
		List<Truth> named = Truth.of(server).stream().filter(truth -> truth.machine().name().equals(name)).toList();
		List<String> machines = named.stream().filter(truth -> !truth.machine().details().orElseThrow().template()).map(truth -> truth.machine().id()).toList();
		Map<String, String> before = powerHistory();
		FenceOutcome outcome = run(FenceAction.REBOOT, name);
		List<String> since = powerHistory().entrySet().stream().filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
				.map(Map.Entry::getKey).toList();
		if (machines.size() == 1) {
			assertTrue(machines.containsAll(since), when + ": " + name + " is " + machines + " but powered were " + since);
			assertInstanceOf(FenceOutcome.Succeeded.class, outcome, when + ": " + outcome);
		} else {
			assertEquals(List.of(), since, when + ": " + name + " is " + named);
			Kind expected = machines.size() > 1 ? Kind.AMBIGUOUS : named.isEmpty() ? Kind.NOT_FOUND : Kind.REFUSED;
			assertEquals(expected, assertInstanceOf(FenceOutcome.Failed.class, outcome, when + ": " + outcome).problem().kind(), when);
		}
	}
}

package org.palisade.core.exploration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.PowerState;
import org.palisade.core.exploration.Explorer.Scenario;
import org.palisade.core.exploration.ModelBackEnd.Memory;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/** All that can happen to a request, up to a number of moves of the environment, is explored; and the exploration notices what is wrong. */
class ExplorationTest {

	/** How often the environment may move during a request. */
	private static final int MOVES = Integer.getInteger("palisade.exploration.moves", 2);

	@Test
	void noInterleavingBreaksAPromise() {
		long states = 0;
		long transitions = 0;
		long ends = 0;
		List<String> violations = new ArrayList<>();
		for (Scenario scenario : scenarios()) {
			Explorer.Result result = new Explorer(scenario, MOVES, (session, run) -> session).explore();
			states += result.states();
			transitions += result.transitions();
			ends += result.ends();
			violations.addAll(result.violations());
		}
		System.out.println("Explored with up to " + MOVES + " moves of the environment: " + scenarios().size() + " scenarios, " + states + " states, "
				+ transitions + " transitions, " + ends + " ends; " + violations.size() + " violations");
		assertEquals(List.of(), violations);
	}

	@ParameterizedTest
	@EnumSource
	void aGuardThatIsLeftOutIsNoticed(LeftOut guard) {
		boolean noticed = scenarios().stream()
				.anyMatch(scenario -> !new Explorer(scenario, 2, (session, run) -> guard.around(session)).explore().violations().isEmpty());
		assertTrue(noticed, guard + " can be left out without being noticed");
	}

	private static List<Scenario> scenarios() {
		List<Scenario> scenarios = new ArrayList<>();
		for (Memory memory : Memory.values()) {
			for (PowerState power : List.of(PowerState.ON, PowerState.OFF, PowerState.SUSPENDED)) {
				for (boolean missingAsOff : new boolean[] { false, true }) {
					scenarios.add(new Scenario(FenceAction.OFF, PowerMethod.ONOFF, missingAsOff, power, memory));
					scenarios.add(new Scenario(FenceAction.STATUS, PowerMethod.ONOFF, missingAsOff, power, memory));
				}
				scenarios.add(new Scenario(FenceAction.ON, PowerMethod.ONOFF, false, power, memory));
				scenarios.add(new Scenario(FenceAction.REBOOT, PowerMethod.ONOFF, false, power, memory));
				scenarios.add(new Scenario(FenceAction.REBOOT, PowerMethod.CYCLE, false, power, memory));
			}
		}
		return scenarios;
	}
}

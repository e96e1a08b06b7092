package org.palisade.backend.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.palisade.testsupport.faults.FaultMatrix;
import org.palisade.testsupport.faults.SimulatorFaultBed;

/** Every step of every action against every fault, by the engine and the simulated vCenter. */
class RestFaultMatrixTest {

	private static final int AT_ONCE = 12;
	private static final SimulatorFaultBed.Methods METHODS = new SimulatorFaultBed.Methods("api:session.create", Optional.empty(),
			List.of("api:power.stop", "api:power.start"), Optional.empty(), "api:power.get", false);

	@Test
	void everyCellThatMakesSenseHolds() throws Exception {
		FaultMatrix.Report report = new FaultMatrix(() -> new SimulatorFaultBed(new RestBackEnd(), METHODS), AT_ONCE).carryOut();

		System.out.println("rest: " + report.summary());
		report.senseless().forEach((reason, cells) -> System.out.println("  " + cells.size() + " without: " + reason));
		assertEquals(Map.of(), report.violations());
		assertTrue(report.isComplete());
	}
}

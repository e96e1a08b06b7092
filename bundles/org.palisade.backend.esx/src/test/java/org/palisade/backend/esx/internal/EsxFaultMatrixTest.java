package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.palisade.testsupport.faults.FaultMatrix;
import org.palisade.testsupport.faults.SimulatorFaultBed;

/** Every step of every action against every fault, by the engine and the simulated vCenter. */
class EsxFaultMatrixTest {

	private static final int AT_ONCE = 12;
	private static final SimulatorFaultBed.Methods METHODS = new SimulatorFaultBed.Methods("Login", Optional.of("RetrieveServiceContent"),
			List.of("PowerOffVM_Task", "PowerOnVM_Task", "ResetVM_Task"), Optional.of("CreateFilter"), "WaitForUpdatesEx", true);

	@Test
	void everyCellThatMakesSenseHolds() throws Exception {
		FaultMatrix.Report report = new FaultMatrix(() -> new SimulatorFaultBed(new EsxBackEnd(null), METHODS), AT_ONCE).carryOut();

		System.out.println("esx: " + report.summary());
		report.senseless().forEach((reason, cells) -> System.out.println("  " + cells.size() + " without: " + reason));
		assertEquals(Map.of(), report.violations());
		assertTrue(report.isComplete());
	}
}

package org.palisade.backend.vmrun.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.testsupport.faults.FaultMatrix;

/** Every step of every action against every fault, by the engine and the stand-in for vmrun. */
class VmrunFaultMatrixTest {

	private static final int AT_ONCE = 8;

	@ParameterizedTest
	@EnumSource
	void everyCellThatMakesSenseHolds(ServerType type) throws Exception {
		FaultMatrix.Report report = new FaultMatrix(() -> new VmrunFaultBed(type), AT_ONCE).carryOut();

		System.out.println(type + ": " + report.summary());
		report.senseless().forEach((reason, cells) -> System.out.println("  " + cells.size() + " without: " + reason));
		assertEquals(Map.of(), report.violations());
		assertTrue(report.isComplete());
	}
}

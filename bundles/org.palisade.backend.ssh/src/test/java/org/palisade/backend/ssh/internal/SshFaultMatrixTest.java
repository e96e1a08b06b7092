package org.palisade.backend.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.palisade.testsupport.faults.FaultMatrix;

/** Every step of every action against every fault, by the engine and a real OpenSSH server. */
class SshFaultMatrixTest {

	/** Each log-in costs a key exchange on both sides, so more at once only wait for the processor. */
	private static final int AT_ONCE = 3;

	@Test
	void everyCellThatMakesSenseHolds() throws Exception {
		OpenSshServer.assumeInstalled();

		FaultMatrix.Report report = new FaultMatrix(SshFaultBed::new, AT_ONCE).carryOut();

		System.out.println("ssh: " + report.summary());
		report.senseless().forEach((reason, cells) -> System.out.println("  " + cells.size() + " without: " + reason));
		assertEquals(Map.of(), report.violations());
		assertTrue(report.isComplete());
	}
}

package org.palisade.backend.esx.internal;

import java.io.IOException;
import java.util.List;

import org.palisade.api.FenceBackEnd;
import org.palisade.tck.FenceBackEndTck;
import org.palisade.tck.TestBed;
import org.palisade.testsupport.SimulatedVCenterTestBed;

/** The compatibility kit, against the simulated vCenter. */
class EsxComplianceTest extends FenceBackEndTck {

	@Override
	protected FenceBackEnd backEnd() {
		return new EsxBackEnd(null);
	}

	@Override
	protected TestBed testBed() throws IOException {
		return new SimulatedVCenterTestBed(List.of("PowerOffVM_Task", "PowerOnVM_Task", "ResetVM_Task"));
	}

	/** The simulator does not lie about its tasks; {@link PowerWatchTest} has a server that does. */
	@Override
	public void anOperationWithoutEffectIsNeverSeen() {
	}
}

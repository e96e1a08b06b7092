package org.palisade.backend.rest.internal;

import java.io.IOException;
import java.util.List;

import org.palisade.api.FenceBackEnd;
import org.palisade.tck.FenceBackEndTck;
import org.palisade.tck.TestBed;
import org.palisade.testsupport.SimulatedVCenterTestBed;

/** The compatibility kit, against the simulated vCenter. */
class RestComplianceTest extends FenceBackEndTck {

	@Override
	protected FenceBackEnd backEnd() {
		return new RestBackEnd();
	}

	@Override
	protected TestBed testBed() throws IOException {
		return new SimulatedVCenterTestBed(List.of("api:power.stop", "api:power.start"));
	}

	/** The simulator does not lie about what it has done; {@link ScriptedServerTest} has a server that does. */
	@Override
	public void anOperationWithoutEffectIsNeverSeen() {
	}

	/** A reset is not offered. */
	@Override
	public void aResetIsSeenOnlyWhenThePlugWasPoweredOff() {
	}

	/** A reset is not offered. */
	@Override
	public void aRefusedResetIsToldAndNotSeen() {
	}
}

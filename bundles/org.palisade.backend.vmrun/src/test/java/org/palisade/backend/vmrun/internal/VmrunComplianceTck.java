package org.palisade.backend.vmrun.internal;

import org.palisade.api.FenceBackEnd;
import org.palisade.tck.FenceBackEndTck;
import org.palisade.tck.TestBed;

/** The compatibility kit, against the stand-in for vmrun. */
abstract class VmrunComplianceTck extends FenceBackEndTck {

	private final ServerType type;

	VmrunComplianceTck(ServerType type) {
		this.type = type;
	}

	@Override
	protected FenceBackEnd backEnd() {
		return type == ServerType.SERVER1 ? new Server1BackEnd() : new Server2BackEnd();
	}

	@Override
	protected TestBed testBed() throws Exception {
		return new VmrunTestBed(type);
	}

	/** Each command logs in and out, so there are no sessions to count. */
	@Override
	public void closingLogsOut() {
	}

	/** Each command connects and ends. */
	@Override
	public void nothingStaysConnectedAfterARefusedLogIn() {
	}

	/** vmrun tells of a machine nothing but its path, so another one of that path is the same. */
	@Override
	public void anotherPlugOfTheSameNameIsNotTakenForTheFirst() {
	}

	/** vmrun tells of a machine nothing but its path, so another one of that path is the same. */
	@Override
	public void anotherPlugOfTheSameNameIsNotTouched() {
	}

	/** A host has no datacenters. */
	@Override
	public void aDatacenterRestrictsWhatIsFoundAndListed() {
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

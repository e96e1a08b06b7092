package org.palisade.vsphere.internal;

import java.rmi.RemoteException;

import org.palisade.api.FenceException;

/** Carries a failure of the transport through yavijava's stubs, which let only remote exceptions pass. */
public final class CallFailure extends RemoteException {

	private static final long serialVersionUID = 1L;

	private final FenceException failure;

	CallFailure(FenceException failure) {
		super(failure.getMessage(), failure);
		this.failure = failure;
	}

	/** {@return what went wrong} */
	public FenceException failure() {
		return failure;
	}
}

package org.palisade.vsphere.internal;

import com.vmware.vim25.MethodFault;

import org.palisade.vsphere.UnknownFault;

/** The names of faults as the vSphere API has them. */
public final class FaultNames {

	private FaultNames() {
	}

	/** {@return the name of the fault's type} */
	public static String of(MethodFault fault) {
		return fault instanceof UnknownFault unknown ? unknown.name() : fault.getClass().getSimpleName();
	}
}

package org.palisade.backend.esx.internal;

import com.vmware.vim25.ManagedObjectReference;

/** Makes references to managed objects. */
final class References {

	/** The type of a virtual machine. */
	static final String VIRTUAL_MACHINE = "VirtualMachine";

	private References() {
	}

	static ManagedObjectReference virtualMachine(String value) {
		return of(VIRTUAL_MACHINE, value);
	}

	static ManagedObjectReference of(String type, String value) {
		ManagedObjectReference reference = new ManagedObjectReference();
		reference.setType(type);
		reference.setVal(value);
		return reference;
	}

	static boolean isVirtualMachine(ManagedObjectReference reference) {
		return reference != null && VIRTUAL_MACHINE.equals(reference.getType());
	}
}

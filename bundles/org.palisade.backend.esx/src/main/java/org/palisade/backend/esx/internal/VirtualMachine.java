package org.palisade.backend.esx.internal;

import com.vmware.vim25.VirtualMachinePowerState;

import org.palisade.api.PowerState;
import org.palisade.vsphere.ObjectProperties;

/** Properties of a virtual machine. */
final class VirtualMachine {

	static final String POWER_STATE = "runtime.powerState";
	static final String CONNECTION_STATE = "runtime.connectionState";
	static final String BOOT_TIME = "runtime.bootTime";

	private VirtualMachine() {
	}

	/** {@return the power state that was read; unknown when none was, or one of a newer API} */
	static PowerState power(ObjectProperties machine) {
		return machine.value(POWER_STATE, VirtualMachinePowerState.class).map(VirtualMachine::power).orElse(PowerState.UNKNOWN);
	}

	static PowerState power(VirtualMachinePowerState state) {
		return switch (state) {
		case poweredOn -> PowerState.ON;
		case poweredOff -> PowerState.OFF;
		case suspended -> PowerState.SUSPENDED;
		};
	}
}

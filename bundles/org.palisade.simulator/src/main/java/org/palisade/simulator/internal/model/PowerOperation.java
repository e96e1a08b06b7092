package org.palisade.simulator.internal.model;

import java.util.EnumSet;
import java.util.Set;

/** The power operations on a virtual machine. */
public enum PowerOperation {
	/** Powers on or resumes. */
	POWER_ON("PowerOnVM_Task", "powerOn", PowerState.poweredOn, EnumSet.of(PowerState.poweredOff, PowerState.suspended), "PowerOn"),
	/** Powers off hard; a suspended machine loses its state. */
	POWER_OFF("PowerOffVM_Task", "powerOff", PowerState.poweredOff, EnumSet.of(PowerState.poweredOn, PowerState.suspended), "PowerOff"),
	/** Resets hard. */
	RESET("ResetVM_Task", "reset", PowerState.poweredOn, EnumSet.of(PowerState.poweredOn), "Reset"),
	/** Suspends. */
	SUSPEND("SuspendVM_Task", "suspend", PowerState.suspended, EnumSet.of(PowerState.poweredOn), "Suspend");

	private final String method;
	private final String verb;
	private final PowerState result;
	private final Set<PowerState> allowedFrom;
	private final String privilege;

	PowerOperation(String method, String verb, PowerState result, Set<PowerState> allowedFrom, String privilege) {
		this.method = method;
		this.verb = verb;
		this.result = result;
		this.allowedFrom = allowedFrom;
		this.privilege = privilege;
	}

	/** The API method that starts it. */
	public String method() {
		return method;
	}

	/** What {@code TaskInfo.descriptionId} says. */
	public String descriptionId() {
		return "VirtualMachine." + verb;
	}

	/** The power state that it leads to. */
	public PowerState result() {
		return result;
	}

	/** Whether it is possible in that power state. */
	public boolean isPossibleIn(PowerState state) {
		return allowedFrom.contains(state);
	}

	/** The privilege that it needs. */
	public String privilegeId() {
		return "VirtualMachine.Interact." + privilege;
	}
}

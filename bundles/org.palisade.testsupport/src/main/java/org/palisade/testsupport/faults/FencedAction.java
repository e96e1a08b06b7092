package org.palisade.testsupport.faults;

import java.util.EnumSet;
import java.util.Set;

import org.palisade.core.option.FenceAction;

/** The actions of the engine, by the way that they take through the steps. */
public enum FencedAction {
	/** Power on. */
	ON(FenceAction.ON, Step.LOG_OUT),
	/** Power off. */
	OFF(FenceAction.OFF, Step.LOG_OUT),
	/** Off and on again; what goes wrong does so while it is powered off. */
	REBOOT(FenceAction.REBOOT, Step.LOG_OUT),
	/** Off and on again; what goes wrong does so while it is powered on again. */
	REBOOT_SECOND_HALF(FenceAction.REBOOT, Step.LOG_OUT),
	/** Reset. */
	CYCLE(FenceAction.REBOOT, Step.LOG_OUT),
	/** The state. */
	STATUS(FenceAction.STATUS, Step.READ),
	/** The names. */
	LIST(FenceAction.LIST, Step.LOOK_UP),
	/** The names with their states. */
	LIST_STATUS(FenceAction.LIST_STATUS, Step.LOOK_UP),
	/** Whether fencing would work. */
	MONITOR(FenceAction.MONITOR, Step.LOOK_UP),
	/** Whether fencing that plug would work. */
	MONITOR_PLUG(FenceAction.MONITOR, Step.LOOK_UP),
	/** Whether the options are sound. */
	VALIDATE(FenceAction.VALIDATE_ALL, null);

	private final FenceAction action;
	private final Step lastOfItsOwn;

	FencedAction(FenceAction action, Step lastOfItsOwn) {
		this.action = action;
		this.lastOfItsOwn = lastOfItsOwn;
	}

	/** {@return the action to ask for} */
	public FenceAction action() {
		return action;
	}

	/** {@return whether it powers anything} */
	public boolean changesPower() {
		return action.changesPower();
	}

	boolean namesAPlug() {
		return this != LIST && this != LIST_STATUS && this != MONITOR;
	}

	/** {@return the steps that it takes} */
	Set<Step> steps() {
		if (lastOfItsOwn == null) {
			return EnumSet.noneOf(Step.class);
		}
		Set<Step> steps = EnumSet.range(this == REBOOT_SECOND_HALF ? Step.POWER : Step.RESOLVE, lastOfItsOwn);
		steps.add(Step.LOG_OUT);
		if (this == REBOOT_SECOND_HALF) {
			steps.remove(Step.LOG_OUT);
		}
		return steps;
	}
}

package org.palisade.testsupport.faults;

import java.util.EnumSet;
import java.util.Set;

import org.palisade.core.option.FenceAction;

/** The actions of the engine, by the way that they take through the steps. */
public enum FencedAction {
	/** Power on. */
	ON(FenceAction.ON),
	/** Power off. */
	OFF(FenceAction.OFF),
	/** Off and on again; what goes wrong does so while it is powered off. */
	REBOOT(FenceAction.REBOOT),
	/** Off and on again; what goes wrong does so while it is powered on again. */
	REBOOT_SECOND_HALF(FenceAction.REBOOT),
	/** Reset. */
	CYCLE(FenceAction.REBOOT),
	/** The state. */
	STATUS(FenceAction.STATUS),
	/** The names. */
	LIST(FenceAction.LIST),
	/** The names with their states. */
	LIST_STATUS(FenceAction.LIST_STATUS),
	/** Whether fencing would work. */
	MONITOR(FenceAction.MONITOR),
	/** Whether fencing that plug would work. */
	MONITOR_PLUG(FenceAction.MONITOR),
	/** Whether the options are sound. */
	VALIDATE(FenceAction.VALIDATE_ALL);

	private final FenceAction action;

	FencedAction(FenceAction action) {
		this.action = action;
	}

	/** {@return the action to ask for} */
	public FenceAction action() {
		return action;
	}

	/** {@return whether it powers anything} */
	public boolean changesPower() {
		return action.changesPower();
	}

	/** {@return whether a back end that watches what it changes watches this} A reset leaves nothing to see, so it is watched in a way of its own. */
	boolean isWatched() {
		return changesPower() && this != CYCLE;
	}

	/** {@return whether the plug is on when the power operation in which something goes wrong has had its effect} */
	boolean leavesOn() {
		return this != OFF && this != REBOOT;
	}

	/** {@return how many power operations come before the one in which something goes wrong} */
	int operationsBefore() {
		return this == REBOOT_SECOND_HALF ? 1 : 0;
	}

	boolean namesAPlug() {
		return this != LIST && this != LIST_STATUS && this != MONITOR;
	}

	/** {@return the steps that it may take, with one back end or another} */
	Set<Step> steps() {
		return switch (this) {
			case ON, OFF, REBOOT -> EnumSet.complementOf(EnumSet.of(Step.AWAIT_EARLIER));
			case REBOOT_SECOND_HALF -> EnumSet.range(Step.AWAIT_EARLIER, Step.READ_BACK);
			case CYCLE -> EnumSet.complementOf(EnumSet.of(Step.WATCH, Step.AWAIT_EARLIER, Step.TOLD));
			case STATUS -> EnumSet.of(Step.RESOLVE, Step.CONNECT, Step.TLS, Step.LOGIN, Step.LOOK_UP, Step.READ, Step.LOG_OUT);
			case LIST, LIST_STATUS, MONITOR, MONITOR_PLUG -> EnumSet.of(Step.RESOLVE, Step.CONNECT, Step.TLS, Step.LOGIN, Step.LOOK_UP, Step.LOG_OUT);
			case VALIDATE -> EnumSet.noneOf(Step.class);
		};
	}
}

package org.palisade.api;

/** What can be done to the power of a plug. */
public enum PowerOperation {

	/** Power on. */
	ON(PowerState.ON),

	/** Power off hard, without asking the guest. */
	OFF(PowerState.OFF);

	private final PowerState wanted;

	PowerOperation(PowerState wanted) {
		this.wanted = wanted;
	}

	/** {@return the state in which the plug is to end} */
	public PowerState wanted() {
		return wanted;
	}
}

package org.palisade.api;

/** What can be done to the power of a plug. */
public enum PowerOperation {

	/** Power on. */
	ON(PowerState.ON),

	/** Power off hard, without asking the guest. */
	OFF(PowerState.OFF),

	/**
	 * Power off hard and on again, as one operation of the server (the reset of vSphere). The plug ends in the state in which it began, so
	 * that state proves nothing: a back end that {@linkplain FenceBackEnd#operations() offers} this says {@link PowerChange.Seen} only when
	 * it saw the plug off in between, or has the server's own word that the operation, power off included, was carried out on a host that
	 * the server is in contact with. A refusal because the plug is on already is never a success.
	 */
	CYCLE(PowerState.ON);

	private final PowerState wanted;

	PowerOperation(PowerState wanted) {
		this.wanted = wanted;
	}

	/** {@return the state in which the plug is to end} */
	public PowerState wanted() {
		return wanted;
	}
}

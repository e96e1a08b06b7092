package org.palisade.vsphere.internal;

/**
 * The server's words about a fault. yavijava's faults have no room for them but their {@code detail}, so they travel as that.
 */
public final class FaultText extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * @param text the {@code faultstring}, sanitised
	 */
	FaultText(String text) {
		super(text, null, false, false);
	}
}

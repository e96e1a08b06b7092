package org.palisade.vsphere;

import java.util.Objects;

import com.vmware.vim25.MethodFault;

/** A fault of a type that yavijava does not have: of a newer API, or none of the vSphere API at all. */
public final class UnknownFault extends MethodFault {

	private static final long serialVersionUID = 1L;

	private final String name;

	/**
	 * @param name the name of the type, as the server gave it
	 */
	public UnknownFault(String name) {
		this.name = Objects.requireNonNull(name);
	}

	/** {@return the name of the type, as the server gave it} */
	public String name() {
		return name;
	}
}

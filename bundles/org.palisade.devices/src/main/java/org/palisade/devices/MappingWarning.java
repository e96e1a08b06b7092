package org.palisade.devices;

/** Why a plug could not be fenced, or not be relied upon, although the device works. */
public enum MappingWarning {

	/** More than one machine is meant, so none would be fenced. */
	AMBIGUOUS,
	/** No machine is meant. */
	MISSING,
	/** A template is meant, which is never fenced. */
	TEMPLATE,
	/** The machine is suspended, which does not count as off. */
	SUSPENDED,
	/** The server has no contact to the machine's host, or cannot vouch for the machine. */
	HOST_DISCONNECTED
}

package org.palisade.api.inventory;

/**
 * Whether the server can reach a host, or vouch for a virtual machine (vSphere API: HostSystemConnectionState and
 * VirtualMachineConnectionState).
 */
public enum ConnectionState {

	/** All is well. Only then is a power state more than a memory. */
	CONNECTED,

	/** The server has no contact: to a host because somebody disconnected it, to a machine because its host is out of contact. */
	DISCONNECTED,

	/** A host that should answer does not. */
	NOT_RESPONDING,

	/** A machine that its host no longer knows. */
	ORPHANED,

	/** A machine whose files the host cannot read. */
	INACCESSIBLE,

	/** A machine whose configuration is not valid. */
	INVALID,

	/** Not read yet, or the server does not say. */
	UNKNOWN
}

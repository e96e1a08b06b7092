package org.palisade.operations;

import java.util.List;

import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.connections.Connection;

/**
 * An OSGi service that knows what machines are to clusters. Who asks before a machine is interrupted asks it, whoever provides it. Thread-safe, and
 * quick enough for a UI thread: it contacts nobody and reads no file.
 */
@FunctionalInterface
public interface ClusterRoles {

	/**
	 * {@return what the machine is to the clusters whose configurations are known here, in their order; empty when none is known to fence it}
	 *
	 * @param connection on which server it is
	 * @param machine the machine as it is known
	 * @param path its inventory path
	 */
	List<ClusterRole> rolesOf(Connection connection, VirtualMachine machine, String path);
}

package org.palisade.ui.internal.inventory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Host;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.connections.Connection;
import org.palisade.ui.internal.PalisadeUi;

/**
 * A machine that a command is about, with what a user has to see before he confirms. As it was when it was selected: the engine reads everything
 * again before it acts. Immutable.
 *
 * @param connection on which server
 * @param machine which machine
 * @param path its inventory path
 * @param host the host that it is registered with
 * @param cluster the cluster of that host
 */
public record MachineTarget(Connection connection, VirtualMachine machine, String path, Optional<Host> host, Optional<String> cluster) {

	/** Refuses nulls. */
	public MachineTarget {
		Objects.requireNonNull(connection);
		Objects.requireNonNull(machine);
		Objects.requireNonNull(path);
		Objects.requireNonNull(host);
		Objects.requireNonNull(cluster);
	}

	/** {@return the machine of an element, if it is one and its server is connected} */
	public static Optional<MachineTarget> of(InventoryElement element) {
		Optional<InventorySnapshot> snapshot = PalisadeUi.instance().inventories().find(element.connection())
				.flatMap(inventory -> inventory.state().snapshot());
		if (element.machine().isEmpty() || snapshot.isEmpty()) {
			return Optional.empty();
		}
		VirtualMachine machine = element.machine().get();
		Optional<InventoryObject> host = InventoryStructure.hostOf(snapshot.get(), machine);
		return Optional.of(new MachineTarget(element.connection(), machine, InventoryStructure.path(snapshot.get(), machine),
				host.filter(Host.class::isInstance).map(Host.class::cast), InventoryStructure.clusterOf(snapshot.get(), host).map(InventoryObject::name)));
	}

	/** {@return what names this machine and no other, for the engine} */
	public String plug() {
		return machine.id();
	}

	/** {@return its UUIDs} */
	public List<String> uuids() {
		return machine.details().stream().flatMap(details -> Stream.of(details.instanceUuid(), details.biosUuid())).flatMap(Optional::stream).distinct()
				.toList();
	}

	/** {@return what is known beside name and parent} */
	public Optional<MachineDetails> details() {
		return machine.details();
	}
}

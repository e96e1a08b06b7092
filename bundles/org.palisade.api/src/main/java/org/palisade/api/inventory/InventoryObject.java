package org.palisade.api.inventory;

import java.util.Objects;
import java.util.Optional;

import org.palisade.api.PowerState;

/** One object of a server's inventory, as it was read last. Immutable. */
public sealed interface InventoryObject {

	/** What sort of object it is. */
	enum Kind {
		/** A folder, of whatever it holds. */
		FOLDER,
		/** A datacenter. */
		DATACENTER,
		/** What a single host is part of. */
		COMPUTE_RESOURCE,
		/** A cluster of hosts. */
		CLUSTER,
		/** A resource pool. */
		RESOURCE_POOL,
		/** A vApp: a resource pool that machines can have as their parent. */
		VAPP,
		/** A host. */
		HOST,
		/** A virtual machine or a template. */
		VIRTUAL_MACHINE
	}

	/** {@return what sort of object it is} */
	Kind kind();

	/**
	 * {@return what the server addresses it by: for vSphere the value of the managed object reference} Unique among the objects of a server,
	 * and the same as {@link org.palisade.api.Plug#id()}.
	 */
	String id();

	/** {@return its name, decoded for display: a slash is a slash} */
	String name();

	/**
	 * {@return the {@link #id()} of what it lies in: for a machine in a vApp the vApp, else its folder; empty for the root and where the
	 * account may not see it} The object of that id need not be in the inventory.
	 */
	Optional<String> parent();

	/**
	 * A folder, datacenter, compute resource, cluster, resource pool or vApp.
	 *
	 * @param kind which of them
	 * @param id {@link InventoryObject#id()}
	 * @param name {@link InventoryObject#name()}
	 * @param parent {@link InventoryObject#parent()}
	 */
	record Container(Kind kind, String id, String name, Optional<String> parent) implements InventoryObject {

		/** Refuses nulls and kinds that have a record of their own. */
		public Container {
			Objects.requireNonNull(id);
			Objects.requireNonNull(name);
			Objects.requireNonNull(parent);
			if (kind == Kind.HOST || kind == Kind.VIRTUAL_MACHINE) {
				throw new IllegalArgumentException(kind + " is no container");
			}
		}
	}

	/**
	 * A host.
	 *
	 * @param id {@link InventoryObject#id()}
	 * @param name {@link InventoryObject#name()}
	 * @param parent the compute resource or cluster
	 * @param connection whether the server can reach it
	 * @param maintenance whether it is in maintenance mode
	 */
	record Host(String id, String name, Optional<String> parent, ConnectionState connection, boolean maintenance) implements InventoryObject {

		/** Refuses nulls. */
		public Host {
			Objects.requireNonNull(id);
			Objects.requireNonNull(name);
			Objects.requireNonNull(parent);
			Objects.requireNonNull(connection);
		}

		@Override
		public Kind kind() {
			return Kind.HOST;
		}
	}

	/**
	 * A virtual machine or a template.
	 *
	 * @param id {@link InventoryObject#id()}
	 * @param name {@link InventoryObject#name()}
	 * @param parent {@link InventoryObject#parent()}
	 * @param details what else is known of it; empty as long as only name and parent have been read, which come first
	 */
	record VirtualMachine(String id, String name, Optional<String> parent, Optional<MachineDetails> details) implements InventoryObject {

		/** Refuses nulls. */
		public VirtualMachine {
			Objects.requireNonNull(id);
			Objects.requireNonNull(name);
			Objects.requireNonNull(parent);
			Objects.requireNonNull(details);
		}

		@Override
		public Kind kind() {
			return Kind.VIRTUAL_MACHINE;
		}
	}

	/**
	 * What is known of a virtual machine beside name and parent. Immutable.
	 *
	 * @param power its power state; only worth something while {@code connection} is {@link ConnectionState#CONNECTED}
	 * @param connection whether the server can vouch for it
	 * @param template whether it is a template, which is never fenced
	 * @param instanceUuid its instance UUID, unique in a vCenter, in the server's notation; empty where the server has none
	 * @param biosUuid its BIOS UUID, which clones may share, in the server's notation; empty where the server has none
	 * @param address the primary IP address that VMware Tools report; empty when they report none
	 * @param host the {@link InventoryObject#id()} of the host that it is registered with; empty where the account may not see it
	 */
	record MachineDetails(PowerState power, ConnectionState connection, boolean template, Optional<String> instanceUuid,
			Optional<String> biosUuid, Optional<String> address, Optional<String> host) {

		/** Refuses nulls. */
		public MachineDetails {
			Objects.requireNonNull(power);
			Objects.requireNonNull(connection);
			Objects.requireNonNull(instanceUuid);
			Objects.requireNonNull(biosUuid);
			Objects.requireNonNull(address);
			Objects.requireNonNull(host);
		}
	}
}

package org.palisade.ui.internal.inventory;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.PowerState;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Host;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.ui.internal.Images;

/** Texts and pictures of inventory objects. What a picture says is also said by a text. */
public final class InventoryLabels {

	private InventoryLabels() {
	}

	static String name(InventoryObject object, InventorySnapshot snapshot) {
		boolean folderOfDatacenter = object.kind() == Kind.FOLDER
				&& object.parent().flatMap(snapshot::object).filter(parent -> parent.kind() == Kind.DATACENTER).isPresent();
		if (folderOfDatacenter && object.name().equals("vm")) {
			return Messages.folder_vm;
		}
		return folderOfDatacenter && object.name().equals("host") ? Messages.folder_host : object.name();
	}

	/** {@return the state of a host or machine in words; empty for others} */
	public static String state(InventoryObject object) {
		if (object instanceof Host host) {
			return host.connection() == ConnectionState.CONNECTED ? (host.maintenance() ? Messages.maintenance : "") : connection(host.connection());
		}
		if (object instanceof VirtualMachine machine) {
			return machine.details().map(InventoryLabels::state).orElse(Messages.reading);
		}
		return "";
	}

	private static String state(MachineDetails details) {
		if (details.template()) {
			return Messages.template;
		}
		String power = power(details.power());
		return details.connection() == ConnectionState.CONNECTED ? power : NLS.bind(Messages.last_known, power, connection(details.connection()));
	}

	/** {@return a power state in words} */
	public static String power(PowerState power) {
		return switch (power) {
			case ON -> Messages.power_on;
			case OFF -> Messages.power_off;
			case SUSPENDED -> Messages.power_suspended;
			default -> Messages.power_unknown;
		};
	}

	/** {@return a connection state in words} */
	public static String connection(ConnectionState state) {
		return switch (state) {
			case CONNECTED -> Messages.connected;
			case DISCONNECTED -> Messages.disconnected;
			case NOT_RESPONDING -> Messages.not_responding;
			case ORPHANED -> Messages.orphaned;
			case INACCESSIBLE -> Messages.inaccessible;
			case INVALID -> Messages.invalid;
			case UNKNOWN -> Messages.connection_unknown;
		};
	}

	static Images image(InventoryObject object) {
		return switch (object.kind()) {
			case DATACENTER -> Images.DATACENTER;
			case FOLDER, RESOURCE_POOL, VAPP -> Images.FOLDER;
			case CLUSTER, COMPUTE_RESOURCE -> Images.CLUSTER;
			case HOST -> image((Host) object);
			case VIRTUAL_MACHINE -> ((VirtualMachine) object).details().map(InventoryLabels::image).orElse(Images.VM_UNKNOWN);
		};
	}

	private static Images image(Host host) {
		if (host.connection() != ConnectionState.CONNECTED) {
			return Images.HOST_LOST;
		}
		return host.maintenance() ? Images.HOST_MAINTENANCE : Images.HOST;
	}

	private static Images image(MachineDetails details) {
		if (details.template()) {
			return Images.TEMPLATE;
		}
		if (details.connection() != ConnectionState.CONNECTED) {
			return Images.VM_UNKNOWN;
		}
		return switch (details.power()) {
			case ON -> Images.VM_ON;
			case OFF -> Images.VM_OFF;
			case SUSPENDED -> Images.VM_SUSPENDED;
			default -> Images.VM_UNKNOWN;
		};
	}

	static String address(InventoryObject object) {
		return details(object).flatMap(MachineDetails::address).orElse("");
	}

	static String uuid(InventoryObject object) {
		return details(object).flatMap(details -> details.biosUuid().or(details::instanceUuid)).orElse("");
	}

	static String host(InventoryObject object, InventorySnapshot snapshot) {
		return object instanceof VirtualMachine machine ? InventoryStructure.hostOf(snapshot, machine).map(InventoryObject::name).orElse("") : "";
	}

	private static Optional<MachineDetails> details(InventoryObject object) {
		return object instanceof VirtualMachine machine ? machine.details() : Optional.empty();
	}
}

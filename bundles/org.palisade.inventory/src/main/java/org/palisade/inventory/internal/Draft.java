package org.palisade.inventory.internal;

import java.util.Optional;

import com.vmware.vim25.HostSystemConnectionState;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.VirtualMachineConnectionState;
import com.vmware.vim25.VirtualMachinePowerState;

import org.palisade.api.PowerState;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Container;
import org.palisade.api.inventory.InventoryObject.Host;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.inventory.internal.model.Entry;
import org.palisade.vsphere.InventoryNames;

/** An object while its properties come in, one after the other. What is never set stays unknown. */
final class Draft {

	private final Kind kind;
	private final String id;
	private String serverName;
	private Optional<String> parent = Optional.empty();
	private Optional<String> vApp = Optional.empty();
	private boolean details;
	private PowerState power = PowerState.UNKNOWN;
	private ConnectionState connection = ConnectionState.UNKNOWN;
	private boolean template;
	private boolean maintenance;
	private Optional<String> instanceUuid = Optional.empty();
	private Optional<String> biosUuid = Optional.empty();
	private Optional<String> address = Optional.empty();
	private Optional<String> host = Optional.empty();

	/**
	 * An object of which nothing is known.
	 *
	 * @param details whether it is a machine of which everything is read, not only name and parent
	 */
	Draft(Kind kind, String id, boolean details) {
		this.kind = kind;
		this.id = id;
		this.serverName = id;
		this.details = details;
	}

	/**
	 * An object as it was known.
	 *
	 * @param inVApp whether its parent is a vApp
	 */
	Draft(Entry before, boolean inVApp) {
		this(before.object().kind(), before.object().id(), false);
		serverName = before.serverName();
		parent = inVApp ? Optional.empty() : before.object().parent();
		vApp = inVApp ? before.object().parent() : Optional.empty();
		if (before.object() instanceof Host known) {
			connection = known.connection();
			maintenance = known.maintenance();
		} else if (before.object() instanceof VirtualMachine known) {
			known.details().ifPresent(this::details);
		}
	}

	private void details(MachineDetails known) {
		details = true;
		power = known.power();
		connection = known.connection();
		template = known.template();
		instanceUuid = known.instanceUuid();
		biosUuid = known.biosUuid();
		address = known.address();
		host = known.host();
	}

	/**
	 * Takes a property in.
	 *
	 * @param value its value, null when it is unset
	 * @return whether it is a property that was asked for, of a type that makes sense
	 */
	boolean set(String property, Object value) {
		switch (property) {
		case WatchedProperties.NAME -> serverName = text(value).orElse(id);
		case WatchedProperties.PARENT -> parent = reference(value);
		case WatchedProperties.PARENT_VAPP -> vApp = reference(value);
		case WatchedProperties.HOST -> host = reference(value);
		case WatchedProperties.POWER -> power = value instanceof VirtualMachinePowerState state ? power(state) : PowerState.UNKNOWN;
		case WatchedProperties.CONNECTION -> connection = connection(value);
		case WatchedProperties.TEMPLATE -> template = Boolean.TRUE.equals(value);
		case WatchedProperties.MAINTENANCE -> maintenance = Boolean.TRUE.equals(value);
		case WatchedProperties.INSTANCE_UUID -> instanceUuid = text(value);
		case WatchedProperties.BIOS_UUID -> biosUuid = text(value);
		case WatchedProperties.ADDRESS -> address = text(value);
		default -> {
			return false;
		}
		}
		return value == null || expected(property).isInstance(value);
	}

	private Class<?> expected(String property) {
		return switch (property) {
		case WatchedProperties.PARENT, WatchedProperties.PARENT_VAPP, WatchedProperties.HOST -> ManagedObjectReference.class;
		case WatchedProperties.POWER -> VirtualMachinePowerState.class;
		case WatchedProperties.CONNECTION -> kind == Kind.HOST ? HostSystemConnectionState.class : VirtualMachineConnectionState.class;
		case WatchedProperties.TEMPLATE, WatchedProperties.MAINTENANCE -> Boolean.class;
		default -> String.class;
		};
	}

	private static Optional<String> text(Object value) {
		return value instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
	}

	private static Optional<String> reference(Object value) {
		return value instanceof ManagedObjectReference reference ? text(reference.getVal()) : Optional.empty();
	}

	private static PowerState power(VirtualMachinePowerState state) {
		return switch (state) {
		case poweredOn -> PowerState.ON;
		case poweredOff -> PowerState.OFF;
		case suspended -> PowerState.SUSPENDED;
		};
	}

	private static ConnectionState connection(Object value) {
		if (value instanceof HostSystemConnectionState state) {
			return switch (state) {
			case connected -> ConnectionState.CONNECTED;
			case disconnected -> ConnectionState.DISCONNECTED;
			case notResponding -> ConnectionState.NOT_RESPONDING;
			};
		}
		if (value instanceof VirtualMachineConnectionState state) {
			return switch (state) {
			case connected -> ConnectionState.CONNECTED;
			case disconnected -> ConnectionState.DISCONNECTED;
			case orphaned -> ConnectionState.ORPHANED;
			case inaccessible -> ConnectionState.INACCESSIBLE;
			case invalid -> ConnectionState.INVALID;
			};
		}
		return ConnectionState.UNKNOWN;
	}

	/** {@return the object as it is known now} */
	Entry entry() {
		return new Entry(object(InventoryNames.decoded(serverName), vApp.or(() -> parent)), serverName);
	}

	private InventoryObject object(String name, Optional<String> liesIn) {
		return switch (kind) {
		case HOST -> new Host(id, name, liesIn, connection, maintenance);
		case VIRTUAL_MACHINE -> new VirtualMachine(id, name, liesIn, details
				? Optional.of(new MachineDetails(power, connection, template, instanceUuid, biosUuid, address, host))
				: Optional.empty());
		default -> new Container(kind, id, name, liesIn);
		};
	}
}

package org.palisade.devices;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.connections.Connection;
import org.palisade.core.option.CoreOptions;
import org.palisade.operations.ClusterRole;
import org.palisade.operations.ClusterRoles;

/** The roles of machines by the configurations that are open: those that a plug may mean, and those that a check has seen it mean. */
@Component
public final class ConfiguredRoles implements ClusterRoles {

	private final FenceDevices devices;

	/** @param devices the configurations that are open */
	@Activate
	public ConfiguredRoles(@Reference FenceDevices devices) {
		this.devices = devices;
	}

	@Override
	public List<ClusterRole> rolesOf(Connection connection, VirtualMachine machine, String path) {
		Set<ClusterRole> roles = new LinkedHashSet<>();
		for (DeviceConfiguration configuration : devices.configurations()) {
			for (ConfiguredDevice device : configuration.devices()) {
				boolean named = DeviceConnections.isSameServer(device, connection) && isNamed(device, machine, path);
				if (device.isOurs() && (named || wasSeen(device, machine))) {
					roles.add(new ClusterRole(device.cluster(), device.place().node(), device.method(), device.name()));
				}
			}
		}
		return new ArrayList<>(roles);
	}

	private static boolean isNamed(ConfiguredDevice device, VirtualMachine machine, String path) {
		PlugReading whole = new PlugReading(device.plug(), device.datacenter());
		return whole.means(machine, path)
				|| whole.parts(device.option(CoreOptions.PLUG_SEPARATOR).orElse(",")).stream().anyMatch(part -> part.means(machine, path));
	}

	/** By UUID: the configuration may name the server by another name than the connection. */
	private boolean wasSeen(ConfiguredDevice device, VirtualMachine machine) {
		Set<String> uuids = new HashSet<>();
		machine.details().ifPresent(details -> Stream.of(details.instanceUuid(), details.biosUuid()).forEach(uuid -> uuid.ifPresent(uuids::add)));
		return devices.health(device.place()).mappings().stream().flatMap(mapping -> mapping.machine().stream())
				.anyMatch(seen -> !seen.uuids().isEmpty() && uuids.containsAll(seen.uuids()));
	}
}

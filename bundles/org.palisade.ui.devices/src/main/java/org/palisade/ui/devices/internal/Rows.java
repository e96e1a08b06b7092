package org.palisade.ui.devices.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.connections.Connection;
import org.palisade.devices.ConfiguredDevice;
import org.palisade.devices.DeviceConfiguration;
import org.palisade.devices.DeviceConnections;
import org.palisade.devices.DeviceHealth;
import org.palisade.devices.FenceDevices;
import org.palisade.devices.InventoryMapping;
import org.palisade.devices.PlugMapping;
import org.palisade.ui.devices.internal.Row.ClusterRow;
import org.palisade.ui.devices.internal.Row.DeviceRow;
import org.palisade.ui.devices.internal.Row.MethodRow;
import org.palisade.ui.devices.internal.Row.NodeRow;
import org.palisade.ui.internal.PalisadeUi;

/** Computes the rows from what is known now. For any thread but that of the UI: looking for machines takes some milliseconds each. */
final class Rows {

	private final FenceDevices devices;
	private final List<Connection> connections = PalisadeUi.instance().inventories().connections();

	private Rows(FenceDevices devices) {
		this.devices = devices;
	}

	static List<ClusterRow> compute(FenceDevices devices) {
		Rows rows = new Rows(devices);
		return devices.configurations().stream().map(rows::cluster).toList();
	}

	/** {@return the inventory of a connection, if it is connected} */
	static Optional<InventorySnapshot> snapshot(Optional<Connection> connection) {
		return connection.flatMap(PalisadeUi.instance().inventories()::find).flatMap(inventory -> inventory.state().snapshot());
	}

	private ClusterRow cluster(DeviceConfiguration configuration) {
		return new ClusterRow(configuration, configuration.nodes().stream().map(node -> node(configuration, node)).toList());
	}

	private NodeRow node(DeviceConfiguration configuration, DeviceConfiguration.Node node) {
		List<MethodRow> methods = new ArrayList<>();
		for (DeviceConfiguration.Method method : node.methods()) {
			methods.add(new MethodRow(configuration, methods.size(), method.name(), method.devices().stream().map(device -> device(configuration, device)).toList()));
		}
		return new NodeRow(configuration, node.name(), methods);
	}

	private DeviceRow device(DeviceConfiguration configuration, ConfiguredDevice device) {
		Optional<Connection> connection = device.isOurs() ? DeviceConnections.find(device, connections) : Optional.empty();
		DeviceHealth health = devices.health(device.place());
		List<PlugMapping> byInventory = snapshot(connection).map(known -> InventoryMapping.of(device, known)).orElse(List.of());
		return new DeviceRow(configuration, device, health, byInventory.isEmpty() ? health.mappings() : byInventory, connection);
	}
}

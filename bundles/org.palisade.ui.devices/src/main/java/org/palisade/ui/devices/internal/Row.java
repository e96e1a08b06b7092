package org.palisade.ui.devices.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.connections.Connection;
import org.palisade.devices.ConfiguredDevice;
import org.palisade.devices.DeviceConfiguration;
import org.palisade.devices.DeviceHealth;
import org.palisade.devices.MappedMachine;
import org.palisade.devices.PlugMapping;
import org.palisade.ui.internal.inventory.InventoryElement;
import org.palisade.ui.internal.inventory.StandsForMachine;

/** A row of the view as it was computed last. Immutable. */
public sealed interface Row {

	/** {@return what tells it from the rows beside it, also after its file was read again} */
	String key();

	/** {@return the rows below it} */
	List<? extends Row> children();

	/** {@return the configuration that it is from} */
	DeviceConfiguration configuration();

	/** {@return the devices of it and below it} */
	default List<DeviceRow> devices() {
		return children().stream().flatMap(child -> child.devices().stream()).toList();
	}

	/** A cluster. */
	record ClusterRow(DeviceConfiguration configuration, List<NodeRow> children) implements Row {

		public ClusterRow {
			children = List.copyOf(children);
		}

		@Override
		public String key() {
			return configuration.file().toString();
		}
	}

	/** A node of a cluster, which stands for its machine. */
	record NodeRow(DeviceConfiguration configuration, String name, List<MethodRow> children) implements Row, StandsForMachine {

		public NodeRow {
			children = List.copyOf(children);
		}

		@Override
		public String key() {
			return name;
		}

		@Override
		public Optional<InventoryElement> machineElement() {
			return devices().stream().map(DeviceRow::machineElement).flatMap(Optional::stream).findFirst();
		}

		@Override
		public String reasonForNone() {
			return devices().stream().findFirst().map(DeviceRow::reasonForNone).orElse(Messages.warning_no_method);
		}
	}

	/** A method or level. */
	record MethodRow(DeviceConfiguration configuration, int index, String name, List<DeviceRow> children) implements Row {

		public MethodRow {
			children = List.copyOf(children);
		}

		@Override
		public String key() {
			return Integer.toString(index);
		}
	}

	/**
	 * A device of a node, which stands for the node's machine.
	 *
	 * @param health what checks have found
	 * @param mappings what the plugs mean: by the inventory of a connected server, else by the last check
	 * @param connection the connection to its server, if there is one
	 */
	record DeviceRow(DeviceConfiguration configuration, ConfiguredDevice device, DeviceHealth health, List<PlugMapping> mappings,
			Optional<Connection> connection) implements Row, StandsForMachine {

		public DeviceRow {
			mappings = List.copyOf(mappings);
		}

		@Override
		public String key() {
			return Integer.toString(device.place().step());
		}

		@Override
		public List<Row> children() {
			return List.of();
		}

		@Override
		public List<DeviceRow> devices() {
			return List.of(this);
		}

		/** {@return the machine that would be fenced, when it is one} */
		Optional<MappedMachine> machine() {
			return mappings.size() == 1 ? mappings.get(0).machine() : Optional.empty();
		}

		@Override
		public Optional<InventoryElement> machineElement() {
			return snapshot().flatMap(known -> machine().flatMap(machine -> known.object(machine.id())))
					.map(object -> new InventoryElement(connection.orElseThrow(), Optional.of(object)));
		}

		private Optional<InventorySnapshot> snapshot() {
			return Rows.snapshot(connection);
		}

		@Override
		public String reasonForNone() {
			if (!device.isOurs()) {
				return DeviceTexts.notOurs(device);
			}
			if (connection.isEmpty()) {
				return DeviceTexts.noConnection(device);
			}
			if (snapshot().isEmpty()) {
				return DeviceTexts.notConnected(connection.get());
			}
			return Stream.of(DeviceTexts.warnings(this)).filter(text -> !text.isEmpty()).findFirst().orElse(Messages.reason_not_known);
		}
	}
}

package org.palisade.ui.devices.internal;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceProblem;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.devices.DeviceCheck;
import org.palisade.devices.MappedMachine;
import org.palisade.devices.PlugMapping;
import org.palisade.ui.devices.internal.Row.DeviceRow;
import org.palisade.ui.internal.ReadOnlyProperties;
import org.palisade.ui.internal.inventory.InventoryLabels;

/** What the view "Properties" shows of a row: where it is from, what it is told, what it means, how it was found. No secrets. */
final class RowProperties extends ReadOnlyProperties {

	RowProperties(Row row) {
		add(Messages.category_configuration, Messages.property_cluster, row.configuration().name());
		add(Messages.category_configuration, Messages.property_file, row.configuration().file().toString());
		row.configuration().document().ifPresent(document -> add(Messages.category_configuration, Messages.property_form,
				document.configuration().form().id()));
		row.configuration().problem().ifPresent(problem -> add(Messages.category_configuration, Messages.column_warning, problem));
		if (row instanceof Row.NodeRow node) {
			add(Messages.category_configuration, Messages.property_node, node.name());
			add(Messages.category_configuration, Messages.column_warning, DeviceTexts.warnings(node));
			node.devices().stream().findFirst().ifPresent(this::addMachines);
		}
		if (row instanceof DeviceRow device) {
			addDevice(device);
			addHealth(device);
			addMachines(device);
		}
	}

	private void addDevice(DeviceRow row) {
		add(Messages.category_configuration, Messages.property_node, row.device().place().node());
		add(Messages.category_configuration, Messages.property_method, row.device().method());
		add(Messages.category_configuration, Messages.column_warning, DeviceTexts.warnings(row));
		add(Messages.category_device, Messages.property_name, row.device().name());
		add(Messages.category_device, Messages.property_agent, row.device().agent().orElse(""));
		add(Messages.category_device, Messages.property_plug, row.device().plug());
		for (ClusterOption option : row.device().step().options()) {
			add(Messages.category_device, option.name(), option.value().shown());
		}
	}

	private void addHealth(DeviceRow row) {
		add(Messages.category_health, Messages.column_health, DeviceTexts.health(row));
		row.health().last().ifPresent(check -> {
			add(Messages.category_health, Messages.column_last, DeviceTexts.time(check.time()));
			add(Messages.category_health, Messages.column_latency, DeviceTexts.latency(check.latency()));
			check.problem().ifPresent(problem -> add(Messages.category_health, Messages.property_advice, problem.advice()));
		});
		row.health().lastFailure().ifPresent(check -> add(Messages.category_health, Messages.property_last_error, lastError(check)));
	}

	private static String lastError(DeviceCheck check) {
		return NLS.bind(Messages.last_error, DeviceTexts.time(check.time()), check.problem().map(FenceProblem::message).orElse(""));
	}

	private void addMachines(DeviceRow row) {
		for (PlugMapping mapping : row.mappings()) {
			for (MappedMachine machine : mapping.machines()) {
				String category = NLS.bind(Messages.category_machine, machine.path());
				add(category, Messages.property_name, machine.name());
				add(category, Messages.property_reference, machine.id());
				add(category, Messages.property_uuid, String.join(", ", machine.uuids()));
				add(category, Messages.property_power, machine.power().map(InventoryLabels::power).orElse(""));
				add(category, Messages.property_host, machine.host().orElse(""));
			}
		}
	}
}

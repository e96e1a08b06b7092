package org.palisade.ui.internal.inventory;

import java.util.Optional;

import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.ReadOnlyProperties;

/** What the view "Properties" shows of an element. */
final class ElementProperties extends ReadOnlyProperties {

	private final InventoryElement element;

	ElementProperties(InventoryElement element) {
		this.element = element;
		element.object().ifPresent(this::addObject);
		add(Messages.category_connection, Messages.column_name, element.connection().name());
		add(Messages.category_connection, Messages.property_address, element.connection().address());
		add(Messages.category_connection, Messages.property_user, element.connection().user());
		add(Messages.category_connection, Messages.property_back_end, element.connection().backEndType());
	}

	private void addObject(InventoryObject object) {
		Optional<InventorySnapshot> snapshot = PalisadeUi.instance().inventories().find(element.connection())
				.flatMap(inventory -> inventory.state().snapshot());
		add(Messages.category_object, Messages.column_name, object.name());
		add(Messages.category_object, Messages.column_state, InventoryLabels.state(object));
		snapshot.ifPresent(known -> add(Messages.category_object, Messages.column_path, InventoryStructure.path(known, object)));
		add(Messages.category_object, Messages.property_reference, object.id());
		MachineTarget.of(element).ifPresent(this::addMachine);
	}

	private void addMachine(MachineTarget target) {
		target.details().flatMap(MachineDetails::instanceUuid).ifPresent(uuid -> add(Messages.category_object, Messages.property_instance_uuid, uuid));
		target.details().flatMap(MachineDetails::biosUuid).ifPresent(uuid -> add(Messages.category_object, Messages.property_bios_uuid, uuid));
		target.details().flatMap(MachineDetails::address).ifPresent(address -> add(Messages.category_object, Messages.column_address, address));
		target.host().ifPresent(host -> add(Messages.category_object, Messages.column_host, host.name()));
		target.cluster().ifPresent(cluster -> add(Messages.category_object, Messages.property_cluster, cluster));
	}
}

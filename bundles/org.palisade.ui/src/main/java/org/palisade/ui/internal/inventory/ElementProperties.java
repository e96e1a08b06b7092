package org.palisade.ui.internal.inventory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.ui.internal.PalisadeUi;

/** What the view "Properties" shows of an element. Nothing can be edited there. */
final class ElementProperties implements IPropertySource {

	private record Property(String category, String title, String value) {
	}

	private final InventoryElement element;
	private final Map<String, Property> properties = new LinkedHashMap<>();

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
		snapshot.ifPresent(known -> add(Messages.category_object, Messages.column_path, known.path(object.id())));
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

	private void add(String category, String title, String value) {
		if (!value.isEmpty()) {
			properties.put(category + "/" + title, new Property(category, title, value));
		}
	}

	@Override
	public IPropertyDescriptor[] getPropertyDescriptors() {
		return properties.entrySet().stream().map(entry -> {
			PropertyDescriptor descriptor = new PropertyDescriptor(entry.getKey(), entry.getValue().title());
			descriptor.setCategory(entry.getValue().category());
			return descriptor;
		}).toArray(IPropertyDescriptor[]::new);
	}

	@Override
	public Object getPropertyValue(Object id) {
		return properties.get(id).value();
	}

	@Override
	public Object getEditableValue() {
		return null;
	}

	@Override
	public boolean isPropertySet(Object id) {
		return false;
	}

	@Override
	public void resetPropertyValue(Object id) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void setPropertyValue(Object id, Object value) {
		throw new UnsupportedOperationException();
	}
}

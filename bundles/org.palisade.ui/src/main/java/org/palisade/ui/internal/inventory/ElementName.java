package org.palisade.ui.internal.inventory;

import org.eclipse.ui.model.WorkbenchAdapter;
import org.palisade.api.inventory.InventoryObject;

/** What an element is called, for the titles of dialogs about it. */
final class ElementName extends WorkbenchAdapter {

	private final InventoryElement element;

	ElementName(InventoryElement element) {
		this.element = element;
	}

	@Override
	public String getLabel(Object object) {
		return element.object().map(InventoryObject::name).orElse(element.connection().name());
	}
}

package org.palisade.ui.internal.inventory;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.views.properties.IPropertySource;
import org.palisade.connections.Connection;

/** What the rest of the workbench sees in an element: a connection for its property page, properties for the view "Properties". */
public final class ElementAdapters implements IAdapterFactory {

	@Override
	public <T> T getAdapter(Object adaptable, Class<T> type) {
		InventoryElement element = (InventoryElement) adaptable;
		if (type == Connection.class) {
			return element.object().isEmpty() ? type.cast(element.connection()) : null;
		}
		return type == IPropertySource.class ? type.cast(new ElementProperties(element)) : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { Connection.class, IPropertySource.class };
	}
}

package org.palisade.ui.internal.inventory;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.model.IWorkbenchAdapter;
import org.eclipse.ui.views.properties.IPropertySource;
import org.palisade.connections.Connection;

/** What the rest of the workbench sees in an element: a connection for its property page, properties for the view "Properties", a name for titles. */
public final class ElementAdapters implements IAdapterFactory {

	@Override
	public <T> T getAdapter(Object adaptable, Class<T> type) {
		InventoryElement element = (InventoryElement) adaptable;
		if (type == Connection.class) {
			return element.object().isEmpty() ? type.cast(element.connection()) : null;
		}
		if (type == IWorkbenchAdapter.class) {
			return type.cast(new ElementName(element));
		}
		return type == IPropertySource.class ? type.cast(new ElementProperties(element)) : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { Connection.class, IPropertySource.class, IWorkbenchAdapter.class };
	}
}

package org.palisade.ui.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/** Properties that the view "Properties" shows and that cannot be edited there. Filled before it is shown. */
public class ReadOnlyProperties implements IPropertySource {

	private record Property(String category, String title, String value) {
	}

	private final Map<String, Property> properties = new LinkedHashMap<>();

	/** Adds a property, unless its value is empty. */
	protected final void add(String category, String title, String value) {
		if (!value.isEmpty()) {
			properties.put(category + "/" + title, new Property(category, title, value));
		}
	}

	@Override
	public final IPropertyDescriptor[] getPropertyDescriptors() {
		return properties.entrySet().stream().map(entry -> {
			PropertyDescriptor descriptor = new PropertyDescriptor(entry.getKey(), entry.getValue().title());
			descriptor.setCategory(entry.getValue().category());
			// The view writes it into the status line, where there is more room for a long value.
			descriptor.setDescription(entry.getValue().value());
			return descriptor;
		}).toArray(IPropertyDescriptor[]::new);
	}

	@Override
	public final Object getPropertyValue(Object id) {
		return properties.get(id).value();
	}

	@Override
	public final Object getEditableValue() {
		return null;
	}

	@Override
	public final boolean isPropertySet(Object id) {
		return false;
	}

	@Override
	public final void resetPropertyValue(Object id) {
		throw new UnsupportedOperationException();
	}

	@Override
	public final void setPropertyValue(Object id, Object value) {
		throw new UnsupportedOperationException();
	}
}

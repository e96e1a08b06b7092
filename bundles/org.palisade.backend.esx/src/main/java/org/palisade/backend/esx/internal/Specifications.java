package org.palisade.backend.esx.internal;

import java.util.List;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectSpec;
import com.vmware.vim25.PropertyFilterSpec;
import com.vmware.vim25.PropertySpec;
import com.vmware.vim25.SelectionSpec;
import com.vmware.vim25.TraversalSpec;

/** Makes specifications for the property collector. */
final class Specifications {

	private Specifications() {
	}

	static PropertyFilterSpec filter(List<PropertySpec> properties, List<ObjectSpec> objects) {
		PropertyFilterSpec filter = new PropertyFilterSpec();
		filter.setPropSet(properties.toArray(PropertySpec[]::new));
		filter.setObjectSet(objects.toArray(ObjectSpec[]::new));
		return filter;
	}

	/** {@return a selection of properties of the objects of a type, its subtypes included} */
	static PropertySpec properties(String type, List<String> paths) {
		PropertySpec properties = new PropertySpec();
		properties.setType(type);
		properties.setAll(false);
		properties.setPathSet(paths.toArray(String[]::new));
		return properties;
	}

	/**
	 * @param skip whether the object itself is left out
	 * @param selections how to get from it to further objects
	 */
	static ObjectSpec object(ManagedObjectReference reference, boolean skip, SelectionSpec... selections) {
		ObjectSpec object = new ObjectSpec();
		object.setObj(reference);
		object.setSkip(skip);
		if (selections.length > 0) {
			object.setSelectSet(selections);
		}
		return object;
	}

	/** {@return the way from objects of a type along one of their properties, and from there along {@code further}} */
	static TraversalSpec traversal(String name, String type, String path, SelectionSpec... further) {
		TraversalSpec traversal = new TraversalSpec();
		traversal.setName(name);
		traversal.setType(type);
		traversal.setPath(path);
		traversal.setSkip(false);
		if (further.length > 0) {
			traversal.setSelectSet(further);
		}
		return traversal;
	}

	/** {@return a reference to a traversal by its name} */
	static SelectionSpec named(String name) {
		SelectionSpec selection = new SelectionSpec();
		selection.setName(name);
		return selection;
	}
}

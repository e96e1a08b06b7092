package org.palisade.vsphere;

import java.util.List;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectSpec;
import com.vmware.vim25.PropertyFilterSpec;
import com.vmware.vim25.PropertySpec;
import com.vmware.vim25.SelectionSpec;
import com.vmware.vim25.TraversalSpec;

/** Makes specifications for the property collector (vSphere API Reference, PropertyFilterSpec). */
public final class Specifications {

	private Specifications() {
	}

	/** {@return a specification of properties and of the objects that they are read of} */
	public static PropertyFilterSpec filter(List<PropertySpec> properties, List<ObjectSpec> objects) {
		PropertyFilterSpec filter = new PropertyFilterSpec();
		filter.setPropSet(properties.toArray(PropertySpec[]::new));
		filter.setObjectSet(objects.toArray(ObjectSpec[]::new));
		return filter;
	}

	/** {@return a selection of properties of the objects of a type, its subtypes included} */
	public static PropertySpec properties(String type, List<String> paths) {
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
	public static ObjectSpec object(ManagedObjectReference reference, boolean skip, SelectionSpec... selections) {
		ObjectSpec object = new ObjectSpec();
		object.setObj(reference);
		object.setSkip(skip);
		if (selections.length > 0) {
			object.setSelectSet(selections);
		}
		return object;
	}

	/** {@return the way from objects of a type along one of their properties, and from there along {@code further}} */
	public static TraversalSpec traversal(String name, String type, String path, SelectionSpec... further) {
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
	public static SelectionSpec named(String name) {
		SelectionSpec selection = new SelectionSpec();
		selection.setName(name);
		return selection;
	}
}

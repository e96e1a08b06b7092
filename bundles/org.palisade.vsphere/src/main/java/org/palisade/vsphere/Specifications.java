package org.palisade.vsphere;

import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;

import com.vmware.vim25.EventFilterSpec;
import com.vmware.vim25.EventFilterSpecByTime;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectSpec;
import com.vmware.vim25.PropertyFilterSpec;
import com.vmware.vim25.PropertySpec;
import com.vmware.vim25.SelectionSpec;
import com.vmware.vim25.TraversalSpec;

/** Makes specifications for the property collector and for the event history (vSphere API Reference, PropertyFilterSpec and EventFilterSpec). */
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

	/** {@return a specification of the events of those types since that time, by the server's clock, without their messages} */
	public static EventFilterSpec events(Instant since, List<String> types) {
		Calendar begin = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
		begin.setTimeInMillis(since.toEpochMilli());
		EventFilterSpecByTime time = new EventFilterSpecByTime();
		time.setBeginTime(begin);
		EventFilterSpec events = new EventFilterSpec();
		events.setTime(time);
		events.setDisableFullMessage(true);
		events.setEventTypeId(types.toArray(String[]::new));
		return events;
	}
}

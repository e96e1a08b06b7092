package org.palisade.simulator.internal.property;

import java.util.List;

import org.palisade.simulator.internal.model.Reference;
import org.palisade.simulator.internal.model.VimType;

/**
 * Which properties of which objects, as {@code PropertyFilterSpec} says.
 *
 * @param properties which properties of objects of which type
 * @param objects where the selection starts
 * @param reportMissingObjects whether an object that is not there is left out, rather than a fault
 */
public record FilterSpec(List<Properties> properties, List<Start> objects, boolean reportMissingObjects) {

	/** Keeps copies of the lists. */
	public FilterSpec {
		properties = List.copyOf(properties);
		objects = List.copyOf(objects);
	}

	/**
	 * Properties of the objects of a type and those that extend it.
	 *
	 * @param type the type
	 * @param paths the properties, possibly none
	 */
	record Properties(VimType type, List<PropertyPath> paths) {
	}

	/**
	 * An object that the selection starts from.
	 *
	 * @param object the object
	 * @param skip whether it is only passed
	 * @param selections how to go on from it
	 */
	record Start(Reference object, boolean skip, List<Selection> selections) {
	}
}

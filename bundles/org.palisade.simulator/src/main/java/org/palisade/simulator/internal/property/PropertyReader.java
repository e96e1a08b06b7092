package org.palisade.simulator.internal.property;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.palisade.simulator.internal.model.Access;
import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.VimType;
import org.palisade.simulator.internal.model.VirtualMachine;

/** Reads what a filter specification asks for out of one object after the other. Used with the world's lock held. */
public final class PropertyReader {

	private final FilterSpec spec;
	private final Map<VimType, List<PropertyPath>> pathsOfTypes = new IdentityHashMap<>();

	/** A reader for that specification. */
	public PropertyReader(FilterSpec spec) {
		this.spec = spec;
	}

	/** Reads the properties as they are now. */
	public ObjectContent read(ManagedObject object) {
		List<PropertyPath> paths = pathsOfTypes.computeIfAbsent(object.type(), this::pathsOf);
		boolean viewOnly = object instanceof VirtualMachine machine && machine.access() == Access.VIEW;
		Object[] values = new Object[paths.size()];
		for (int i = 0; i < values.length; i++) {
			PropertyPath path = paths.get(i);
			values[i] = viewOnly && !isViewable(path) ? ObjectContent.NOT_PERMITTED : path.read(object);
		}
		return new ObjectContent(object, paths, values);
	}

	private List<PropertyPath> pathsOf(VimType type) {
		Map<String, PropertyPath> paths = new LinkedHashMap<>();
		for (FilterSpec.Properties properties : spec.properties()) {
			if (type.isA(properties.type().name())) {
				for (PropertyPath path : properties.paths()) {
					paths.putIfAbsent(path.text(), path);
				}
			}
		}
		return new ArrayList<>(paths.values());
	}

	private static boolean isViewable(PropertyPath path) {
		return switch (path.property()) {
		case "name", "parent", "effectiveRole" -> true;
		default -> false;
		};
	}
}

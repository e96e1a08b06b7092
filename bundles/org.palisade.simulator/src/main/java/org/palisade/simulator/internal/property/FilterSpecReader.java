package org.palisade.simulator.internal.property;

import java.util.ArrayList;
import java.util.List;

import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.VimField;
import org.palisade.simulator.internal.model.VimType;
import org.palisade.simulator.internal.model.VimTypes;
import org.palisade.simulator.internal.soap.Element;

/** Reads {@code PropertyFilterSpec}s out of a request. */
public final class FilterSpecReader {

	private FilterSpecReader() {
	}

	/** Reads one, and checks its types and paths. */
	public static FilterSpec read(Element spec) throws VimFault {
		List<FilterSpec.Properties> properties = new ArrayList<>();
		for (Element propSet : spec.children("propSet")) {
			VimType type = VimTypes.find(propSet.required("type")).orElse(null);
			if (type != null) {
				properties.add(new FilterSpec.Properties(type, paths(type, propSet)));
			}
		}
		List<FilterSpec.Start> objects = new ArrayList<>();
		for (Element objectSet : spec.children("objectSet")) {
			objects.add(new FilterSpec.Start(objectSet.reference("obj"), objectSet.isTrue("skip"), selections(objectSet)));
		}
		return new FilterSpec(properties, objects, spec.isTrue("reportMissingObjectsInResults"));
	}

	private static List<PropertyPath> paths(VimType type, Element propSet) throws VimFault {
		List<PropertyPath> paths = new ArrayList<>();
		if (propSet.isTrue("all")) {
			for (VimField field : type.fields()) {
				paths.add(PropertyPath.compile(type, field.name()));
			}
			return paths;
		}
		for (String path : propSet.texts("pathSet")) {
			paths.add(PropertyPath.compile(type, path));
		}
		return paths;
	}

	private static List<Selection> selections(Element parent) throws VimFault {
		List<Selection> selections = new ArrayList<>();
		for (Element select : parent.children("selectSet")) {
			selections.add(select.child("path").isPresent() ? traversal(select) : new Selection.Named(select.required("name")));
		}
		return selections;
	}

	private static Selection traversal(Element select) throws VimFault {
		String typeName = select.required("type");
		VimType type = VimTypes.find(typeName).orElseThrow(() -> VimFault.named("InvalidType", "Unknown type " + typeName));
		PropertyPath path = PropertyPath.compile(type, select.required("path"));
		return new Selection.Traversal(select.optional("name"), typeName, path, select.isTrue("skip"), selections(select));
	}
}

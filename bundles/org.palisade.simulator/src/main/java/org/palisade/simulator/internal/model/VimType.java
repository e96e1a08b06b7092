package org.palisade.simulator.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A type of the vim25 API with its properties, those of its super types first. Immutable. */
public final class VimType {

	private final String name;
	private final VimType superType;
	private final List<VimField> fields;
	private final Map<String, Integer> indexes = new HashMap<>();

	VimType(String name, VimType superType, List<VimField> ownFields) {
		this.name = name;
		this.superType = superType;
		List<VimField> all = new ArrayList<>();
		if (superType != null) {
			all.addAll(superType.fields);
		}
		all.addAll(ownFields);
		this.fields = List.copyOf(all);
		for (int i = 0; i < fields.size(); i++) {
			indexes.put(fields.get(i).name(), i);
		}
	}

	/** Its name in the API. */
	public String name() {
		return name;
	}

	/** All its properties in the order of the WSDL. */
	public List<VimField> fields() {
		return fields;
	}

	/** The index of a property in {@link #fields()}, or -1 when there is none of that name. */
	public int indexOf(String field) {
		return indexes.getOrDefault(field, -1);
	}

	/** Whether this is that type or one that extends it. */
	public boolean isA(String typeName) {
		for (VimType type = this; type != null; type = type.superType) {
			if (type.name.equals(typeName)) {
				return true;
			}
		}
		return typeName.equals("ManagedObject");
	}

	@Override
	public String toString() {
		return name;
	}
}

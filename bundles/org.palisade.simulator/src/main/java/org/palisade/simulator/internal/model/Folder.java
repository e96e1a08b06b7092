package org.palisade.simulator.internal.model;

import java.util.ArrayList;
import java.util.List;

/** A folder: the root, one of a datacenter's four, or one below. */
public final class Folder extends ManagedEntity {

	private final List<String> childTypes;
	private final List<ManagedEntity> children = new ArrayList<>();

	Folder(String id, String name, ManagedEntity parent, List<String> childTypes) {
		super(VimTypes.get("Folder"), id, name, parent);
		this.childTypes = childTypes;
	}

	List<String> childTypes() {
		return childTypes;
	}

	void add(ManagedEntity child) {
		children.add(child);
	}

	void remove(ManagedEntity child) {
		children.remove(child);
	}

	@Override
	public List<ManagedEntity> children() {
		return children;
	}

	@Override
	public Object property(String property) {
		return switch (property) {
		case "childType" -> childTypes;
		case "childEntity" -> List.copyOf(children);
		default -> super.property(property);
		};
	}
}

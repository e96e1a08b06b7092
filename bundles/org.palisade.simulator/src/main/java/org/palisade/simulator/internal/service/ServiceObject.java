package org.palisade.simulator.internal.service;

import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.VimType;
import org.palisade.simulator.internal.model.VimTypes;

/** One of the objects that every server has once, such as the search index. */
class ServiceObject implements ManagedObject {

	private final VimType type;
	private final String id;

	ServiceObject(String typeName, String id) {
		this.type = VimTypes.get(typeName);
		this.id = id;
	}

	@Override
	public VimType type() {
		return type;
	}

	@Override
	public String id() {
		return id;
	}

	@Override
	public Object property(String name) {
		return null;
	}

	@Override
	public long revision() {
		return 0;
	}
}

package org.palisade.simulator.internal.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.Reference;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.World;

/** Finds the object that a MoRef refers to, as the session of a call sees it. Used with the world's lock held. */
final class ObjectDirectory {

	private final World world;
	private final Map<String, ManagedObject> serviceObjects = new HashMap<>();

	ObjectDirectory(World world) {
		this.world = world;
	}

	void add(ManagedObject serviceObject) {
		serviceObjects.put(serviceObject.id(), serviceObject);
	}

	/** Finds an object; one of another type than the reference says is not found. */
	Optional<ManagedObject> find(Call call, Reference reference) {
		return findAny(call, reference.value()).filter(object -> object.type().isA(reference.type()));
	}

	/** Finds objects as that call does. */
	Function<Reference, Optional<ManagedObject>> lookUp(Call call) {
		return reference -> find(call, reference);
	}

	/** Finds an object that must be there. */
	ManagedObject get(Call call, Reference reference) throws VimFault {
		return get(call, reference, ManagedObject.class);
	}

	/** Finds an object of a class that must be there. */
	<T> T get(Call call, Reference reference, Class<T> type) throws VimFault {
		return find(call, reference).filter(type::isInstance).map(type::cast).orElseThrow(() -> VimFault.notFound(reference));
	}

	private Optional<ManagedObject> findAny(Call call, String id) {
		Optional<ManagedObject> entity = world.inventory().find(id).map(ManagedObject.class::cast);
		if (entity.isPresent()) {
			return entity;
		}
		return Optional.ofNullable(serviceObjects.get(id)).or(() -> call.sessionIfAny().flatMap(session -> session.find(id)))
				.or(() -> world.tasks().find(id).map(ManagedObject.class::cast));
	}
}

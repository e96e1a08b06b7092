package org.palisade.simulator.internal.property;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.Reference;
import org.palisade.simulator.internal.model.VimFault;

/**
 * A retrieval of properties that is read page by page: which objects was decided at its begin, their properties are read when their page
 * comes. Guarded by the world's lock.
 */
public final class Retrieval {

	private final List<Part> parts = new ArrayList<>();
	private final Function<Reference, Optional<ManagedObject>> lookUp;
	private int part;
	private int index;

	private record Part(PropertyReader reader, List<ManagedObject> objects) {
	}

	/** Selects the objects of all specifications. */
	public Retrieval(Collection<FilterSpec> specs, Function<Reference, Optional<ManagedObject>> lookUp) throws VimFault {
		this.lookUp = lookUp;
		for (FilterSpec spec : specs) {
			parts.add(new Part(new PropertyReader(spec), List.copyOf(ObjectSelector.select(spec, lookUp))));
		}
		skipEmptyParts();
	}

	/** Whether everything was read. */
	public boolean isFinished() {
		return part == parts.size();
	}

	/** Reads the next objects; those that have gone meanwhile are left out. */
	public List<ObjectContent> next(int most) {
		List<ObjectContent> page = new ArrayList<>(Math.min(most, 1000));
		while (page.size() < most && !isFinished()) {
			Part current = parts.get(part);
			ManagedObject object = current.objects().get(index++);
			if (lookUp.apply(new Reference(object.type().name(), object.id())).isPresent() && !ObjectSelector.isHidden(object)) {
				page.add(current.reader().read(object));
			}
			skipEmptyParts();
		}
		return page;
	}

	private void skipEmptyParts() {
		while (part < parts.size() && index == parts.get(part).objects().size()) {
			part++;
			index = 0;
		}
	}
}

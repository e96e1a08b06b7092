package org.palisade.simulator.internal.property;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.Reference;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.VimType;
import org.palisade.simulator.internal.model.VimTypes;
import org.palisade.simulator.internal.model.World;

/** A filter of a property collector: remembers what it reported and finds out what differs. Guarded by the world's lock. */
public final class PropertyFilter implements ManagedObject {

	private static final VimType TYPE = VimTypes.get("PropertyFilter");

	private final String id;
	private final FilterSpec spec;
	private final World world;
	private final Function<Reference, Optional<ManagedObject>> lookUp;
	private final PropertyReader reader;
	private final Map<ManagedObject, Object[]> reported = new LinkedHashMap<>();
	private Collection<ManagedObject> selected = List.of();
	private long seenRevision;
	private long seenStructure;

	PropertyFilter(String id, FilterSpec spec, World world, Function<Reference, Optional<ManagedObject>> lookUp) {
		this.id = id;
		this.spec = spec;
		this.world = world;
		this.lookUp = lookUp;
		this.reader = new PropertyReader(spec);
	}

	/** Forgets what was reported. */
	void reset() {
		reported.clear();
		seenRevision = 0;
		seenStructure = 0;
	}

	/** What differs from what was reported; it counts as reported from now on. */
	List<ObjectChange> changes() {
		if (seenRevision == world.revision()) {
			return List.of();
		}
		List<ObjectChange> changes = new ArrayList<>();
		if (seenStructure != world.structureRevision()) {
			selectAgain(changes);
			seenStructure = world.structureRevision();
		}
		for (ManagedObject object : selected) {
			Object[] before = reported.get(object);
			if (before == null || object.revision() > seenRevision) {
				compare(object, before, changes);
			}
		}
		seenRevision = world.revision();
		return changes;
	}

	private void selectAgain(List<ObjectChange> changes) {
		selected = select();
		Set<ManagedObject> now = new HashSet<>(selected);
		for (Iterator<ManagedObject> objects = reported.keySet().iterator(); objects.hasNext();) {
			ManagedObject object = objects.next();
			if (!now.contains(object)) {
				changes.add(new ObjectChange(this, object, null, null));
				objects.remove();
			}
		}
	}

	private Collection<ManagedObject> select() {
		try {
			return ObjectSelector.select(spec, lookUp);
		} catch (VimFault gone) {
			// The object that the selection starts from was there when the filter was made; now everything has left.
			return List.of();
		}
	}

	private void compare(ManagedObject object, Object[] before, List<ObjectChange> changes) {
		ObjectContent now = reader.read(object);
		if (before == null || !Arrays.equals(before, now.values())) {
			changes.add(new ObjectChange(this, object, before, now));
			reported.put(object, now.values());
		}
	}

	@Override
	public VimType type() {
		return TYPE;
	}

	@Override
	public String id() {
		return id;
	}

	@Override
	public Object property(String name) {
		return name.equals("partialUpdates") ? Boolean.FALSE : null;
	}

	@Override
	public long revision() {
		return 0;
	}
}

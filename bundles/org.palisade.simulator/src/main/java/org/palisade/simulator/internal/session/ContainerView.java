package org.palisade.simulator.internal.session;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.palisade.simulator.internal.model.ManagedEntity;
import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.VimType;
import org.palisade.simulator.internal.model.VimTypes;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.property.ObjectSelector;

/** A view of the entities below a container, always up to date. Guarded by the world's lock. */
public final class ContainerView implements ManagedObject {

	private static final VimType TYPE = VimTypes.get("ContainerView");

	private final String id;
	private final World world;
	private final ManagedEntity container;
	private final List<String> types;
	private final boolean recursive;
	private List<ManagedEntity> view = List.of();
	private long viewedStructure;

	/** A view of the entities of those types; no types stand for all. */
	public ContainerView(String id, World world, ManagedEntity container, List<String> types, boolean recursive) {
		this.id = id;
		this.world = world;
		this.container = container;
		this.types = types;
		this.recursive = recursive;
	}

	private List<ManagedEntity> view() {
		if (viewedStructure != world.structureRevision()) {
			Set<ManagedEntity> found = new LinkedHashSet<>();
			collect(container.children(), found);
			view = List.copyOf(found);
			viewedStructure = world.structureRevision();
		}
		return view;
	}

	private void collect(Collection<? extends ManagedEntity> entities, Set<ManagedEntity> found) {
		for (ManagedEntity entity : entities) {
			if (isWanted(entity) && !ObjectSelector.isHidden(entity)) {
				found.add(entity);
			}
			if (recursive) {
				collect(entity.children(), found);
			}
		}
	}

	private boolean isWanted(ManagedEntity entity) {
		return types.isEmpty() || types.stream().anyMatch(entity.type()::isA);
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
		return switch (name) {
		case "container" -> container;
		case "type" -> types;
		case "recursive" -> recursive;
		case "view" -> view();
		default -> null;
		};
	}

	@Override
	public long revision() {
		return viewedStructure;
	}
}

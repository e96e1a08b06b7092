package org.palisade.simulator.internal.property;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.palisade.simulator.internal.model.Access;
import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.Reference;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.VirtualMachine;

/** Finds the objects that a filter specification selects, each once, in the order of discovery. */
public final class ObjectSelector {

	private final FilterSpec spec;
	private final Function<Reference, Optional<ManagedObject>> lookUp;
	private final Set<ManagedObject> selected = new LinkedHashSet<>();

	private ObjectSelector(FilterSpec spec, Function<Reference, Optional<ManagedObject>> lookUp) {
		this.spec = spec;
		this.lookUp = lookUp;
	}

	/**
	 * Selects.
	 *
	 * @param lookUp finds an object by its MoRef
	 * @throws VimFault when the selection starts from an object that is not there or must not be seen
	 */
	public static Collection<ManagedObject> select(FilterSpec spec, Function<Reference, Optional<ManagedObject>> lookUp) throws VimFault {
		ObjectSelector selector = new ObjectSelector(spec, lookUp);
		for (FilterSpec.Start start : spec.objects()) {
			selector.start(start);
		}
		return Collections.unmodifiableSet(selector.selected);
	}

	private void start(FilterSpec.Start start) throws VimFault {
		Optional<ManagedObject> object = lookUp.apply(start.object());
		if (object.isEmpty()) {
			if (spec.reportMissingObjects()) {
				return;
			}
			throw VimFault.notFound(start.object());
		}
		if (isHidden(object.get())) {
			throw VimFault.noPermission(object.get(), "System.View");
		}
		Walk walk = new Walk();
		walk.learnNames(start.selections());
		walk.visit(object.get(), start.skip(), start.selections());
	}

	/** Whether the account does not even see the object. */
	public static boolean isHidden(ManagedObject object) {
		return object instanceof VirtualMachine machine && machine.access() == Access.NONE;
	}

	private boolean isAskedFor(ManagedObject object) {
		for (FilterSpec.Properties properties : spec.properties()) {
			if (object.type().isA(properties.type().name())) {
				return true;
			}
		}
		return false;
	}

	/** The walk from one start; names of traversals are known within it only. */
	private final class Walk {

		private final Map<String, Selection.Traversal> named = new HashMap<>();
		private final Map<Selection.Traversal, Set<ManagedObject>> followed = new HashMap<>();

		void learnNames(List<Selection> selections) {
			for (Selection selection : selections) {
				if (selection instanceof Selection.Traversal traversal) {
					if (!traversal.name().isEmpty()) {
						named.put(traversal.name(), traversal);
					}
					learnNames(traversal.selections());
				}
			}
		}

		void visit(ManagedObject object, boolean skip, List<Selection> selections) throws VimFault {
			if (!skip && isAskedFor(object)) {
				selected.add(object);
			}
			for (Selection selection : selections) {
				Selection.Traversal traversal = resolve(selection);
				if (object.type().isA(traversal.type())
						&& followed.computeIfAbsent(traversal, unused -> new HashSet<>()).add(object)) {
					follow(object, traversal);
				}
			}
		}

		private Selection.Traversal resolve(Selection selection) throws VimFault {
			if (selection instanceof Selection.Traversal traversal) {
				return traversal;
			}
			String name = ((Selection.Named) selection).name();
			Selection.Traversal traversal = named.get(name);
			if (traversal == null) {
				throw VimFault.invalidArgument("specSet.objectSet.selectSet: no traversal is called " + name);
			}
			return traversal;
		}

		private void follow(ManagedObject object, Selection.Traversal traversal) throws VimFault {
			Object value = traversal.path().read(object);
			if (value instanceof ManagedObject next) {
				pass(next, traversal);
			} else if (value instanceof List<?> list) {
				for (Object element : list) {
					if (element instanceof ManagedObject next) {
						pass(next, traversal);
					}
				}
			}
		}

		private void pass(ManagedObject next, Selection.Traversal traversal) throws VimFault {
			if (!isHidden(next)) {
				visit(next, traversal.skip(), traversal.selections());
			}
		}
	}
}

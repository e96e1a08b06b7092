package org.palisade.backend.esx.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.vmware.vim25.ManagedObjectReference;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.InventoryNames;
import org.palisade.vsphere.ObjectProperties;
import org.palisade.vsphere.VSphereSession;

/** Finds the datacenter to which the option {@code vmware_datacenter} restricts. */
final class Datacenters {

	static final String DATACENTER = "Datacenter";
	private static final int PAGE = 1000;

	/**
	 * A datacenter.
	 *
	 * @param path its inventory path
	 */
	record Datacenter(ManagedObjectReference reference, String path) {
	}

	private final VSphereSession session;
	private final Diagnostics diagnostics;
	private final Deadline deadline;

	Datacenters(VSphereSession session, Diagnostics diagnostics, Deadline deadline) {
		this.session = session;
		this.diagnostics = diagnostics;
		this.deadline = deadline;
	}

	/**
	 * {@return the one datacenter of this name or inventory path}
	 *
	 * @throws FenceException of kind NOT_FOUND or AMBIGUOUS when there is not exactly one
	 */
	Datacenter find(String text) throws FenceException {
		List<Datacenter> found = candidates(text);
		if (found.isEmpty()) {
			throw new FenceException(Kind.NOT_FOUND, NLS.bind(Messages.datacenter_unknown, text), Messages.datacenter_unknown_advice);
		}
		if (found.size() > 1) {
			String paths = String.join(", ", found.stream().map(Datacenter::path).toList());
			throw new FenceException(Kind.AMBIGUOUS, NLS.bind(Messages.datacenter_ambiguous, text, paths),
					Messages.datacenter_ambiguous_advice);
		}
		return found.get(0);
	}

	private List<Datacenter> candidates(String text) throws FenceException {
		List<ManagedObjectReference> named = new ArrayList<>();
		List<ManagedObjectReference> all = new ArrayList<>();
		try (InventoryView view = new InventoryView(session, diagnostics, session.content().getRootFolder(), DATACENTER, deadline)) {
			view.forEach(List.of("name"), PAGE, row -> {
				all.add(row.reference());
				if (row.text("name").filter(name -> InventoryNames.matches(text, name)).isPresent()) {
					named.add(row.reference());
				}
			});
		}
		boolean maybePath = text.indexOf('/') >= 0;
		List<ManagedObjectReference> worthReading = maybePath ? all : named;
		if (worthReading.isEmpty()) {
			return List.of();
		}
		Ancestry ancestry = Ancestry.read(session, DATACENTER, List.of(), worthReading, deadline);
		List<Datacenter> found = new ArrayList<>();
		for (ManagedObjectReference reference : worthReading) {
			Optional<ObjectProperties> object = ancestry.object(reference);
			if (object.isPresent()) {
				String path = ancestry.path(object.get());
				if (named.contains(reference) || isPath(text, path)) {
					found.add(new Datacenter(reference, path));
				}
			}
		}
		return found;
	}

	/** {@return whether the text is that path, with or without a slash in front} */
	static boolean isPath(String text, String path) {
		return text.equals(path) || path.equals("/" + text);
	}
}

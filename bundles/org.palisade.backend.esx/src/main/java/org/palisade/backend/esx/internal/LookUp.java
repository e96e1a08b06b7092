package org.palisade.backend.esx.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.vmware.vim25.ManagedObjectReference;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.lookup.MappedPlug;
import org.palisade.api.time.Deadline;
import org.palisade.backend.esx.internal.Datacenters.Datacenter;
import org.palisade.vsphere.InventoryNames;
import org.palisade.vsphere.MapContents;
import org.palisade.vsphere.VSphereSession;

/**
 * Finds everything that a user's text may mean.
 * <p>
 * A name costs a look at every name of the inventory; everything else costs the same at any size. So a text that was found as a UUID or
 * as a full inventory path, or that can be nothing but a path or a reference, is not looked for among the names as well. A short
 * reference ({@code vm-12}) is: that is a name that people give.
 */
final class LookUp {

	/** Names are short: this many make an answer of some hundred kilobytes. */
	private static final int NAMES_PER_PAGE = 2000;

	private final VSphereSession session;
	private final Diagnostics diagnostics;
	private final Deadline deadline;
	private final Map<String, Match> found = new LinkedHashMap<>();
	private final Optional<PlugMemory> memory;
	private final List<MappedPlug> names = new ArrayList<>();
	private Optional<Datacenter> datacenter = Optional.empty();

	/**
	 * What was found.
	 *
	 * @param name the name that it must have, because the server may not care for case where we do; null when it may have any
	 */
	private record Match(ManagedObjectReference reference, String name) {
	}

	/**
	 * @param memory is told what is seen on the way; empty where nothing is kept
	 */
	LookUp(VSphereSession session, Diagnostics diagnostics, Optional<PlugMemory> memory, Deadline deadline) {
		this.memory = memory;
		this.session = session;
		this.diagnostics = diagnostics;
		this.deadline = deadline;
	}

	List<Plug> find(PlugSelector selector) throws FenceException {
		if (selector.datacenter().isPresent()) {
			datacenter = Optional.of(new Datacenters(session, diagnostics, deadline).find(selector.datacenter().get()));
		}
		PlugText text = new PlugText(selector.text());
		text.reference().map(References::virtualMachine).ifPresent(reference -> add(reference, null));
		boolean certain = text.isExplicitReference() || byUuid(text) || byPath(text);
		if (!certain) {
			byName(text.text());
		}
		List<ManagedObjectReference> references = found.values().stream().map(Match::reference).toList();
		List<Plug> plugs = new PlugReader(session, deadline).plugs(references, datacenter.map(Datacenter::reference));
		if (!names.isEmpty() && names.size() <= MapContents.MOST_MACHINES) {
			memory.orElseThrow().learn(names, plugs.stream().map(MappedPlug::of).toList());
		}
		return plugs.stream().filter(this::hasName).toList();
	}

	private boolean hasName(Plug plug) {
		String name = found.get(plug.id()).name();
		return name == null || name.equals(plug.name());
	}

	private boolean byUuid(PlugText text) throws FenceException {
		Optional<String> uuid = text.uuid();
		if (uuid.isEmpty()) {
			return false;
		}
		ManagedObjectReference within = datacenter.map(Datacenter::reference).orElse(null);
		boolean any = false;
		for (boolean instance : new boolean[] { true, false }) {
			ManagedObjectReference[] matches = session.call(deadline,
					stub -> stub.findAllByUuid(session.content().getSearchIndex(), within, uuid.get(), true, instance));
			if (matches != null) {
				for (ManagedObjectReference match : matches) {
					add(match, null);
					any = true;
				}
			}
		}
		return any;
	}

	/** {@return whether the text needs no look at the names: it can only be a path, or it is a full one that exists} */
	private boolean byPath(PlugText text) throws FenceException {
		Optional<String> base = datacenter.map(Datacenter::path);
		boolean any = byPaths(text.paths(base));
		if (!any) {
			any = byPaths(text.pathsWithSlashInName(base));
		}
		return text.isAbsolutePath() || any && text.isFullPath();
	}

	private boolean byPaths(Set<String> paths) throws FenceException {
		boolean any = false;
		for (String path : paths) {
			ManagedObjectReference match = session.call(deadline,
					stub -> stub.findByInventoryPath(session.content().getSearchIndex(), path));
			if (References.isVirtualMachine(match)) {
				add(match, InventoryNames.decoded(path.substring(path.lastIndexOf('/') + 1)));
				any = true;
			}
		}
		return any;
	}

	private void byName(String text) throws FenceException {
		ManagedObjectReference root = datacenter.map(Datacenter::reference).orElse(session.content().getRootFolder());
		boolean whole = datacenter.isEmpty() && memory.isPresent();
		try (InventoryView view = new InventoryView(session, diagnostics, root, References.VIRTUAL_MACHINE, deadline)) {
			view.forEach(List.of("name"), NAMES_PER_PAGE, row -> {
				if (whole && names.size() <= MapContents.MOST_MACHINES) {
					String name = InventoryNames.decoded(row.text("name").orElse(row.id()));
					names.add(new MappedPlug(row.id(), name, Optional.empty(), false));
				}
				if (row.text("name").filter(name -> InventoryNames.matches(text, name)).isPresent()) {
					add(row.reference(), null);
				}
			});
		}
	}

	private void add(ManagedObjectReference reference, String name) {
		Match known = found.get(reference.getVal());
		if (known == null || name == null) {
			found.put(reference.getVal(), new Match(reference, name));
		}
	}
}

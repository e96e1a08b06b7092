package org.palisade.backend.rest.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.time.Deadline;
import org.palisade.backend.rest.internal.Inventory.Entry;
import org.palisade.backend.rest.internal.PlugText.Path;

/**
 * Finds everything that a user's text may mean, by the filters of the API and never by listing all. Every reading of the text costs a call or
 * two at any size of the inventory, so all of them are tried. Templates are not among the machines that the API knows.
 */
final class LookUp {

	private final Inventory inventory;
	private final Datacenters datacenters;
	private final PlugReader reader;

	/** What was found, with the path where it is known. */
	private final Map<String, Optional<String>> found = new LinkedHashMap<>();

	private Optional<Entry> datacenter = Optional.empty();

	LookUp(AutomationSession session, Deadline deadline) {
		this.inventory = new Inventory(session, deadline);
		this.datacenters = new Datacenters(inventory);
		this.reader = new PlugReader(inventory);
	}

	List<Plug> find(PlugSelector selector) throws FenceException {
		if (selector.datacenter().isPresent()) {
			datacenter = Optional.of(datacenters.require(selector.datacenter().get()));
		}
		PlugText text = new PlugText(selector.text());
		if (text.reference().isPresent()) {
			addAll(referred(text.reference().get()));
		}
		if (!text.isExplicitReference()) {
			for (Path path : text.paths(datacenter.isPresent())) {
				byPath(path);
			}
			if (!text.isAbsolutePath()) {
				addAll(named(text.text(), restricted()));
			}
		}
		if (found.isEmpty() && text.isUuid()) {
			throw new FenceException(Kind.OPTION, NLS.bind(Messages.uuid, text.text()), Messages.uuid_advice);
		}
		return plugs();
	}

	/** A reference that nobody has matches nothing; should a server call that an error, it means the same. */
	private List<Entry> referred(String reference) throws FenceException {
		try {
			return inventory.machines(restricted().with("vms", reference));
		} catch (FenceException failure) {
			if (failure.problem().kind() == Kind.NOT_FOUND) {
				return List.of();
			}
			throw failure;
		}
	}

	private Query restricted() {
		Query query = new Query();
		datacenter.ifPresent(entry -> query.with("datacenters", entry.id()));
		return query;
	}

	private List<Entry> named(String name, Query query) throws FenceException {
		List<Entry> machines = inventory.machines(query.withAny("names", InventoryNames.forms(name)));
		return machines.stream().filter(entry -> InventoryNames.matches(name, entry.name())).toList();
	}

	private void addAll(List<Entry> machines) {
		machines.forEach(machine -> found.putIfAbsent(machine.id(), Optional.empty()));
	}

	private void byPath(Path path) throws FenceException {
		for (Entry base : bases(path)) {
			FolderChain chain = new FolderChain(inventory, "VIRTUAL_MACHINE");
			List<String> folders = chain.ids(List.of(datacenters.machineFolder(base)), path.folders());
			if (!folders.isEmpty()) {
				for (Entry machine : rightIn(folders, named(path.name(), new Query().withAny("folders", folders)), chain)) {
					found.put(machine.id(), Optional.of(display(base, path.folders(), machine)));
				}
			}
		}
	}

	private List<Entry> bases(Path path) throws FenceException {
		if (path.datacenter().isEmpty()) {
			return datacenter.stream().toList();
		}
		return datacenters.named(path.datacenter()).stream().filter(base -> datacenter.isEmpty() || base.id().equals(datacenter.get().id()))
				.toList();
	}

	/**
	 * {@return the machines that lie in the folders themselves} The reference does not say whether the filter includes what lies in folders below,
	 * and a machine of that name there is another one than the path names.
	 */
	private List<Entry> rightIn(List<String> folders, List<Entry> machines, FolderChain chain) throws FenceException {
		if (machines.isEmpty()) {
			return machines;
		}
		List<String> below = chain.children(folders);
		List<String> ids = machines.stream().map(Entry::id).toList();
		List<String> deeper = inventory.machinesIn(ids, "folders", below).stream().map(Entry::id).toList();
		return machines.stream().filter(machine -> !deeper.contains(machine.id())).toList();
	}

	private static String display(Entry base, List<String> folders, Entry machine) {
		List<String> parts = new ArrayList<>(List.of("", base.name(), "vm"));
		parts.addAll(folders);
		parts.add(machine.name());
		return String.join("/", parts);
	}

	private List<Plug> plugs() throws FenceException {
		if (found.size() > 1) {
			nameDatacenters();
		}
		List<Plug> plugs = new ArrayList<>(found.size());
		for (Map.Entry<String, Optional<String>> machine : found.entrySet()) {
			reader.plug(machine.getKey(), machine.getValue()).ifPresent(plugs::add);
		}
		return plugs;
	}

	/** The API does not tell where a machine lies, but it can be asked for the machines of each datacenter. */
	private void nameDatacenters() throws FenceException {
		List<String> unplaced = found.keySet().stream().filter(id -> found.get(id).isEmpty()).toList();
		if (unplaced.isEmpty()) {
			return;
		}
		for (Entry candidate : datacenter.isPresent() ? List.of(datacenter.get()) : inventory.datacenters(new Query())) {
			for (Entry machine : inventory.machinesIn(unplaced, "datacenters", List.of(candidate.id()))) {
				found.put(machine.id(), Optional.of("/" + candidate.name() + "/…/" + machine.name()));
			}
		}
	}
}

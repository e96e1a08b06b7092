package org.palisade.backend.rest.internal;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.backend.rest.internal.Inventory.Entry;

/** Finds datacenters by name, or by path with the folders that they lie in. */
final class Datacenters {

	private final Inventory inventory;

	Datacenters(Inventory inventory) {
		this.inventory = inventory;
	}

	/**
	 * {@return the one datacenter to which the option {@code vmware_datacenter} restricts}
	 *
	 * @throws FenceException of kind NOT_FOUND or AMBIGUOUS when there is not exactly one
	 */
	Entry require(String text) throws FenceException {
		List<Entry> found = text.isEmpty() ? List.of() : named(List.of(text));
		if (found.isEmpty() && text.indexOf('/') >= 0) {
			found = named(Stream.of(text.split("/")).filter(part -> !part.isEmpty()).toList());
		}
		if (found.isEmpty()) {
			throw new FenceException(Kind.NOT_FOUND, NLS.bind(Messages.datacenter_unknown, text), Messages.datacenter_unknown_advice);
		}
		if (found.size() > 1) {
			String ids = String.join(", ", found.stream().map(Entry::id).toList());
			throw new FenceException(Kind.AMBIGUOUS, NLS.bind(Messages.datacenter_ambiguous, text, ids), Messages.datacenter_ambiguous_advice);
		}
		return found.get(0);
	}

	/**
	 * {@return the datacenters of this name}
	 *
	 * @param path the name, after the names of folders above it, of which the upper ones may be left out
	 */
	List<Entry> named(List<String> path) throws FenceException {
		if (path.isEmpty()) {
			return List.of();
		}
		Query query = new Query();
		int last = path.size() - 1;
		if (last > 0) {
			List<String> above = new FolderChain(inventory, "DATACENTER").ids(List.of(), path.subList(0, last));
			if (above.isEmpty()) {
				return List.of();
			}
			query.withAny("folders", above);
		}
		String name = path.get(last);
		List<Entry> found = inventory.datacenters(query.withAny("names", InventoryNames.forms(name)));
		return found.stream().filter(entry -> InventoryNames.matches(name, entry.name())).toList();
	}

	/** {@return the identifier of the folder that holds the virtual machines of a datacenter} */
	String machineFolder(Entry datacenter) throws FenceException {
		return inventory.object(Inventory.DATACENTER, datacenter.id()).requiredText("vm_folder");
	}
}

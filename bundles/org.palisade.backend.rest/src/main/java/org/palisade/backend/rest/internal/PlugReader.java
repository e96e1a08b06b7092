package org.palisade.backend.rest.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PlugState;
import org.palisade.api.PowerState;
import org.palisade.backend.rest.internal.Inventory.Entry;

/** Reads the identity of a virtual machine and with it its power state. */
final class PlugReader {

	private final Inventory inventory;

	PlugReader(Inventory inventory) {
		this.inventory = inventory;
	}

	/**
	 * {@return identity and state, from one call} A second one asks for hosts that vCenter has lost: what it shows of their machines is what
	 * it knew last. It comes after the first, so that a host that was lost before the state was read is noticed.
	 */
	PlugState state(Plug plug) throws FenceException {
		JsonObject machine;
		try {
			machine = inventory.object(Inventory.MACHINE, plug.id());
		} catch (FenceException failure) {
			if (failure.problem().kind() == Kind.NOT_FOUND) {
				throw new FenceException(Kind.NOT_FOUND, NLS.bind(Messages.gone, plug.id()), Messages.advice_not_found);
			}
			throw failure;
		}
		return new PlugState(plug(plug.id(), machine, Optional.of(plug.path())), power(machine.requiredText("power_state")), doubt(plug.id()));
	}

	private Optional<String> doubt(String id) throws FenceException {
		List<String> lost = inventory.hosts(new Query().withAny("connection_states", List.of("DISCONNECTED", "NOT_RESPONDING"))).stream()
				.map(Entry::id).toList();
		boolean onLostHost = !lost.isEmpty() && !inventory.machinesIn(List.of(id), "hosts", lost).isEmpty();
		return onLostHost ? Optional.of(Messages.doubt_host_lost) : Optional.empty();
	}

	/** {@return the power state that the API calls so} */
	static PowerState power(String state) {
		return switch (state) {
		case "POWERED_ON" -> PowerState.ON;
		case "POWERED_OFF" -> PowerState.OFF;
		case "SUSPENDED" -> PowerState.SUSPENDED;
		default -> PowerState.UNKNOWN;
		};
	}

	/**
	 * {@return the plug, empty when it was removed since it was found}
	 *
	 * @param path its path, where it is known
	 */
	Optional<Plug> plug(String id, Optional<String> path) throws FenceException {
		try {
			return Optional.of(plug(id, inventory.object(Inventory.MACHINE, id), path));
		} catch (FenceException failure) {
			if (failure.problem().kind() == Kind.NOT_FOUND) {
				return Optional.empty();
			}
			throw failure;
		}
	}

	/** Servers before vSphere 6.7 update 1 tell no UUIDs. */
	private static Plug plug(String id, JsonObject machine, Optional<String> path) throws FenceException {
		String name = InventoryNames.decoded(machine.requiredText("name"));
		Optional<String> uuids = Optional.empty();
		Optional<JsonObject> identity = machine.object("identity");
		if (identity.isPresent()) {
			Optional<String> instance = identity.get().text("instance_uuid");
			Optional<String> bios = identity.get().text("bios_uuid");
			uuids = instance.isPresent() && bios.isPresent() ? Optional.of(instance.get() + " " + bios.get()) : instance.or(() -> bios);
		}
		return new Plug(id, name, path.orElse(name), uuids, false);
	}
}

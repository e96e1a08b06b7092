package org.palisade.core.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.palisade.api.Plug;
import org.palisade.api.PlugState;
import org.palisade.api.PowerState;

/**
 * What is true. Immutable, so that two worlds can be compared.
 *
 * @param machines all machines
 * @param queued a power operation that the server has accepted and not yet carried out, as the machine's id and the state
 */
record World(List<Machine> machines, Optional<Queued> queued) {

	/** The text by which the plug is asked for. */
	static final String NAME = "node1";
	static final String ID = "vm-1";
	static final String BYSTANDER = "vm-2";
	static final String COPY = "vm-3";

	/** A machine. */
	record Machine(String id, String name, String uuid, PowerState power, boolean connected, boolean template) {

		Plug plug() {
			return new Plug(id, name, "/dc/vm/" + name, Optional.of(uuid), template);
		}

		PlugState state() {
			return new PlugState(plug(), power, connected ? Optional.empty() : Optional.of("out of contact"));
		}

		Machine named(String other) {
			return new Machine(id, other, uuid, power, connected, template);
		}

		Machine powered(PowerState state) {
			return new Machine(id, name, uuid, state, connected, template);
		}

		Machine connected(boolean yes) {
			return new Machine(id, name, uuid, power, yes, template);
		}

		Machine asTemplate() {
			return new Machine(id, name, uuid, power, connected, true);
		}
	}

	/** An operation that will take effect some time. */
	record Queued(String id, PowerState wanted) {
	}

	static World of(PowerState plug) {
		return new World(List.of(new Machine(ID, NAME, "uuid-1", plug, true, false), new Machine(BYSTANDER, "node2", "uuid-2", PowerState.ON, true, false)),
				Optional.empty());
	}

	Optional<Machine> machine(String id) {
		return machines.stream().filter(machine -> machine.id().equals(id)).findFirst();
	}

	/** {@return what has the name that the user wrote} */
	List<Machine> named() {
		return machines.stream().filter(machine -> machine.name().equals(NAME)).toList();
	}

	/** {@return what the user can have meant by it, which is never a template} */
	List<Machine> meant() {
		return named().stream().filter(machine -> !machine.template()).toList();
	}

	World with(String id, UnaryOperator<Machine> change) {
		return new World(machines.stream().map(machine -> machine.id().equals(id) ? change.apply(machine) : machine).toList(), queued);
	}

	World without(String id) {
		return new World(machines.stream().filter(machine -> !machine.id().equals(id)).toList(), queued);
	}

	World and(Machine machine) {
		List<Machine> more = new ArrayList<>(machines);
		more.add(machine);
		return new World(List.copyOf(more), queued);
	}

	World queue(Optional<Queued> operation) {
		return new World(machines, operation);
	}

	/** {@return the world after the operation that was queued} */
	World carriedOut() {
		return queued.map(operation -> with(operation.id(), machine -> machine.powered(operation.wanted())).queue(Optional.empty())).orElse(this);
	}
}

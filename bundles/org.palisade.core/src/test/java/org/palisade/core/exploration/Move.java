package org.palisade.core.exploration;

import java.util.Optional;
import java.util.function.UnaryOperator;

import org.palisade.api.PowerState;

/** What the environment can do between two steps of the engine. */
enum Move {
	RENAME_THE_PLUG(world -> world.with(World.ID, machine -> machine.named("former"))),
	NAME_IT_BACK(world -> world.with(World.ID, machine -> machine.named(World.NAME))),
	GIVE_ITS_NAME_TO_ANOTHER(world -> world.with(World.BYSTANDER, machine -> machine.named(World.NAME))),
	TAKE_THE_NAME_FROM_THE_OTHER(world -> world.with(World.BYSTANDER, machine -> machine.named("node2"))),
	COPY_IT_WITH_ITS_UUID(world -> world.machine(World.COPY).isPresent() ? world
			: world.machine(World.ID).map(machine -> world.and(new World.Machine(World.COPY, machine.name(), machine.uuid(), PowerState.ON, true, false)))
					.orElse(world)),
	DELETE_IT(world -> world.without(World.ID)),
	POWER_IT_ON(world -> world.with(World.ID, machine -> machine.powered(PowerState.ON))),
	POWER_IT_OFF(world -> world.with(World.ID, machine -> machine.powered(PowerState.OFF))),
	SUSPEND_IT(world -> world.with(World.ID, machine -> machine.powered(PowerState.SUSPENDED))),
	LOSE_ITS_HOST(world -> world.with(World.ID, machine -> machine.connected(false))),
	FIND_ITS_HOST(world -> world.with(World.ID, machine -> machine.connected(true))),
	MAKE_IT_A_TEMPLATE(world -> world.with(World.ID, World.Machine::asTemplate)),
	CARRY_OUT_WHAT_IS_QUEUED(World::carriedOut),
	CANCEL_WHAT_IS_QUEUED(world -> world.queue(Optional.empty())),
	/** The caller gives up. */
	GIVE_UP(world -> world),
	/** The deadline passes. */
	LET_THE_TIME_PASS(world -> world);

	private final UnaryOperator<World> effect;

	Move(UnaryOperator<World> effect) {
		this.effect = effect;
	}

	World on(World world) {
		return effect.apply(world);
	}

	boolean concernsTheCaller() {
		return this == GIVE_UP || this == LET_THE_TIME_PASS;
	}
}

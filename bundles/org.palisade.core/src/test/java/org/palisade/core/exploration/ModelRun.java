package org.palisade.core.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.palisade.api.PlugState;
import org.palisade.api.PowerState;
import org.palisade.api.time.CancellationSource;

/** One run in the model: the world as it goes, what the environment does to it between the steps of the engine, and what was true when. */
final class ModelRun {

	private final Choices choices;
	private final CancellationSource cancellation = new CancellationSource();
	private final boolean namesAreUnique;
	private final List<String> log = new ArrayList<>();
	private final List<String> violations = new ArrayList<>();
	private int movesLeft;
	private World world;
	private long nanos;
	private boolean gaveUp;
	private boolean late;
	private final Set<String> wereOff = new TreeSet<>();
	private final Set<String> wereOn = new TreeSet<>();
	private final Set<String> wereMeantAlone = new TreeSet<>();
	private boolean wasMissing;
	private Optional<String> subject = Optional.empty();
	private Optional<PlugState> lastRead = Optional.empty();
	private int powerOffs;
	private int powerOns;
	private int opened;
	private int closed;

	/** What is true of the run so far, apart from what the engine was told: with the world, what the environment's choices are made in. */
	private record Situation(World world, List<Object> truths) {
	}

	ModelRun(Choices choices, World world, int moves, boolean namesAreUnique) {
		this.namesAreUnique = namesAreUnique;
		this.choices = choices;
		this.world = world;
		this.movesLeft = moves;
		look();
	}

	/** Notes what is true at this instant. */
	private void look() {
		for (World.Machine machine : world.machines()) {
			note(machine.power() == PowerState.OFF, machine.id(), wereOff);
			note(machine.power() == PowerState.ON, machine.id(), wereOn);
		}
		List<World.Machine> meant = world.meant();
		wasMissing |= meant.isEmpty();
		note(meant.size() == 1, meant.isEmpty() ? "" : meant.get(0).id(), wereMeantAlone);
	}

	private static void note(boolean isSo, String id, Set<String> of) {
		if (isSo) {
			of.add(id);
		}
	}

	/** The environment does what it likes, as often as it still may. */
	void environment(String point) {
		while (movesLeft > 0) {
			List<Move> possible = possible();
			int choice = choose(point, possible.size() + 1);
			if (choice == 0) {
				return;
			}
			movesLeft--;
			move(possible.get(choice - 1));
		}
	}

	private List<Move> possible() {
		List<Move> possible = new ArrayList<>();
		for (Move move : Move.values()) {
			boolean changes = move == Move.GIVE_UP ? !gaveUp : move == Move.LET_THE_TIME_PASS ? !late : !move.on(world).equals(world);
			boolean allowed = !namesAreUnique || move.on(world).named().size() <= 1;
			if (changes && allowed) {
				possible.add(move);
			}
		}
		return possible;
	}

	private void move(Move move) {
		log.add("  " + move);
		if (move == Move.GIVE_UP) {
			gaveUp = true;
			cancellation.request();
			choices.tell("given up");
		} else if (move == Move.LET_THE_TIME_PASS) {
			late = true;
			nanos += 3_600_000_000_000L;
			choices.tell("late");
		} else {
			change(move.on(world));
		}
	}

	int choose(String point, int count) {
		return choices.choose(point, count, new Situation(world,
				List.of(movesLeft, Set.copyOf(wereOff), Set.copyOf(wereOn), Set.copyOf(wereMeantAlone), wasMissing, subject,
				powerOffs, powerOns)));
	}

	/** The engine begins a call. */
	void call(String what) {
		if (gaveUp || late) {
			violations.add(what + " was begun for a caller who " + (gaveUp ? "gave up" : "waits no longer"));
		}
		log.add(what);
	}

	/** The engine gets its answer. */
	<T> T answer(T answer) {
		log.add("    " + answer);
		choices.tell(String.valueOf(answer));
		return answer;
	}

	void change(World next) {
		world = next;
		look();
	}

	World world() {
		return world;
	}

	/** What the engine was told about a machine by its last call; empty after any other call. What was before it saw it on is of no use to it. */
	void lastRead(Optional<PlugState> state) {
		lastRead = state;
		if (state.isPresent()) {
			subject = Optional.of(state.get().plug().id());
			if (powerOffs + powerOns == 0 && state.get().isOn()) {
				wereOff.remove(subject.get());
				look();
			}
		}
	}

	Optional<PlugState> lastRead() {
		return lastRead;
	}

	void ordered(PowerState wanted) {
		if (wanted == PowerState.ON) {
			powerOns++;
		} else {
			powerOffs++;
		}
	}

	/** {@return whether that machine was all that the user's text meant, at some time since the request} */
	boolean wasMeantAlone(String id) {
		return wereMeantAlone.contains(id);
	}

	boolean wasMissing() {
		return wasMissing;
	}

	/** {@return the machine that was read last} */
	Optional<String> subject() {
		return subject;
	}

	void openedSession() {
		opened++;
	}

	void closedSession() {
		closed++;
	}

	boolean leftASession() {
		return opened != closed;
	}

	void violated(String what) {
		violations.add(what);
	}

	List<String> violations() {
		return violations;
	}

	List<String> log() {
		return log;
	}

	CancellationSource cancellation() {
		return cancellation;
	}

	long nanos() {
		return nanos;
	}

	boolean gaveUp() {
		return gaveUp;
	}

	/** {@return whether that machine was off since the engine saw it on, or since the request} */
	boolean wasOff(String id) {
		return wereOff.contains(id);
	}

	boolean wasOn(String id) {
		return wereOn.contains(id);
	}

	int powerOffs() {
		return powerOffs;
	}

	int powerOns() {
		return powerOns;
	}
}

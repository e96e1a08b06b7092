package org.palisade.backend.esx.internal.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerOperation;
import org.palisade.api.lookup.LookUpService;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Pause;
import org.palisade.backend.esx.internal.EsxBackEnd;
import org.palisade.backend.esx.internal.schedule.DataCenter.Machine;
import org.palisade.core.engine.FenceEngine;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceRequest;
import org.palisade.core.engine.FenceSettings;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/**
 * One schedule, all of which follows from its seed: the requests, what was remembered before, and what happens between their steps. Several agents take
 * turns, so that it can be replayed.
 */
final class Schedule {

	/** Nothing takes that long, however busy the machine is. */
	private static final Duration AMPLE = Duration.ofMinutes(5);
	private static final Duration OPERATION = Duration.ofMillis(400);
	private static final int MACHINES = 8;
	private static final int MOST_HAPPENINGS = 4;
	private static final int HAPPENS_PERCENT = 35;
	private static final int REMEMBERED_PERCENT = 70;

	/** What stands between the engine and the back end, so that a check can be left out. */
	@FunctionalInterface
	interface Seam {
		FenceSession around(FenceSession session);
	}

	private final Random random;
	private final Path cache;
	private final LookUpService lookUps;
	private final Seam seam;
	private final List<String> log = Collections.synchronizedList(new ArrayList<>());
	private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
	private final List<Agent> agents = new ArrayList<>();
	private final Set<String> ordered = Collections.synchronizedSet(new TreeSet<>());
	private Optional<Turns> turns = Optional.empty();
	private DataCenter dataCenter;
	private Happenings happenings;
	private int happeningsLeft;

	/**
	 * @param cache a folder for what is remembered
	 */
	Schedule(long seed, Path cache, LookUpService lookUps, Seam seam) {
		this.random = new Random(seed);
		this.cache = cache;
		this.lookUps = lookUps;
		this.seam = seam;
	}

	/** {@return what must not be; nothing if all is well} */
	List<String> run() throws IOException {
		try (DataCenter center = new DataCenter(MACHINES)) {
			dataCenter = center;
			happenings = new Happenings(center, random);
			remember();
			makeAgents();
			happeningsLeft = random.nextInt(MOST_HAPPENINGS);
			for (int i = happeningsLeft; i > 0; i--) {
				log.add("before: " + happenings.happen(agents.get(0).plug()));
			}
			happeningsLeft = random.nextInt(MOST_HAPPENINGS + 1);
			runAgents();
			judge();
		}
		return violations;
	}

	private void remember() {
		if (random.nextInt(100) < REMEMBERED_PERCENT) {
			fence(FenceAction.MONITOR, PowerMethod.ONOFF, Optional.empty(), AMPLE, session -> session);
		}
	}

	private void makeAgents() {
		List<Machine> machines = List.copyOf(dataCenter.machines().values()).stream().filter(machine -> !machine.template()).toList();
		int count = random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(2);
		for (int number = 0; number < count; number++) {
			Machine plug = machines.get(random.nextInt(machines.size()));
			String text = switch (random.nextInt(8)) {
				case 0 -> plug.path();
				case 1 -> plug.uuid();
				case 2 -> plug.instanceUuid();
				default -> plug.name();
			};
			boolean restricted = random.nextInt(5) == 0 && text.equals(plug.name());
			FenceAction action = switch (random.nextInt(10)) {
				case 0 -> FenceAction.ON;
				case 1 -> FenceAction.STATUS;
				case 2, 3, 4, 5 -> FenceAction.REBOOT;
				default -> FenceAction.OFF;
			};
			PowerMethod method = action == FenceAction.REBOOT && random.nextInt(3) == 0 ? PowerMethod.CYCLE : PowerMethod.ONOFF;
			agents.add(new Agent(number, action, method, text, restricted ? Optional.of(plug.datacenter()) : Optional.empty(), plug.id()));
		}
	}

	private void runAgents() {
		agents.forEach(agent -> agent.look(dataCenter.machines()));
		turns = Optional.of(new Turns(random, agents.size()));
		List<FutureTask<FenceOutcome>> runs = new ArrayList<>();
		for (Agent agent : agents) {
			FutureTask<FenceOutcome> run = new FutureTask<>(() -> run(agent));
			runs.add(run);
			new Thread(run, agent.toString()).start();
		}
		for (int i = 0; i < runs.size(); i++) {
			judge(agents.get(i), outcome(runs.get(i)));
		}
	}

	private FenceOutcome run(Agent agent) {
		turns.orElseThrow().await(agent.number());
		try {
			PlugSelector selector = new PlugSelector(agent.text(), agent.datacenter());
			return fence(agent.action(), agent.method(), Optional.of(selector), OPERATION, session -> seam.around(new Seen(session, this, agent)));
		} finally {
			look();
			turns.orElseThrow().leave(agent.number());
		}
	}

	private static FenceOutcome outcome(FutureTask<FenceOutcome> run) {
		try {
			return run.get();
		} catch (InterruptedException | ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	private FenceOutcome fence(FenceAction action, PowerMethod method, Optional<PlugSelector> plug, Duration operation, Seam around) {
		FenceSettings settings = new FenceSettings(Duration.ZERO, AMPLE, AMPLE, operation, Duration.ZERO, 1, false, false, method, ",", false);
		Map<String, Object> values = new HashMap<>(Map.of("ip", "127.0.0.1:" + dataCenter.port(), "ssl", false, "username", DataCenter.USER, "password",
				Secret.of(DataCenter.PASSWORD), "lookup_cache", cache.toString()));
		plug.flatMap(PlugSelector::datacenter).ifPresent(name -> values.put("vmware_datacenter", name));
		if (method == PowerMethod.CYCLE) {
			values.put("method", "cycle");
		}
		FenceRequest request = new FenceRequest(action, plug, new EsxBackEnd(lookUps), Optional.empty(), new OptionValues(values, values.keySet()), settings,
				row -> { });
		OwnTime time = new OwnTime(AMPLE);
		FenceEngine engine = new FenceEngine(time, Pause.system(),
				(backEnd, options, context, deadline) -> around.around(time.around(backEnd.open(options, context, deadline), violations::add)));
		return engine.run(request, Cancellation.never(), new Diagnostics() {
			@Override
			public void warning(String message) {
				log.add("    told: " + message);
			}

			@Override
			public void detail(String message) {
				// Too much to be of use in the log of a schedule.
			}
		});
	}

	/** Between two calls of an agent others have their turn, and something may happen. */
	void between(Agent agent, String what) {
		turns.orElseThrow().pass(agent.number());
		look();
		log.add("agent " + agent.number() + " " + what);
		if (happeningsLeft > 0 && random.nextInt(100) < HAPPENS_PERCENT) {
			happeningsLeft--;
			log.add("    " + happenings.happen(agent.plug()));
			look();
		}
	}

	private void look() {
		Map<String, Machine> machines = dataCenter.machines();
		agents.forEach(agent -> agent.look(machines));
	}

	void read(Agent agent, PlugState state) {
		log.add("    it is told " + state);
		look();
		agent.read(state.plug().id(), state.isOn(), dataCenter.machines());
	}

	void order(Agent agent, Plug plug, PowerOperation operation) {
		look();
		ordered.add(plug.id());
		agent.order(plug.id(), operation).ifPresent(violations::add);
	}

	private void judge(Agent agent, FenceOutcome outcome) {
		log.add(agent + ": " + outcome);
		if (outcome instanceof FenceOutcome.Succeeded && !agent.isTrue()) {
			violations.add(agent + " says " + outcome + ", which is not true");
		}
	}

	private void judge() {
		for (Machine machine : dataCenter.machines().values()) {
			if (machine.byAgents() > 0 && !ordered.contains(machine.id())) {
				violations.add("an agent powered " + machine + ", which none ordered");
			}
		}
		if (dataCenter.openSessions() > 0) {
			violations.add("a session is left open");
		}
	}

	List<String> log() {
		return log;
	}
}

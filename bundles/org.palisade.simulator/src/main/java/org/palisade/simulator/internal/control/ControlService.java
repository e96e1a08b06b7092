package org.palisade.simulator.internal.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.palisade.simulator.internal.disruption.ArmedFault;
import org.palisade.simulator.internal.disruption.Disruptions;
import org.palisade.simulator.internal.disruption.FaultKind;
import org.palisade.simulator.internal.disruption.Occasion;
import org.palisade.simulator.internal.disruption.Pauses;
import org.palisade.simulator.internal.disruption.ScheduledChange;
import org.palisade.simulator.internal.http.Traffic;
import org.palisade.simulator.internal.model.EscapedName;
import org.palisade.simulator.internal.model.HostSystem;
import org.palisade.simulator.internal.model.ManagedEntity;
import org.palisade.simulator.internal.model.VirtualMachine;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.rest.RestService;
import org.palisade.simulator.internal.service.VimService;
import org.palisade.simulator.internal.session.Session;

/**
 * What the control endpoint can do. Parameters stand in the query or in a form in the body; the answer is JSON. Thread-safe.
 * <table>
 * <caption>Requests</caption>
 * <tr><td>GET /truth</td><td>sessions, logins, requests by method, bytes, tasks, orders</td></tr>
 * <tr><td>GET /vm</td><td>the machines that {@code id}, {@code path} or {@code name} stands for: state and power history</td></tr>
 * <tr><td>GET /vms</td><td>all machines; with {@code changed=true} those whose power was ever changed</td></tr>
 * <tr><td>POST /vm</td><td>changes the one machine that {@code id}, {@code path} or {@code name} stands for: {@code power=}
 * on|off|suspended|reset, {@code rename=}, {@code move=}folder path, {@code host=}name of another host, {@code clone=}name with {@code folder=} and {@code sameUuid=},
 * {@code delete=true}, {@code connectionState=}, {@code template=}, {@code access=}none|view|read|full</td></tr>
 * <tr><td>POST /host</td><td>sets the {@code connectionState=} connected|disconnected|notResponding of the host of that {@code name=}, and with
 * it that of its machines, or its {@code maintenance=}</td></tr>
 * <tr><td>POST /rename</td><td>renames the datacenter, folder or other entity at {@code path=} to {@code name=}</td></tr>
 * <tr><td>POST /fault</td><td>{@code method=} a name or *, {@code nth=} a number or always, {@code kind=} {@link FaultKind},
 * {@code parameter=}, {@code executed=}</td></tr>
 * <tr><td>DELETE /fault</td><td>forgets all orders and lets go of what hangs</td></tr>
 * <tr><td>POST /schedule</td><td>{@code method=}, {@code nth=}, {@code when=} before|after|task, and the parameters of POST /vm</td></tr>
 * <tr><td>POST /events</td><td>{@code purge=true} deletes the event history, {@code holdBack=true|false} stops new events from appearing in it, as
 * they do in a vCenter whose data base is slow</td></tr>
 * <tr><td>POST /clock</td><td>sets the clock by {@code seconds=}, with {@code back=true} back</td></tr>
 * <tr><td>POST /sessions/expire</td><td>ends all sessions</td></tr>
 * <tr><td>POST /restart</td><td>ends all sessions, tasks and connections; listens again after {@code downtime=} ms</td></tr>
 * </table>
 */
public final class ControlService {

	private static final Set<String> OCCASION = Set.of("method", "nth");
	private static final Set<String> HOST_STATES = Set.of("connected", "disconnected", "notResponding");
	private static final long LONGEST_DOWNTIME_MILLIS = 600_000;

	private final World world;
	private final VimService service;
	private final Disruptions disruptions;
	private final Pauses pauses;
	private final Traffic traffic;
	private final Restart restart;

	/** Restarts the server. */
	@FunctionalInterface
	public interface Restart {
		/** Stops listening, does that, and listens again after so many milliseconds. */
		void restart(Runnable whileStopped, long downtimeMillis) throws ControlException;
	}

	/** A service that rules over all of that. */
	public ControlService(World world, VimService service, Disruptions disruptions, Pauses pauses, Traffic traffic, Restart restart) {
		this.world = world;
		this.service = service;
		this.disruptions = disruptions;
		this.pauses = pauses;
		this.traffic = traffic;
		this.restart = restart;
	}

	/**
	 * Carries a request out.
	 *
	 * @param method the HTTP method
	 * @param path the path
	 * @param forms the query and the body, URL-encoded
	 * @return the answer, as JSON
	 */
	public String handle(String method, String path, String... forms) throws ControlException {
		Parameters parameters = Parameters.decode(forms);
		return Json.write(switch (method + " " + path) {
		case "GET /truth" -> truth();
		case "GET /vm" -> machine(parameters);
		case "GET /vms" -> machines(parameters);
		case "POST /vm" -> change(parameters);
		case "POST /host" -> changeHost(parameters);
		case "POST /rename" -> rename(parameters);
		case "POST /fault" -> arm(parameters);
		case "DELETE /fault" -> withdraw();
		case "POST /schedule" -> schedule(parameters);
		case "POST /events" -> changeEvents(parameters);
		case "POST /clock" -> setClock(parameters);
		case "POST /sessions/expire" -> expire();
		case "POST /restart" -> restart(parameters);
		default -> throw new ControlException(404, "there is no " + method + " " + path + " here");
		});
	}

	private Map<String, Object> truth() {
		Map<String, Object> truth = new LinkedHashMap<>();
		world.lock();
		try {
			truth.put("virtualMachines", world.inventory().machines(machine -> !machine.isTemplate()).size());
			truth.put("templates", world.inventory().machines(VirtualMachine::isTemplate).size());
			truth.put("sessionsOpen", service.sessions().all().size());
			truth.put("logins", service.sessions().logins());
			truth.put("failedLogins", service.sessions().failedLogins());
			truth.put("logouts", service.sessions().logouts());
			truth.put("sessionsExpired", service.sessions().expired());
			truth.put("sessions", service.sessions().all().stream().map(Session::key).toList());
			truth.put("tasks", world.tasks().created());
			truth.put("tasksUnfinished", world.tasks().unfinished());
		} finally {
			world.unlock();
		}
		Map<String, Long> requests = traffic.requests();
		truth.put("requestsTotal", requests.values().stream().mapToLong(Long::longValue).sum());
		truth.put("requests", requests);
		truth.put("bytesIn", traffic.bytesIn());
		truth.put("bytesOut", traffic.bytesOut());
		truth.put("answersLost", traffic.lostAnswers());
		truth.put("ordersWaiting", disruptions.waiting());
		truth.put("ordersCarriedOut", disruptions.fired());
		return truth;
	}

	private List<Map<String, Object>> machine(Parameters parameters) throws ControlException {
		parameters.allow(MachineSelector.PARAMETERS);
		world.lock();
		try {
			return report(MachineSelector.select(world, parameters));
		} finally {
			world.unlock();
		}
	}

	private static List<Map<String, Object>> report(List<VirtualMachine> machines) {
		List<Map<String, Object>> reports = new ArrayList<>();
		for (VirtualMachine machine : machines) {
			reports.add(MachineReport.of(machine));
		}
		return reports;
	}

	private List<Map<String, Object>> machines(Parameters parameters) throws ControlException {
		parameters.allow(Set.of("changed"));
		boolean changedOnly = parameters.isTrue("changed");
		world.lock();
		try {
			return report(world.inventory().machines(machine -> !changedOnly || machine.history().isPresent()));
		} finally {
			world.unlock();
		}
	}

	private Map<String, Object> change(Parameters parameters) throws ControlException {
		parameters.allow(WorldChange.parameterNames());
		WorldChange change = new WorldChange(world, parameters);
		world.lock();
		try {
			return MachineReport.of(change.apply());
		} finally {
			world.unlock();
		}
	}

	private Map<String, Object> changeHost(Parameters parameters) throws ControlException {
		parameters.allow(Set.of("name", "connectionState", "maintenance"));
		String name = parameters.require("name");
		Optional<String> state = parameters.get("connectionState");
		if (state.isPresent() && !HOST_STATES.contains(state.get())) {
			throw ControlException
					.badRequest("connectionState: '" + state.get() + "' is none of " + String.join(", ", new TreeSet<>(HOST_STATES)));
		}
		boolean maintenance = parameters.isTrue("maintenance");
		if (state.isEmpty() && parameters.get("maintenance").isEmpty()) {
			throw ControlException.badRequest("nothing to change; there are connectionState, maintenance");
		}
		world.lock();
		try {
			HostSystem host = world.inventory().hosts().stream().filter(candidate -> candidate.name().equals(name)).findFirst()
					.orElseThrow(() -> new ControlException(404, "there is no host " + name));
			state.ifPresent(wanted -> world.connectionState(host, wanted));
			if (parameters.get("maintenance").isPresent()) {
				world.maintenance(host, maintenance);
			}
			return Map.of("host", host.id(), "connectionState", host.connectionState());
		} finally {
			world.unlock();
		}
	}

	private Map<String, Object> rename(Parameters parameters) throws ControlException {
		parameters.allow(Set.of("path", "name"));
		String path = parameters.require("path");
		String name = parameters.require("name");
		world.lock();
		try {
			ManagedEntity entity = world.inventory().findByPath(path).orElseThrow(() -> new ControlException(404, "there is no " + path));
			if (entity instanceof VirtualMachine machine) {
				world.rename(machine, EscapedName.of(name));
			} else {
				world.renameContainer(entity, EscapedName.of(name));
			}
			return Map.of("id", entity.id(), "path", entity.path());
		} finally {
			world.unlock();
		}
	}

	private Map<String, Object> arm(Parameters parameters) throws ControlException {
		Set<String> known = new TreeSet<>(OCCASION);
		known.addAll(Set.of("kind", "parameter", "executed"));
		parameters.allow(known);
		String word = parameters.require("kind");
		FaultKind kind = FaultKind.parse(word).orElseThrow(() -> ControlException.badRequest("kind: there is no '" + word + "'"));
		String executed = parameters.get("executed").isPresent() ? Boolean.toString(parameters.isTrue("executed")) : "";
		try {
			disruptions.arm(occasion(parameters), ArmedFault.of(kind, parameters.get("parameter").orElse(""), executed));
		} catch (IllegalArgumentException e) {
			throw ControlException.badRequest(e.getMessage());
		}
		return Map.of("ordersWaiting", disruptions.waiting());
	}

	private Occasion occasion(Parameters parameters) throws ControlException {
		String method = parameters.require("method");
		if (!method.equals("*") && !service.hasMethod(method) && !RestService.hasOperation(method)) {
			throw ControlException.badRequest("method: the simulator has no method '" + method + "'");
		}
		if (parameters.get("nth").filter("always"::equals).isPresent()) {
			return new Occasion(method, Occasion.EVERY);
		}
		int nth = (int) parameters.number("nth", 1, Integer.MAX_VALUE);
		if (nth == 0) {
			throw ControlException.badRequest("nth: calls are counted from 1; 'always' stands for each");
		}
		return new Occasion(method, nth);
	}

	private Map<String, Object> withdraw() {
		int count = disruptions.clear();
		pauses.release();
		return Map.of("withdrawn", count);
	}

	private Map<String, Object> schedule(Parameters parameters) throws ControlException {
		Set<String> known = new TreeSet<>(WorldChange.parameterNames());
		known.addAll(OCCASION);
		known.add("when");
		parameters.allow(known);
		ScheduledChange.Moment moment = switch (parameters.require("when")) {
		case "before" -> ScheduledChange.Moment.BEFORE;
		case "after" -> ScheduledChange.Moment.AFTER;
		case "task" -> ScheduledChange.Moment.TASK;
		default -> throw ControlException.badRequest("when: it is before, after or task");
		};
		WorldChange change = new WorldChange(world, parameters);
		disruptions.schedule(occasion(parameters), new ScheduledChange(moment, () -> applyLater(change)));
		return Map.of("ordersWaiting", disruptions.waiting());
	}

	private static void applyLater(WorldChange change) {
		try {
			change.apply();
		} catch (ControlException e) {
			System.getLogger(ControlService.class.getName()).log(System.Logger.Level.WARNING,
					"a scheduled change could not be made: " + e.getMessage());
		}
	}

	private Map<String, Object> changeEvents(Parameters parameters) throws ControlException {
		parameters.allow(Set.of("purge", "holdBack"));
		world.lock();
		try {
			if (parameters.isTrue("purge")) {
				world.events().purge();
			}
			if (parameters.get("holdBack").isPresent()) {
				world.events().holdBack(parameters.isTrue("holdBack"));
			}
			return Map.of("events", world.events().newest(entry -> true, Integer.MAX_VALUE).size());
		} finally {
			world.unlock();
		}
	}

	private Map<String, Object> setClock(Parameters parameters) throws ControlException {
		parameters.allow(Set.of("seconds", "back"));
		Duration by = Duration.ofSeconds(parameters.number("seconds", 0, Integer.MAX_VALUE));
		boolean back = parameters.isTrue("back");
		world.lock();
		try {
			world.adjustClock(back ? by.negated() : by);
			return Map.of("time", world.clock().instant().toString());
		} finally {
			world.unlock();
		}
	}

	private Map<String, Object> expire() {
		world.lock();
		try {
			return Map.of("expired", service.sessions().expireAll());
		} finally {
			world.unlock();
		}
	}

	private Map<String, Object> restart(Parameters parameters) throws ControlException {
		parameters.allow(Set.of("downtime"));
		long downtime = parameters.number("downtime", 0, LONGEST_DOWNTIME_MILLIS);
		restart.restart(this::forgetClients, downtime);
		return Map.of("restarted", true);
	}

	private void forgetClients() {
		world.lock();
		try {
			service.sessions().expireAll();
			world.tasks().forgetAll();
			world.structureChanged();
		} finally {
			world.unlock();
		}
	}
}

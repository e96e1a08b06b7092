package org.palisade.backend.esx.internal.schedule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.palisade.backend.esx.internal.schedule.DataCenter.Machine;

/** What happens in a data centre, by chance: administrators, high availability, load balancing, a server that fails. */
final class Happenings {

	private static final List<String> METHODS = List.of("PowerOffVM_Task", "PowerOnVM_Task", "ResetVM_Task", "RetrievePropertiesEx", "WaitForUpdatesEx",
			"CreateFilter", "QueryEvents", "CreateContainerView");
	private static final List<String> POWER_METHODS = METHODS.subList(0, 3);
	private static final List<String> STATES = List.of("on", "off", "suspended", "reset");
	private static final List<String> TASK_FAULTS = List.of("InvalidState", "TaskInProgress", "RequestCanceled", "HostNotConnected");
	private static final String NOTHING = "/nothing";
	private static final int TO_THE_PLUG_PERCENT = 65;

	private final DataCenter dataCenter;
	private final Random random;

	Happenings(DataCenter dataCenter, Random random) {
		this.dataCenter = dataCenter;
		this.random = random;
	}

	/**
	 * Something happens.
	 *
	 * @param plug the machine that is being fenced, to which most things happen
	 * @return what it was
	 */
	String happen(String plug) {
		Map<String, Machine> machines = dataCenter.machines();
		if (machines.isEmpty()) {
			return "nothing is left";
		}
		Machine other = any(machines);
		Machine machine = random.nextInt(100) < TO_THE_PLUG_PERCENT && machines.containsKey(plug) ? machines.get(plug) : other;
		String request = switch (random.nextInt(18)) {
			case 0, 1 -> to(machine, "power=" + one(STATES));
			case 2 -> rename(machine, "former-" + random.nextInt(10), machines);
			case 3 -> rename(any(machines), machine.name(), machines);
			case 4 -> swapNames(machine, any(machines), machines);
			case 5 -> move(machine, "/" + any(machines).datacenter() + "/vm", machines);
			case 6 -> to(machine, "host=" + DataCenter.encoded(any(machines).host()));
			case 7 -> copy(machine, random.nextBoolean() ? machine.name() : "copy", any(machines).folder(), machines);
			case 8 -> to(machine, "delete=true");
			case 9 -> to(machine, "connectionState=" + (random.nextBoolean() ? "disconnected" : "connected"));
			case 10 -> "/host?name=" + DataCenter.encoded(machine.host()) + "&connectionState=" + (random.nextBoolean() ? "notResponding" : "connected");
			case 11 -> to(machine, "template=" + random.nextBoolean());
			case 12 -> "/events?" + (random.nextBoolean() ? "purge=true" : "holdBack=" + random.nextBoolean());
			case 13 -> "/clock?seconds=" + random.nextInt(7200) + "&back=" + random.nextBoolean();
			case 14 -> random.nextInt(3) == 0 ? "/restart" : "/sessions/expire";
			case 15 -> "/fault?method=" + one(POWER_METHODS) + "&nth=1&kind=" + (random.nextBoolean() ? "taskHang" : "taskError&parameter=" + one(TASK_FAULTS));
			case 16 -> "/fault?method=" + one(METHODS) + "&nth=1&kind=" + one(List.of("drop", "half", "truncated", "httpStatus", "soapFault&parameter=RuntimeFault"));
			default -> "/schedule?method=" + one(POWER_METHODS) + "&nth=1&when=" + one(List.of("before", "after", "task", "task")) + "&id=" + machine.id()
					+ "&power=" + one(STATES);
		};
		return (dataCenter.happens("POST", request) ? "" : "(impossible) ") + request;
	}

	private static String rename(Machine machine, String name, Map<String, Machine> machines) {
		return unlessTaken(machine.folder(), name, machines, to(machine, "rename=" + DataCenter.encoded(name)));
	}

	private static String move(Machine machine, String folder, Map<String, Machine> machines) {
		return unlessTaken(folder, machine.name(), machines, to(machine, "move=" + DataCenter.encoded(folder)));
	}

	private String copy(Machine machine, String name, String folder, Map<String, Machine> machines) {
		return unlessTaken(folder, name, machines, to(machine, "clone=" + DataCenter.encoded(name) + "&folder=" + DataCenter.encoded(folder) + "&sameUuid="
				+ random.nextBoolean()));
	}

	/** The names that the two get are free in the end, if nobody else has them there. */
	private String swapNames(Machine one, Machine another, Map<String, Machine> machines) {
		Map<String, Machine> others = new HashMap<>(machines);
		others.remove(one.id());
		others.remove(another.id());
		String last = rename(one, another.name(), others);
		if (one == another || last.equals(NOTHING) || rename(another, one.name(), others).equals(NOTHING)) {
			return NOTHING;
		}
		dataCenter.happens("POST", to(one, "rename=between"));
		dataCenter.happens("POST", to(another, "rename=" + DataCenter.encoded(one.name())));
		return last;
	}

	/** A folder of a vCenter has no two machines of one name: DuplicateName. */
	private static String unlessTaken(String folder, String name, Map<String, Machine> machines, String request) {
		boolean taken = machines.values().stream().anyMatch(machine -> machine.path().equals(folder + "/" + name));
		return taken ? NOTHING : request;
	}

	private static String to(Machine machine, String change) {
		return "/vm?id=" + machine.id() + "&" + change;
	}

	private Machine any(Map<String, Machine> machines) {
		return one(List.copyOf(machines.values()));
	}

	private <T> T one(List<T> all) {
		return all.get(random.nextInt(all.size()));
	}
}

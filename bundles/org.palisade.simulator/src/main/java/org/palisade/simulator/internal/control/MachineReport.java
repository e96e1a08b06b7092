package org.palisade.simulator.internal.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.palisade.simulator.internal.model.PowerHistory;
import org.palisade.simulator.internal.model.PowerOperation;
import org.palisade.simulator.internal.model.VirtualMachine;

/** The truth about a machine. Called with the world's lock held. */
final class MachineReport {

	private MachineReport() {
	}

	static Map<String, Object> of(VirtualMachine machine) {
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("id", machine.id());
		report.put("name", machine.name());
		report.put("path", machine.path());
		report.put("uuid", machine.uuid());
		report.put("instanceUuid", machine.instanceUuid());
		report.put("powerState", machine.powerState());
		report.put("connectionState", machine.connectionState());
		report.put("template", machine.isTemplate());
		report.put("host", machine.host().name());
		report.put("hostId", machine.host().id());
		report.put("parentId", machine.parent().id());
		report.put("bootTime", machine.bootTime().orElse(null));
		report.put("powerOns", count(machine, PowerOperation.POWER_ON));
		report.put("powerOffs", count(machine, PowerOperation.POWER_OFF));
		report.put("resets", count(machine, PowerOperation.RESET));
		report.put("suspends", count(machine, PowerOperation.SUSPEND));
		report.put("changes", changes(machine));
		return report;
	}

	private static int count(VirtualMachine machine, PowerOperation operation) {
		return machine.history().map(history -> history.count(operation)).orElse(0);
	}

	private static List<Map<String, Object>> changes(VirtualMachine machine) {
		List<Map<String, Object>> changes = new ArrayList<>();
		for (PowerHistory.Event event : machine.history().map(PowerHistory::events).orElse(List.of())) {
			Map<String, Object> change = new LinkedHashMap<>();
			change.put("operation", event.operation().method());
			change.put("by", event.by());
			change.put("time", event.time());
			changes.add(change);
		}
		return changes;
	}
}

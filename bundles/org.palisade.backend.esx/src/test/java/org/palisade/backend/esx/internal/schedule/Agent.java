package org.palisade.backend.esx.internal.schedule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.palisade.api.PowerOperation;
import org.palisade.backend.esx.internal.schedule.DataCenter.Machine;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/** What one agent was asked for, what it did, and what was true of that while it ran. */
final class Agent {

	private final int number;
	private final FenceAction action;
	private final PowerMethod method;
	private final String text;
	private final Optional<String> datacenter;
	private final String plug;
	private final Set<String> meantAlone = new TreeSet<>();
	private final Set<String> withoutPower = new TreeSet<>();
	private final Set<String> withPower = new TreeSet<>();
	private final Map<String, Integer> interruptionsBefore = new HashMap<>();
	private Optional<String> subject = Optional.empty();
	private int offs;
	private int ons;

	/**
	 * @param plug the machine that the text means when the schedule is made
	 */
	Agent(int number, FenceAction action, PowerMethod method, String text, Optional<String> datacenter, String plug) {
		this.number = number;
		this.action = action;
		this.method = method;
		this.text = text;
		this.datacenter = datacenter;
		this.plug = plug;
	}

	/** Takes in what is true at this instant. */
	void look(Map<String, Machine> machines) {
		Set<String> meant = new TreeSet<>();
		for (Machine machine : machines.values()) {
			int before = interruptionsBefore.computeIfAbsent(machine.id(), ignored -> machine.interruptions());
			if (machine.off() || machine.interruptions() > before) {
				withoutPower.add(machine.id());
			}
			if (machine.on()) {
				withPower.add(machine.id());
			}
			if (means(machine)) {
				meant.add(machine.id());
			}
		}
		if (meant.size() == 1) {
			meantAlone.addAll(meant);
		}
	}

	private boolean means(Machine machine) {
		boolean there = datacenter.isEmpty() || machine.datacenter().equals(datacenter.get());
		boolean named = machine.name().equals(text) || machine.path().equals(text) || machine.uuid().equals(text) || machine.instanceUuid().equals(text);
		return there && named && !machine.template();
	}

	/** The agent was told that the machine is in that state. What was before it saw it run is of no use to it, unless it has acted since. */
	void read(String id, boolean on, Map<String, Machine> machines) {
		subject = Optional.of(id);
		Machine now = machines.get(id);
		if (on && offs + ons == 0 && now != null && now.on()) {
			withoutPower.remove(id);
			interruptionsBefore.put(id, now.interruptions());
		}
	}

	/** The agent orders an operation. {@return what is wrong with that} */
	Optional<String> order(String id, PowerOperation operation) {
		subject = Optional.of(id);
		if (operation == PowerOperation.ON) {
			ons++;
		} else {
			offs++;
		}
		boolean wanted = operation == PowerOperation.ON ? action == FenceAction.ON || action == FenceAction.REBOOT
				: action == FenceAction.OFF || action == FenceAction.REBOOT;
		if (!meantAlone.contains(id)) {
			return Optional.of(this + " orders " + operation + " of " + id + ", which was never the only one that was meant; that were " + meantAlone);
		}
		if (!wanted || offs > 1) {
			return Optional.of(this + " orders " + operation + " once more, or although it was not asked to");
		}
		if (operation == PowerOperation.ON && action == FenceAction.REBOOT && !withoutPower.contains(id)) {
			return Optional.of(this + " powers " + id + " on, which was not off");
		}
		return Optional.empty();
	}

	/** {@return whether a success is true} */
	boolean isTrue() {
		if (subject.isEmpty() || !meantAlone.contains(subject.get())) {
			return false;
		}
		return switch (action) {
			case OFF -> withoutPower.contains(subject.get()) && ons == 0;
			case REBOOT -> withoutPower.contains(subject.get());
			case ON -> withPower.contains(subject.get());
			default -> offs + ons == 0;
		};
	}

	int number() {
		return number;
	}

	FenceAction action() {
		return action;
	}

	PowerMethod method() {
		return method;
	}

	String text() {
		return text;
	}

	Optional<String> datacenter() {
		return datacenter;
	}

	String plug() {
		return plug;
	}

	@Override
	public String toString() {
		return "agent " + number + " (" + action + " " + method + " " + text + datacenter.map(name -> " in " + name).orElse("") + ")";
	}
}

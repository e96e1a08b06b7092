package org.palisade.tck.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.palisade.api.PowerState;

/** A server with plugs. Thread-safe. */
public final class MemoryDevice {

	/** A plug as the server keeps it. */
	record Machine(String id, String name, String uuid, PowerState power, String datacenter, boolean template) {

		Machine with(PowerState state) {
			return new Machine(id, name, uuid, state, datacenter, template);
		}
	}

	private static final Map<String, MemoryDevice> DEVICES = new ConcurrentHashMap<>();

	private final String address = UUID.randomUUID().toString();
	private final String password;
	private final List<Machine> machines = new ArrayList<>();
	private int added;
	private int sessions;
	private int contacts;
	private int connections;
	private int powerOffs;
	private boolean silent;
	private boolean refusing;
	private boolean ineffective;

	MemoryDevice(String password) {
		this.password = password;
		DEVICES.put(address, this);
	}

	/** {@return the server of that address} */
	public static MemoryDevice at(String address) {
		return DEVICES.get(address);
	}

	String address() {
		return address;
	}

	void remove() {
		DEVICES.remove(address);
	}

	synchronized void add(String name, PowerState power, String datacenter) {
		added++;
		machines.add(new Machine("m-" + added, name, UUID.randomUUID().toString(), power, datacenter, false));
	}

	synchronized void addTemplate(String name, String datacenter) {
		added++;
		machines.add(new Machine("m-" + added, name, UUID.randomUUID().toString(), PowerState.OFF, datacenter, true));
	}

	synchronized void removeMachine(String name) {
		machines.removeIf(machine -> machine.name().equals(name));
	}

	/** Sets a state from outside, by name. */
	synchronized void force(String name, PowerState power) {
		machines.replaceAll(machine -> machine.name().equals(name) ? machine.with(power) : machine);
	}

	synchronized PowerState real(String name) {
		return machines.stream().filter(machine -> machine.name().equals(name)).findFirst().orElseThrow().power();
	}

	synchronized void silence() {
		silent = true;
	}

	synchronized void refuse() {
		refusing = true;
	}

	synchronized void ignore() {
		ineffective = true;
	}

	synchronized boolean contact() {
		contacts++;
		return !silent;
	}

	synchronized int contacts() {
		return contacts;
	}

	/** A client connects. */
	public synchronized void connect() {
		connections++;
	}

	synchronized void disconnect() {
		connections--;
	}

	synchronized int connections() {
		return connections;
	}

	synchronized int powerOffs() {
		return powerOffs;
	}

	synchronized int sessions() {
		return sessions;
	}

	/** {@return whether that was the password} */
	public synchronized boolean logIn(String given) {
		if (!given.equals(password)) {
			return false;
		}
		sessions++;
		return true;
	}

	synchronized void logOut() {
		sessions--;
	}

	synchronized List<Machine> machines() {
		return List.copyOf(machines);
	}

	/** {@return whether the server agreed to carry it out} */
	synchronized boolean reset(String id) {
		return change(id, PowerState.OFF) && change(id, PowerState.ON);
	}

	/** {@return whether the server agreed to carry it out} */
	synchronized boolean change(String id, PowerState wanted) {
		if (refusing) {
			return false;
		}
		if (!ineffective) {
			if (wanted == PowerState.OFF) {
				powerOffs++;
			}
			machines.replaceAll(machine -> machine.id().equals(id) ? machine.with(wanted) : machine);
		}
		return true;
	}
}

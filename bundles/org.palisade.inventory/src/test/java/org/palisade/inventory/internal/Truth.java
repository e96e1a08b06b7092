package org.palisade.inventory.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.palisade.api.PowerState;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.vsphere.InventoryNames;

/**
 * What the simulator says about its machines on its control endpoint.
 *
 * @param path the inventory path
 * @param machine the machine as a feed should see it, but for the address
 */
record Truth(String path, VirtualMachine machine) {

	private static final Pattern MACHINE = Pattern.compile("\\{\"id\":\"(?<id>[^\"]*)\",\"name\":\"(?<name>[^\"]*)\",\"path\":\"(?<path>[^\"]*)\","
			+ "\"uuid\":\"(?<uuid>[^\"]*)\",\"instanceUuid\":\"(?<instance>[^\"]*)\",\"powerState\":\"(?<power>[^\"]*)\","
			+ "\"connectionState\":\"(?<connection>[^\"]*)\",\"template\":(?<template>true|false),\"host\":\"[^\"]*\","
			+ "\"hostId\":\"(?<host>[^\"]*)\",\"parentId\":\"(?<parent>[^\"]*)\"");

	static List<Truth> of(SimulatedVCenter server) throws IOException {
		List<Truth> truths = new ArrayList<>();
		Matcher machine = MACHINE.matcher(server.control("GET", "/vms"));
		while (machine.find()) {
			truths.add(of(machine));
		}
		return truths;
	}

	private static Truth of(Matcher machine) {
		PowerState power = switch (machine.group("power")) {
		case "poweredOn" -> PowerState.ON;
		case "poweredOff" -> PowerState.OFF;
		default -> PowerState.SUSPENDED;
		};
		MachineDetails details = new MachineDetails(power, ConnectionState.valueOf(machine.group("connection").toUpperCase()),
				Boolean.parseBoolean(machine.group("template")), Optional.of(machine.group("instance")), Optional.of(machine.group("uuid")),
				Optional.empty(), Optional.of(machine.group("host")));
		return new Truth(machine.group("path"), new VirtualMachine(machine.group("id"), InventoryNames.decoded(machine.group("name")),
				Optional.of(machine.group("parent")), Optional.of(details)));
	}

	/** {@return what a snapshot does not have as it is, empty when all of it is right} */
	static Optional<String> difference(List<Truth> truths, InventorySnapshot snapshot) {
		if (snapshot.count(Kind.VIRTUAL_MACHINE) != truths.size()) {
			return Optional.of(truths.size() + " machines, not " + snapshot.count(Kind.VIRTUAL_MACHINE));
		}
		for (Truth truth : truths) {
			Optional<InventoryObject> seen = snapshot.object(truth.machine.id()).map(Truth::withoutAddress);
			if (!seen.equals(Optional.of(truth.machine)) || !snapshot.path(truth.machine.id()).equals(truth.path)) {
				return Optional.of(truth + " is seen as " + seen + " in " + snapshot.path(truth.machine.id()));
			}
		}
		return Optional.empty();
	}

	private static InventoryObject withoutAddress(InventoryObject object) {
		VirtualMachine machine = (VirtualMachine) object;
		return new VirtualMachine(machine.id(), machine.name(), machine.parent(), machine.details().map(details -> new MachineDetails(
				details.power(), details.connection(), details.template(), details.instanceUuid(), details.biosUuid(), Optional.empty(), details.host())));
	}
}

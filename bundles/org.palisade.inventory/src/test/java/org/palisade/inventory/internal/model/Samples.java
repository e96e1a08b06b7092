package org.palisade.inventory.internal.model;

import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import org.palisade.api.PowerState;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryObject.Container;
import org.palisade.api.inventory.InventoryObject.Host;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.vsphere.InventoryNames;

/** Objects to put into a model. */
final class Samples {

	private static final String[] NAMES = { "node%d", "web%%2fdb %d", "grün-%d", "NODE%d", "100%%25 %d", "x%d" + "x".repeat(200) };
	private static final String[] UUIDS = { "421E6B3A-0C55-4F2E-9F0A-1234567890AB", "1-2-3-4-5", "no uuid", "" };
	private static final String[] ADDRESSES = { "10.1.2.3", "255.255.255.255", "0.0.0.0", "010.1.2.3", "fe80::1", "1.2.3", "1.2.3.4.5", "256.1.1.1" };

	private Samples() {
	}

	static Entry container(Kind kind, String id, String serverName, String parent) {
		return new Entry(new Container(kind, id, InventoryNames.decoded(serverName), optional(parent)), serverName);
	}

	static Entry machine(String id, String serverName, String parent, String host) {
		return new Entry(new VirtualMachine(id, InventoryNames.decoded(serverName), optional(parent),
				Optional.of(new MachineDetails(PowerState.ON, ConnectionState.CONNECTED, false, Optional.of("501e6b3a-0c55-4f2e-9f0a-1234567890ab"),
						Optional.of("421e6b3a-0c55-4f2e-9f0a-1234567890ab"), Optional.of("10.20.30.40"), optional(host)))),
				serverName);
	}

	static Entry host(String id, String name, String parent) {
		return new Entry(new Host(id, name, optional(parent), ConnectionState.NOT_RESPONDING, true), name);
	}

	/** {@return something that a server might have, of a kind that is always the same for an id} */
	static Entry random(Random random, int number) {
		String serverName = String.format(NAMES[random.nextInt(NAMES.length)], number);
		String name = InventoryNames.decoded(serverName);
		Optional<String> parent = random.nextInt(4) == 0 ? Optional.empty() : Optional.of("obj-" + random.nextInt(20));
		String id = "obj-" + number;
		return switch (number % 4) {
		case 0 -> new Entry(new Container(Kind.FOLDER, id, name, parent), serverName);
		case 1 -> new Entry(new Host(id, name, parent, one(random, ConnectionState.values()), random.nextBoolean()), serverName);
		default -> new Entry(new VirtualMachine(id, name, parent, random.nextInt(5) == 0 ? Optional.empty() : Optional.of(details(random))),
				serverName);
		};
	}

	private static MachineDetails details(Random random) {
		return new MachineDetails(one(random, PowerState.values()), one(random, ConnectionState.values()), random.nextBoolean(), uuid(random),
				uuid(random), random.nextInt(3) == 0 ? Optional.empty() : Optional.of(one(random, ADDRESSES)),
				random.nextInt(5) == 0 ? Optional.empty() : Optional.of("obj-" + (1 + 4 * random.nextInt(5))));
	}

	private static Optional<String> uuid(Random random) {
		return switch (random.nextInt(4)) {
		case 0 -> Optional.empty();
		case 1 -> Optional.of(one(random, UUIDS));
		default -> Optional.of(new UUID(random.nextLong(), random.nextLong()).toString());
		};
	}

	private static <T> T one(Random random, T[] values) {
		return values[random.nextInt(values.length)];
	}

	private static Optional<String> optional(String text) {
		return Optional.of(text).filter(given -> !given.isEmpty());
	}
}

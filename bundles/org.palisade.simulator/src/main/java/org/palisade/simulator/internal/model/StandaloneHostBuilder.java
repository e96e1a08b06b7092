package org.palisade.simulator.internal.model;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

import org.palisade.simulator.InventoryShape;

/** Lays the inventory of an ESXi host out that no vCenter manages, with the identifiers that such a host has. */
final class StandaloneHostBuilder {

	private static final Instant FIRST_BOOT = Instant.parse("2025-01-01T00:00:00Z");

	private StandaloneHostBuilder() {
	}

	static Inventory build(InventoryShape shape) {
		Inventory inventory = new Inventory(new Folder("ha-folder-root", "ha-folder-root", null, List.of("Datacenter")));
		Datacenter datacenter = new Datacenter("ha-datacenter", "ha-datacenter", inventory.root());
		inventory.root().add(datacenter);
		inventory.register(datacenter);
		addFolders(inventory, datacenter);
		SplittableRandom random = new SplittableRandom(shape.seed());
		HostSystem host = addHost(inventory, datacenter, random);
		for (int i = 1; i <= shape.virtualMachines(); i++) {
			addMachine(inventory, i, host, random);
		}
		return inventory;
	}

	private static void addFolders(Inventory inventory, Datacenter datacenter) {
		datacenter.folders(new Folder("ha-folder-vm", "vm", datacenter, List.of("VirtualMachine")),
				new Folder("ha-folder-host", "host", datacenter, List.of("ComputeResource")),
				new Folder("ha-folder-datastore", "datastore", datacenter, List.of("Datastore")),
				new Folder("ha-folder-network", "network", datacenter, List.of("Network")));
		for (Folder folder : datacenter.children()) {
			inventory.register(folder);
		}
		attach(inventory, datacenter.datastoreFolder(), new Datastore("65a1b2c3-d4e5f607-1829-3a4b5c6d7e8f", "datastore1", datacenter));
		attach(inventory, datacenter.networkFolder(), new Network("HaNetwork-VM Network", "VM Network", datacenter));
	}

	private static void attach(Inventory inventory, Folder folder, ManagedEntity entity) {
		folder.add(entity);
		inventory.register(entity);
	}

	private static HostSystem addHost(Inventory inventory, Datacenter datacenter, SplittableRandom random) {
		ComputeResource compute = new ComputeResource("ComputeResource", "ha-compute-res", "localhost.localdomain", datacenter);
		attach(inventory, datacenter.hostFolder(), compute);
		ResourcePool pool = new ResourcePool("ha-root-pool", "Resources", compute, compute);
		compute.rootPool(pool);
		inventory.register(pool);
		HostSystem host = new HostSystem("ha-host", "localhost.localdomain", compute, InventoryBuilder.uuid(random, 0));
		compute.add(host);
		inventory.register(host);
		return host;
	}

	private static void addMachine(Inventory inventory, int number, HostSystem host, SplittableRandom random) {
		Folder folder = inventory.datacenters().get(0).vmFolder();
		boolean odd = number == InventoryBuilder.LEAST_FOR_AN_ODD_NAME;
		String name = odd ? EscapedName.of(InventoryBuilder.ODD_NAME) : InventoryBuilder.nodeName(number);
		ResourcePool pool = host.owner().rootPool();
		VirtualMachine machine = new VirtualMachine(Integer.toString(number), name, folder,
				new VirtualMachine.Placement(InventoryBuilder.uuid(random, 0x56), InventoryBuilder.uuid(random, 0x52), host, pool),
				PowerState.poweredOn, FIRST_BOOT.plusSeconds(number));
		attach(inventory, folder, machine);
		host.machines().add(machine);
		pool.machines().add(machine);
	}
}

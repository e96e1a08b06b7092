package org.palisade.simulator.internal.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import org.palisade.simulator.InventoryShape;

/** Lays the inventory of a vCenter out. The same shape gives the same inventory. */
final class InventoryBuilder {

	/** Inventories of this size have one machine whose name needs escaping. */
	static final int LEAST_FOR_AN_ODD_NAME = 100;
	static final String ODD_NAME = "web/db 100% grün";

	private static final int LEAST_FOR_NESTED_FOLDERS = 8;
	private static final int MACHINES_IN_A_RACK = 500;
	private static final int SHELVES = 10;
	private static final Instant FIRST_BOOT = Instant.parse("2025-01-01T00:00:00Z");
	private static final long BIOS_UUID_MARK = 0x42L;
	private static final long INSTANCE_UUID_MARK = 0x50L;

	private final InventoryShape shape;
	private final SplittableRandom random;
	private final Inventory inventory;
	private int nextId = 1;
	private int nextName = 1;

	private InventoryBuilder(InventoryShape shape) {
		this.shape = shape;
		this.random = new SplittableRandom(shape.seed());
		this.inventory = new Inventory(new Folder("group-d" + nextId++, "Datacenters", null, List.of("Folder", "Datacenter")));
	}

	static Inventory build(InventoryShape shape) {
		if (shape.standaloneHost()) {
			return StandaloneHostBuilder.build(shape);
		}
		InventoryBuilder builder = new InventoryBuilder(shape);
		for (int i = 0; i < shape.datacenters(); i++) {
			builder.addDatacenter(i);
		}
		return builder.inventory;
	}

	private void addDatacenter(int index) {
		Folder root = inventory.root();
		Datacenter datacenter = new Datacenter("datacenter-" + nextId++, "DC" + index, root);
		root.add(datacenter);
		inventory.register(datacenter);
		addFolders(datacenter);
		attach(datacenter.datastoreFolder(), new Datastore("datastore-" + nextId++, datacenter.name() + "-shared", datacenter));
		attach(datacenter.networkFolder(), new Network("network-" + nextId++, "VM Network", datacenter));
		List<HostSystem> hosts = new ArrayList<>();
		for (int i = 0; i < shape.clusters(); i++) {
			hosts.addAll(addCluster(datacenter, i));
		}
		addMachines(datacenter, index, hosts);
	}

	private void addFolders(Datacenter datacenter) {
		Folder vm = new Folder("group-v" + nextId++, "vm", datacenter, List.of("Folder", "VirtualMachine", "VirtualApp"));
		Folder host = new Folder("group-h" + nextId++, "host", datacenter, List.of("Folder", "ComputeResource"));
		Folder datastore = new Folder("group-s" + nextId++, "datastore", datacenter, List.of("Folder", "Datastore", "StoragePod"));
		Folder network = new Folder("group-n" + nextId++, "network", datacenter,
				List.of("Folder", "Network", "DistributedVirtualSwitch"));
		datacenter.folders(vm, host, datastore, network);
		for (Folder folder : datacenter.children()) {
			inventory.register(folder);
		}
	}

	private <E extends ManagedEntity> E attach(Folder folder, E entity) {
		folder.add(entity);
		inventory.register(entity);
		return entity;
	}

	private List<HostSystem> addCluster(Datacenter datacenter, int index) {
		String name = datacenter.name() + "_C" + index;
		ComputeResource cluster = attach(datacenter.hostFolder(),
				new ComputeResource("ClusterComputeResource", "domain-c" + nextId++, name, datacenter));
		ResourcePool rootPool = new ResourcePool("resgroup-" + nextId++, "Resources", cluster, cluster);
		cluster.rootPool(rootPool);
		inventory.register(rootPool);
		ResourcePool pool = new ResourcePool("resgroup-" + nextId++, "RP0", rootPool, cluster);
		rootPool.add(pool);
		inventory.register(pool);
		for (int i = 0; i < shape.hosts(); i++) {
			HostSystem host = new HostSystem("host-" + nextId++, name.toLowerCase().replace('_', '-') + "-esx" + i + ".example.com", cluster,
					uuid(0));
			cluster.add(host);
			inventory.register(host);
		}
		return cluster.hosts();
	}

	private void addMachines(Datacenter datacenter, int datacenterIndex, List<HostSystem> hosts) {
		int count = shape.virtualMachines() / shape.datacenters()
				+ (datacenterIndex < shape.virtualMachines() % shape.datacenters() ? 1 : 0);
		MachineFolders folders = new MachineFolders(datacenter.vmFolder(), count);
		boolean withOddName = datacenterIndex == 0 && shape.virtualMachines() >= LEAST_FOR_AN_ODD_NAME;
		for (int i = 0; i < count; i++) {
			boolean duplicate = datacenterIndex == 1 && i < shape.duplicates();
			String name = duplicate ? nodeName(i + 1) : nodeName(nextName++);
			HostSystem host = hosts.get(i % hosts.size());
			ResourcePool rootPool = host.owner().rootPool();
			ResourcePool pool = i % 2 == 0 ? rootPool : rootPool.pools().get(0);
			addMachine(folders.of(i), withOddName && i == count - 1 ? EscapedName.of(ODD_NAME) : name, host, pool, i);
		}
		addMachine(datacenter.vmFolder(), "template-" + datacenter.name(), hosts.get(0), null, 0);
	}

	/** The number with leading zeros, as String.format would do it in ten times the time. */
	static String nodeName(int number) {
		String digits = Integer.toString(number);
		return "node" + "00000".substring(Math.min(digits.length(), 5)) + digits;
	}

	private void addMachine(Folder folder, String name, HostSystem host, ResourcePool pool, int index) {
		VirtualMachine.Placement placement = new VirtualMachine.Placement(uuid(BIOS_UUID_MARK), uuid(INSTANCE_UUID_MARK), host, pool);
		VirtualMachine machine = attach(folder,
				new VirtualMachine("vm-" + nextId++, name, folder, placement, pool == null ? PowerState.poweredOff : PowerState.poweredOn,
						pool == null ? null : FIRST_BOOT.plusSeconds(index)));
		host.machines().add(machine);
		if (pool != null) {
			pool.machines().add(machine);
		}
	}

	private UUID uuid(long mark) {
		return uuid(random, mark);
	}

	/** A random UUID (version 4) whose first byte is the mark, as vCenter begins its BIOS UUIDs with 42 and its instance UUIDs with 50. */
	static UUID uuid(SplittableRandom random, long mark) {
		long high = random.nextLong() & 0x00ffffffffff0fffL | mark << 56 | 0x4000L;
		long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
		return new UUID(high, low);
	}

	/** Spreads a datacenter's machines over its folders: a quarter at the top, a quarter in racks, half on shelves within the racks. */
	private final class MachineFolders {

		private final Folder top;
		private final boolean nested;
		private final List<Folder> racks = new ArrayList<>();

		MachineFolders(Folder top, int count) {
			this.top = top;
			this.nested = count >= LEAST_FOR_NESTED_FOLDERS;
		}

		Folder of(int index) {
			if (!nested || index % 4 == 0) {
				return top;
			}
			Folder rack = rack(index / MACHINES_IN_A_RACK);
			return index % 4 == 1 ? rack : shelf(rack, index / 4 % SHELVES);
		}

		private Folder rack(int number) {
			while (racks.size() <= number) {
				racks.add(folder(top, String.format("rack-%02d", racks.size())));
			}
			return racks.get(number);
		}

		private Folder shelf(Folder rack, int number) {
			String name = "shelf-" + number;
			return (Folder) inventory.child(rack, name).orElseGet(() -> folder(rack, name));
		}

		private Folder folder(Folder parent, String name) {
			return attach(parent, new Folder("group-v" + nextId++, name, parent, top.childTypes()));
		}
	}
}

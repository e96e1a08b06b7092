package org.palisade.simulator;

/**
 * How large the simulated inventory is and how it is laid out. The same values give the same inventory: names, identifiers and UUIDs.
 *
 * @param virtualMachines virtual machines that can be powered, 0 to 1,000,000; a vCenter's templates come on top, one for each datacenter
 * @param datacenters datacenters, 1 to 100; always one on a standalone host
 * @param clusters clusters in each datacenter, 1 to 100; not used on a standalone host
 * @param hosts hosts in each cluster, 1 to 1000; not used on a standalone host
 * @param duplicates how many of the first names of the first datacenter exist in the second one, too; 0 to half of the machines of a
 *        datacenter, and 0 when there is one datacenter
 * @param seed chooses the UUIDs
 * @param standaloneHost plays an ESXi host that no vCenter manages
 */
public record InventoryShape(int virtualMachines, int datacenters, int clusters, int hosts, int duplicates, long seed,
		boolean standaloneHost) {

	/** @throws IllegalArgumentException when a value is out of its range */
	public InventoryShape {
		inRange("virtualMachines", virtualMachines, 0, 1_000_000);
		inRange("datacenters", datacenters, 1, standaloneHost ? 1 : 100);
		inRange("clusters", clusters, 1, 100);
		inRange("hosts", hosts, 1, 1000);
		inRange("duplicates", duplicates, 0, largestDuplicates(virtualMachines, datacenters));
	}

	/** The largest number of duplicates that an inventory of that size can have. */
	public static int largestDuplicates(int virtualMachines, int datacenters) {
		return datacenters < 2 ? 0 : virtualMachines / datacenters / 2;
	}

	private static void inRange(String name, int value, int least, int most) {
		if (value < least || value > most) {
			throw new IllegalArgumentException(name + ": " + value + " is not in the range " + least + " to " + most);
		}
	}
}

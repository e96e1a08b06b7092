package org.palisade.simulator.internal.model;

import java.util.ArrayList;
import java.util.List;

/** A datacenter with its four folders. */
public final class Datacenter extends ManagedEntity {

	private Folder vmFolder;
	private Folder hostFolder;
	private Folder datastoreFolder;
	private Folder networkFolder;

	Datacenter(String id, String name, Folder parent) {
		super(VimTypes.get("Datacenter"), id, name, parent);
	}

	void folders(Folder vm, Folder host, Folder datastore, Folder network) {
		this.vmFolder = vm;
		this.hostFolder = host;
		this.datastoreFolder = datastore;
		this.networkFolder = network;
	}

	/** The folder that holds its virtual machines, directly or in folders below. */
	public Folder vmFolder() {
		return vmFolder;
	}

	Folder hostFolder() {
		return hostFolder;
	}

	Folder datastoreFolder() {
		return datastoreFolder;
	}

	Folder networkFolder() {
		return networkFolder;
	}

	/** Its virtual machines, in the order of the tree. */
	List<VirtualMachine> machines() {
		List<VirtualMachine> machines = new ArrayList<>();
		collect(vmFolder, machines);
		return machines;
	}

	private static void collect(Folder folder, List<VirtualMachine> into) {
		for (ManagedEntity child : folder.children()) {
			if (child instanceof Folder nested) {
				collect(nested, into);
			} else if (child instanceof VirtualMachine machine) {
				into.add(machine);
			}
		}
	}

	@Override
	public List<Folder> children() {
		return List.of(vmFolder, hostFolder, datastoreFolder, networkFolder);
	}

	@Override
	public Object property(String property) {
		return switch (property) {
		case "vmFolder" -> vmFolder;
		case "hostFolder" -> hostFolder;
		case "datastoreFolder" -> datastoreFolder;
		case "networkFolder" -> networkFolder;
		case "datastore" -> List.copyOf(datastoreFolder.children());
		case "network" -> List.copyOf(networkFolder.children());
		default -> super.property(property);
		};
	}
}

package org.palisade.simulator.internal.model;

import java.util.List;

/** The shared datastore of a datacenter. */
public final class Datastore extends ManagedEntity {

	private static final long CAPACITY = 64L << 40;

	private final Datacenter datacenter;

	Datastore(String id, String name, Datacenter datacenter) {
		super(VimTypes.get("Datastore"), id, name, datacenter.datastoreFolder());
		this.datacenter = datacenter;
	}

	@Override
	public List<ManagedEntity> children() {
		return List.of();
	}

	@Override
	public Object property(String property) {
		return switch (property) {
		case "vm" -> datacenter.machines();
		case "summary" -> DataObject.of("DatastoreSummary").with("datastore", this).with("name", name()).with("url", "ds:///" + id() + "/")
				.with("capacity", CAPACITY).with("freeSpace", CAPACITY / 2).with("accessible", true).with("multipleHostAccess", true)
				.with("type", "VMFS").with("maintenanceMode", "normal");
		default -> super.property(property);
		};
	}
}

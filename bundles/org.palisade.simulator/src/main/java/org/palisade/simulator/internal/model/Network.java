package org.palisade.simulator.internal.model;

import java.util.List;

/** The network of a datacenter. */
public final class Network extends ManagedEntity {

	private final Datacenter datacenter;

	Network(String id, String name, Datacenter datacenter) {
		super(VimTypes.get("Network"), id, name, datacenter.networkFolder());
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
		case "summary" -> DataObject.of("NetworkSummary").with("network", this).with("name", name()).with("accessible", true)
				.with("ipPoolName", "");
		default -> super.property(property);
		};
	}
}

package org.palisade.backend.esx.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.VirtualMachineConnectionState;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.ListedPlug;
import org.palisade.api.PowerState;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.InventoryNames;
import org.palisade.vsphere.ObjectProperties;
import org.palisade.vsphere.VSphereSession;

/** Lists virtual machines as they arrive, whatever state each of them is in. */
final class Listing {

	private static final int ROWS_PER_PAGE = 1000;

	private final VSphereSession session;
	private final Diagnostics diagnostics;
	private final Deadline deadline;

	Listing(VSphereSession session, Diagnostics diagnostics, Deadline deadline) {
		this.session = session;
		this.diagnostics = diagnostics;
		this.deadline = deadline;
	}

	void list(Optional<String> datacenter, boolean withPower, Consumer<ListedPlug> consumer) throws FenceException {
		ManagedObjectReference root = datacenter.isEmpty() ? session.content().getRootFolder()
				: new Datacenters(session, diagnostics, deadline).find(datacenter.get()).reference();
		List<String> properties = new ArrayList<>(List.of("name", "config.uuid", "config.template"));
		if (withPower) {
			properties.addAll(List.of(VirtualMachine.POWER_STATE, VirtualMachine.CONNECTION_STATE));
		}
		try (InventoryView view = new InventoryView(session, diagnostics, root, References.VIRTUAL_MACHINE, deadline)) {
			view.forEach(properties, ROWS_PER_PAGE, row -> {
				if (!row.value("config.template", Boolean.class).orElse(false)) {
					consumer.accept(plug(row));
				}
			});
		}
	}

	private static ListedPlug plug(ObjectProperties row) {
		String name = InventoryNames.decoded(row.text("name").orElse(row.id()));
		boolean connected = row.value(VirtualMachine.CONNECTION_STATE, VirtualMachineConnectionState.class)
				.filter(state -> state == VirtualMachineConnectionState.connected).isPresent();
		return new ListedPlug(name, row.text("config.uuid").orElse(""), connected ? VirtualMachine.power(row) : PowerState.UNKNOWN);
	}
}

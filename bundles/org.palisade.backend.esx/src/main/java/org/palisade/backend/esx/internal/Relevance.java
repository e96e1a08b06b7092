package org.palisade.backend.esx.internal;

import java.util.List;
import java.util.Set;

import com.vmware.vim25.Event;
import com.vmware.vim25.VirtualMachineConfigSpec;
import com.vmware.vim25.VmBeingClonedEvent;
import com.vmware.vim25.VmEvent;
import com.vmware.vim25.VmMigratedEvent;
import com.vmware.vim25.VmReconfiguredEvent;
import com.vmware.vim25.VmRelocatedEvent;
import com.vmware.vim25.VmRemovedEvent;
import com.vmware.vim25.VmRenamedEvent;

import org.palisade.vsphere.InventoryNames;

/**
 * Whether something that has happened can have changed what a text means. In doubt it can.
 *
 * @param text the text, without a percent sign
 * @param uuid whether the text may be a UUID
 * @param known the identifiers of what it meant
 */
record Relevance(String text, boolean uuid, Set<String> known) {

	boolean any(List<Event> events) {
		for (Event event : events) {
			if (isRelevant(event)) {
				return true;
			}
		}
		return false;
	}

	private boolean isRelevant(Event event) {
		if (!(event instanceof VmEvent) || event.getVm() == null || event.getVm().getVm() == null || event.getVm().getName() == null) {
			return true;
		}
		boolean concernsKnown = known.contains(event.getVm().getVm().getVal());
		if (event instanceof VmReconfiguredEvent reconfigured) {
			return isRelevant(reconfigured.getConfigSpec());
		}
		if (event instanceof VmRemovedEvent || event instanceof VmRenamedEvent) {
			return concernsKnown || event instanceof VmRenamedEvent renamed && isText(renamed.getNewName());
		}
		if (event instanceof VmMigratedEvent || event instanceof VmRelocatedEvent) {
			return !concernsKnown && (uuid || isText(event.getVm().getName()));
		}
		if (event instanceof VmBeingClonedEvent cloning) {
			return uuid || isText(cloning.getDestName());
		}
		// Created, registered, cloned, deployed, discovered, connected, or given a UUID.
		return uuid || concernsKnown || isText(event.getVm().getName());
	}

	/** A machine that was reconfigured in other ways is confirmed by its read like any other. */
	private boolean isRelevant(VirtualMachineConfigSpec change) {
		if (change == null) {
			return true;
		}
		boolean identified = uuid && (change.getUuid() != null || change.getInstanceUuid() != null);
		return identified || change.getName() != null && isText(change.getName());
	}

	private boolean isText(String serverName) {
		return serverName == null || serverName.equals(text) || InventoryNames.decoded(serverName).equals(text);
	}
}

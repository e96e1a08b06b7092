package org.palisade.backend.esx.internal;

import java.util.List;
import java.util.Optional;

import com.vmware.vim25.ManagedObjectReference;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.ObjectProperties;
import org.palisade.vsphere.VSphereSession;

/** Checks, without touching anything, that the account could fence. */
final class PrivilegeCheck {

	/** An account that is granted nothing on the inventory as a whole is granted it on folders or single machines: this many are asked. */
	private static final int SAMPLE = 100;

	private final VSphereSession session;
	private final Diagnostics diagnostics;
	private final Deadline deadline;
	private final Privileges privileges;

	PrivilegeCheck(VSphereSession session, Diagnostics diagnostics, List<String> needed, Deadline deadline) {
		this.session = session;
		this.diagnostics = diagnostics;
		this.deadline = deadline;
		this.privileges = new Privileges(session, needed, deadline);
	}

	void check(Optional<ManagedObjectReference> plug, Optional<String> datacenter) throws FenceException {
		if (plug.isPresent()) {
			List<String> lacking = privileges.lacking(List.of(plug.get()));
			if (!lacking.isEmpty()) {
				throw denied(lacking, plug.get().getVal());
			}
			return;
		}
		ManagedObjectReference root = datacenter.isEmpty() ? session.content().getRootFolder()
				: new Datacenters(session, diagnostics, deadline).find(datacenter.get()).reference();
		checkBelow(root);
	}

	private void checkBelow(ManagedObjectReference root) throws FenceException {
		List<ManagedObjectReference> machines;
		try (InventoryView view = new InventoryView(session, diagnostics, root, References.VIRTUAL_MACHINE, deadline)) {
			machines = view.some(List.of("name"), SAMPLE).stream().map(ObjectProperties::reference).toList();
		}
		if (machines.isEmpty()) {
			throw new FenceException(Kind.PRIVILEGE, Messages.nothing_visible, Messages.nothing_visible_advice);
		}
		List<String> lacking = privileges.lacking(List.of(root));
		if (!lacking.isEmpty() && !privileges.lacking(machines).isEmpty()) {
			throw denied(lacking, root.getVal());
		}
	}

	private static FenceException denied(List<String> lacking, String object) {
		String names = String.join(", ", lacking);
		return new FenceException(Kind.PRIVILEGE, NLS.bind(Messages.privilege_lacking, names, object),
				NLS.bind(Messages.privilege_lacking_advice, names));
	}
}

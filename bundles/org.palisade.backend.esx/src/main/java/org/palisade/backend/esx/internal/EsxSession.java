package org.palisade.backend.esx.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.vmware.vim25.ManagedObjectReference;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.VSphereSession;

/** A session with a vCenter or a host, in the terms of fencing. */
final class EsxSession implements FenceSession {

	private final VSphereSession session;
	private final Diagnostics diagnostics;
	private final Optional<String> datacenter;
	private final boolean resets;

	/**
	 * @param resets whether the account must be allowed to reset
	 */
	EsxSession(VSphereSession session, Diagnostics diagnostics, Optional<String> datacenter, boolean resets) {
		this.session = session;
		this.diagnostics = diagnostics;
		this.datacenter = datacenter;
		this.resets = resets;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		return new LookUp(session, diagnostics, deadline).find(selector);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		return new PlugReader(session, deadline).state(reference(plug));
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		return new PowerRun(session, diagnostics, reference(plug), operation, deadline).run();
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		new PrivilegeCheck(session, diagnostics, Privileges.needed(resets), deadline).check(plug.map(EsxSession::reference), datacenter);
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		new Listing(session, diagnostics, deadline).list(datacenter, withPower, consumer);
	}

	@Override
	public void close(Deadline deadline) {
		session.close(deadline);
	}

	private static ManagedObjectReference reference(Plug plug) {
		return References.virtualMachine(plug.id());
	}
}

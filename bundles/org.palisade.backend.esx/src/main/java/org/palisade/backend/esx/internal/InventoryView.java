package org.palisade.backend.esx.internal;

import java.util.List;
import java.util.function.Consumer;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.PropertyFilterSpec;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.ObjectProperties;
import org.palisade.vsphere.PropertyRetrieval;
import org.palisade.vsphere.Specifications;
import org.palisade.vsphere.VSphereSession;

/** A view on all objects of a type below another one, destroyed on the server when it is closed. */
final class InventoryView implements AutoCloseable {

	private final VSphereSession session;
	private final Diagnostics diagnostics;
	private final Deadline deadline;
	private final String type;
	private final ManagedObjectReference view;

	InventoryView(VSphereSession session, Diagnostics diagnostics, ManagedObjectReference root, String type, Deadline deadline)
			throws FenceException {
		this.session = session;
		this.diagnostics = diagnostics;
		this.deadline = deadline;
		this.type = type;
		this.view = session.call(deadline,
				stub -> stub.createContainerView(session.content().getViewManager(), root, new String[] { type }, true));
	}

	/** Hands every object to {@code consumer}, page by page. */
	void forEach(List<String> properties, int pageSize, Consumer<ObjectProperties> consumer) throws FenceException {
		PropertyRetrieval.forEach(session, specification(properties), pageSize, consumer, deadline);
	}

	/** {@return some objects, one page} */
	List<ObjectProperties> some(List<String> properties, int pageSize) throws FenceException {
		return PropertyRetrieval.some(session, specification(properties), pageSize, deadline);
	}

	private PropertyFilterSpec specification(List<String> properties) {
		return Specifications.filter(List.of(Specifications.properties(type, properties)),
				List.of(Specifications.object(view, true, Specifications.traversal("view", "ContainerView", "view"))));
	}

	@Override
	public void close() {
		try {
			session.call(deadline, stub -> {
				stub.destroyView(view);
				return null;
			});
		} catch (FenceException failure) {
			diagnostics.detail(NLS.bind(Messages.view_left, failure.getMessage()));
		}
	}
}

package org.palisade.vsphere;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectContent;
import com.vmware.vim25.PropertyFilterSpec;
import com.vmware.vim25.RetrieveOptions;
import com.vmware.vim25.RetrieveResult;

import org.palisade.api.FenceException;
import org.palisade.api.time.Deadline;

/**
 * Reads properties of objects. The server may cut an answer at any size, so every page is fetched, always.
 */
public final class PropertyRetrieval {

	private PropertyRetrieval() {
	}

	/**
	 * Hands everything that the specification selects to {@code consumer}, as it arrives, page by page.
	 *
	 * @param pageSize how many objects the server is asked to put into an answer
	 * @throws FenceException when something is missing; objects may have been handed over before
	 */
	public static void forEach(VSphereSession session, PropertyFilterSpec specification, int pageSize, Consumer<ObjectProperties> consumer,
			Deadline deadline) throws FenceException {
		forEachPage(session, specification, pageSize, page -> page.forEach(consumer), deadline);
	}

	/**
	 * The same, handing the objects of an answer over together, as soon as they have arrived.
	 *
	 * @throws FenceException when something is missing; pages may have been handed over before
	 */
	public static void forEachPage(VSphereSession session, PropertyFilterSpec specification, int pageSize,
			Consumer<List<ObjectProperties>> consumer, Deadline deadline) throws FenceException {
		ManagedObjectReference collector = session.content().getPropertyCollector();
		RetrieveResult page = session.call(deadline, stub -> stub.retrievePropertiesEx(collector, specifications(specification), paged(pageSize)));
		while (page != null) {
			consumer.accept(objects(page));
			String token = page.getToken();
			page = token == null ? null : session.call(deadline, stub -> stub.continueRetrievePropertiesEx(collector, token));
		}
	}

	/** {@return everything that the specification selects, in the order of the answer} For what is known to be little. */
	public static List<ObjectProperties> all(VSphereSession session, PropertyFilterSpec specification, Deadline deadline)
			throws FenceException {
		List<ObjectProperties> found = new ArrayList<>();
		forEach(session, specification, 0, found::add, deadline);
		return found;
	}

	/** {@return the first page only: at most {@code pageSize} objects} */
	public static List<ObjectProperties> some(VSphereSession session, PropertyFilterSpec specification, int pageSize, Deadline deadline)
			throws FenceException {
		ManagedObjectReference collector = session.content().getPropertyCollector();
		RetrieveResult page = session.call(deadline, stub -> stub.retrievePropertiesEx(collector, specifications(specification), paged(pageSize)));
		if (page == null) {
			return List.of();
		}
		if (page.getToken() != null) {
			String token = page.getToken();
			session.call(deadline, stub -> {
				stub.cancelRetrievePropertiesEx(collector, token);
				return null;
			});
		}
		return objects(page);
	}

	private static PropertyFilterSpec[] specifications(PropertyFilterSpec one) {
		return new PropertyFilterSpec[] { one };
	}

	private static RetrieveOptions paged(int pageSize) {
		RetrieveOptions options = new RetrieveOptions();
		if (pageSize > 0) {
			options.setMaxObjects(pageSize);
		}
		return options;
	}

	private static List<ObjectProperties> objects(RetrieveResult page) {
		List<ObjectProperties> objects = new ArrayList<>();
		if (page.getObjects() != null) {
			for (ObjectContent object : page.getObjects()) {
				if (object.getObj() != null) {
					objects.add(new ObjectProperties(object));
				}
			}
		}
		return objects;
	}
}

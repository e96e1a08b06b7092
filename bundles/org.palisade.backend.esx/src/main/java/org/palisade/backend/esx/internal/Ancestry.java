package org.palisade.backend.esx.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectSpec;
import com.vmware.vim25.PropertyFilterSpec;
import com.vmware.vim25.PropertySpec;
import com.vmware.vim25.SelectionSpec;

import org.palisade.api.FenceException;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.InventoryNames;
import org.palisade.vsphere.ObjectProperties;
import org.palisade.vsphere.PropertyRetrieval;
import org.palisade.vsphere.Specifications;
import org.palisade.vsphere.VSphereSession;

/** Objects together with everything above them, from a single call: what their paths are made of. */
final class Ancestry {

	private static final String NAME = "name";
	private static final String PARENT = "parent";
	private static final String PARENT_VAPP = "parentVApp";

	private static final String SERVICE_INSTANCE = "ServiceInstance";
	private static final String INSTANCE_UUID = "content.about.instanceUuid";

	private final String root;
	private final Map<String, ObjectProperties> objects = new HashMap<>();

	private Ancestry(String root) {
		this.root = root;
	}

	/**
	 * Reads objects of a type with their ancestors.
	 *
	 * @param properties what to read of the objects themselves beside their name and parent
	 * @throws FenceException of kind NOT_FOUND when the server knows one of the objects no longer
	 */
	static Ancestry read(VSphereSession session, String type, List<String> properties, List<ManagedObjectReference> references,
			Deadline deadline) throws FenceException {
		return of(session, PropertyRetrieval.all(session, specification(session, type, properties, references), deadline));
	}

	/** {@return what a {@linkplain #specification specification} has selected} */
	static Ancestry of(VSphereSession session, Collection<ObjectProperties> objects) {
		Ancestry ancestry = new Ancestry(session.content().getRootFolder().getVal());
		for (ObjectProperties object : objects) {
			ancestry.objects.put(object.id(), object);
		}
		return ancestry;
	}

	/** {@return the selection of objects of a type with their ancestors and, while that is assumed, of what the server is} */
	static PropertyFilterSpec specification(VSphereSession session, String type, List<String> properties, List<ManagedObjectReference> references) {
		List<String> own = new ArrayList<>(properties);
		own.addAll(List.of(NAME, PARENT));
		if (type.equals(References.VIRTUAL_MACHINE)) {
			own.add(PARENT_VAPP);
		}
		List<PropertySpec> selected = new ArrayList<>(List.of(Specifications.properties(type, own),
				Specifications.properties("ManagedEntity", List.of(NAME, PARENT))));
		List<ObjectSpec> starts = new ArrayList<>(references.size());
		if (session.isContentAssumed()) {
			selected.add(Specifications.properties(SERVICE_INSTANCE, List.of(INSTANCE_UUID)));
			starts.add(Specifications.object(References.of(SERVICE_INSTANCE, SERVICE_INSTANCE), false));
		}
		for (ManagedObjectReference reference : references) {
			starts.add(Specifications.object(reference, false, upwards()));
		}
		return Specifications.filter(selected, starts);
	}

	private static SelectionSpec[] upwards() {
		// A virtual machine in a vApp has no parent folder; its parentVApp leads on.
		return new SelectionSpec[] { Specifications.traversal("up", "ManagedEntity", PARENT, Specifications.named("up")),
				Specifications.traversal("vApp", References.VIRTUAL_MACHINE, PARENT_VAPP, Specifications.named("up")) };
	}

	/** {@return which server has answered; read only while that is assumed} */
	Optional<String> instanceUuid() {
		return Optional.ofNullable(objects.get(SERVICE_INSTANCE)).flatMap(instance -> instance.text(INSTANCE_UUID));
	}

	/** {@return what was read of an object} */
	Optional<ObjectProperties> object(ManagedObjectReference reference) {
		return Optional.ofNullable(objects.get(reference.getVal()));
	}

	/** {@return whether {@code ancestor} is above the object} */
	boolean isBelow(ObjectProperties object, ManagedObjectReference ancestor) {
		return chain(object).stream().anyMatch(step -> step.id().equals(ancestor.getVal()));
	}

	/** {@return the inventory path of an object, names in the server's form, as far up as the account may see} */
	String path(ObjectProperties object) {
		StringBuilder path = new StringBuilder();
		for (ObjectProperties step : chain(object)) {
			if (!step.id().equals(root)) {
				path.insert(0, "/" + InventoryNames.encoded(step.text(NAME).orElse(step.id())));
			}
		}
		return path.toString();
	}

	/** {@return the datacenter in which the object lies} */
	Optional<ObjectProperties> datacenter(ObjectProperties object) {
		return chain(object).stream().filter(step -> Datacenters.DATACENTER.equals(step.reference().getType())).findFirst();
	}

	private List<ObjectProperties> chain(ObjectProperties object) {
		List<ObjectProperties> chain = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (ObjectProperties step = object; step != null && seen.add(step.id()); step = above(step)) {
			chain.add(step);
		}
		return chain;
	}

	private ObjectProperties above(ObjectProperties object) {
		Optional<ManagedObjectReference> parent = object.value(PARENT, ManagedObjectReference.class);
		if (parent.isEmpty()) {
			parent = object.value(PARENT_VAPP, ManagedObjectReference.class);
		}
		return parent.map(reference -> objects.get(reference.getVal())).orElse(null);
	}
}

package org.palisade.inventory.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectSpec;
import com.vmware.vim25.PropertyFilterSpec;
import com.vmware.vim25.PropertySpec;

import org.palisade.api.FenceException;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.Specifications;
import org.palisade.vsphere.VSphereSession;

/**
 * Which objects and properties are read, by views that live as long as the session. Of the machines' properties only leaves are watched, which
 * change rarely; {@code summary} as a whole changes every twenty seconds for each machine that runs.
 */
final class WatchedProperties {

	static final String NAME = "name";
	static final String PARENT = "parent";
	/** A machine in a vApp has no parent. */
	static final String PARENT_VAPP = "parentVApp";
	static final String CONNECTION = "runtime.connectionState";
	static final String MAINTENANCE = "runtime.inMaintenanceMode";
	static final String POWER = "runtime.powerState";
	static final String HOST = "runtime.host";
	/** The summary keeps these when the configuration cannot be read, as of a machine whose host is out of contact. */
	static final String TEMPLATE = "summary.config.template";
	static final String INSTANCE_UUID = "summary.config.instanceUuid";
	static final String BIOS_UUID = "summary.config.uuid";
	static final String ADDRESS = "guest.ipAddress";

	/** What is read first, as far as an object has it. */
	static final List<String> FIRST = List.of(NAME, PARENT, PARENT_VAPP, CONNECTION, MAINTENANCE);

	private static final String MACHINE = "VirtualMachine";

	/** The types of the API that are shown; a type comprises its subtypes. */
	private static final List<String> CONTAINERS = List.of("Folder", "Datacenter", "ComputeResource", "ResourcePool");
	private static final String HOST_SYSTEM = "HostSystem";

	private static final Map<String, Kind> KINDS = Map.of("Folder", Kind.FOLDER, "StoragePod", Kind.FOLDER, "Datacenter", Kind.DATACENTER,
			"ComputeResource", Kind.COMPUTE_RESOURCE, "ClusterComputeResource", Kind.CLUSTER, "ResourcePool", Kind.RESOURCE_POOL, "VirtualApp",
			Kind.VAPP, HOST_SYSTEM, Kind.HOST, MACHINE, Kind.VIRTUAL_MACHINE);

	private final ManagedObjectReference root;
	private final ManagedObjectReference surroundings;
	private final ManagedObjectReference machines;

	/** Creates the views. */
	WatchedProperties(VSphereSession session, Deadline deadline) throws FenceException {
		root = session.content().getRootFolder();
		List<String> types = new ArrayList<>(CONTAINERS);
		types.add(HOST_SYSTEM);
		surroundings = view(session, types, deadline);
		machines = view(session, List.of(MACHINE), deadline);
	}

	private static ManagedObjectReference view(VSphereSession session, List<String> types, Deadline deadline) throws FenceException {
		return session.call(deadline, stub -> stub.createContainerView(session.content().getViewManager(), session.content().getRootFolder(),
				types.toArray(String[]::new), true));
	}

	/** {@return what sort of object a reference leads to; empty for a type that is not shown} */
	static Optional<Kind> kind(ManagedObjectReference reference) {
		return Optional.ofNullable(reference.getType()).map(KINDS::get);
	}

	/** {@return everything but the machines} */
	PropertyFilterSpec surroundings() {
		return Specifications.filter(ofSurroundings(), List.of(Specifications.object(root, false), inView(surroundings)));
	}

	/** {@return what a row needs to be shown: little, so that ten thousand machines come quickly} */
	PropertyFilterSpec machineNames() {
		return Specifications.filter(List.of(Specifications.properties(MACHINE, List.of(NAME, PARENT, PARENT_VAPP))), List.of(inView(machines)));
	}

	/** {@return everything about everything} */
	PropertyFilterSpec all() {
		List<PropertySpec> properties = new ArrayList<>(ofSurroundings());
		properties.add(Specifications.properties(MACHINE,
				List.of(NAME, PARENT, PARENT_VAPP, POWER, CONNECTION, HOST, TEMPLATE, INSTANCE_UUID, BIOS_UUID, ADDRESS)));
		return Specifications.filter(properties, List.of(Specifications.object(root, false), inView(surroundings), inView(machines)));
	}

	private static List<PropertySpec> ofSurroundings() {
		List<PropertySpec> properties = new ArrayList<>();
		for (String type : CONTAINERS) {
			properties.add(Specifications.properties(type, List.of(NAME, PARENT)));
		}
		properties.add(Specifications.properties(HOST_SYSTEM, List.of(NAME, PARENT, CONNECTION, MAINTENANCE)));
		return properties;
	}

	private static ObjectSpec inView(ManagedObjectReference view) {
		return Specifications.object(view, true, Specifications.traversal("view", "ContainerView", "view"));
	}
}

package org.palisade.simulator.internal.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.palisade.simulator.internal.model.Datacenter;
import org.palisade.simulator.internal.model.ManagedEntity;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.VirtualMachine;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.property.ObjectSelector;
import org.palisade.simulator.internal.property.PropertyPath;
import org.palisade.simulator.internal.soap.Answer;
import org.palisade.simulator.internal.soap.Element;

/** The methods of the search index. A search that finds nothing is answered with nothing. */
final class SearchMethods {

	private final ObjectDirectory objects;
	private final World world;

	SearchMethods(ObjectDirectory objects, World world) {
		this.objects = objects;
		this.world = world;
	}

	void register(Map<String, VimMethod> methods) {
		methods.put("FindByInventoryPath", call -> first(seen(world.inventory().findByPath(call.arguments().required("inventoryPath")))));
		methods.put("FindChild", this::findChild);
		methods.put("FindByUuid", call -> first(findByUuid(call)));
		methods.put("FindAllByUuid", call -> all(findByUuid(call)));
		methods.put("FindByDatastorePath", this::findByDatastorePath);
		// No machine of ours has VMware Tools, which would tell its names and addresses.
		for (String byGuest : List.of("FindByDnsName", "FindByIp", "FindAllByDnsName", "FindAllByIp")) {
			methods.put(byGuest, call -> Answer.NOTHING);
		}
	}

	private static List<ManagedEntity> seen(Optional<ManagedEntity> found) {
		return found.filter(entity -> !ObjectSelector.isHidden(entity)).stream().toList();
	}

	private static Answer first(List<? extends ManagedEntity> found) {
		return found.isEmpty() ? Answer.NOTHING : all(found.subList(0, 1));
	}

	private static Answer all(List<? extends ManagedEntity> found) {
		return out -> {
			for (ManagedEntity entity : found) {
				out.reference("returnval", entity);
			}
		};
	}

	private Answer findChild(Call call) throws VimFault {
		ManagedEntity parent = objects.get(call, call.arguments().reference("entity"), ManagedEntity.class);
		return first(seen(world.inventory().child(parent, call.arguments().required("name"))));
	}

	private List<? extends ManagedEntity> findByUuid(Call call) throws VimFault {
		Optional<UUID> uuid = uuid(call.arguments().required("uuid"));
		Optional<Datacenter> datacenter = datacenter(call);
		if (uuid.isEmpty()) {
			return List.of();
		}
		if (!call.arguments().isTrue("vmSearch")) {
			return findHosts(uuid.get(), datacenter);
		}
		boolean instance = call.arguments().isTrue("instanceUuid");
		return world.inventory().machines(machine -> (instance ? machine.instanceUuid() : machine.uuid()).equals(uuid.get())
				&& isWithin(machine, datacenter) && !ObjectSelector.isHidden(machine));
	}

	private List<ManagedEntity> findHosts(UUID uuid, Optional<Datacenter> datacenter) {
		return world.inventory().hosts().stream().filter(host -> host.uuid().equals(uuid) && isWithin(host, datacenter))
				.map(ManagedEntity.class::cast).toList();
	}

	private static boolean isWithin(ManagedEntity entity, Optional<Datacenter> datacenter) {
		return datacenter.isEmpty() || entity.isWithin(datacenter.get());
	}

	private Optional<Datacenter> datacenter(Call call) throws VimFault {
		Optional<Element> argument = call.arguments().child("datacenter");
		return argument.isEmpty() ? Optional.empty() : Optional.of(objects.get(call, argument.get().reference(), Datacenter.class));
	}

	private static Optional<UUID> uuid(String text) {
		try {
			return Optional.of(UUID.fromString(text.trim()));
		} catch (IllegalArgumentException notAUuid) {
			return Optional.empty();
		}
	}

	private Answer findByDatastorePath(Call call) throws VimFault {
		Datacenter datacenter = objects.get(call, call.arguments().reference("datacenter"), Datacenter.class);
		String path = call.arguments().required("path");
		List<VirtualMachine> candidates = world.inventory()
				.machines(machine -> machine.isWithin(datacenter) && !ObjectSelector.isHidden(machine));
		for (VirtualMachine machine : candidates) {
			if (path.equals(PropertyPath.compile(machine.type(), "config.files.vmPathName").read(machine))) {
				return first(List.of(machine));
			}
		}
		return Answer.NOTHING;
	}
}

package org.palisade.simulator.internal.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.palisade.simulator.internal.model.Access;
import org.palisade.simulator.internal.model.Datacenter;
import org.palisade.simulator.internal.model.Folder;
import org.palisade.simulator.internal.model.HostSystem;
import org.palisade.simulator.internal.model.ManagedEntity;
import org.palisade.simulator.internal.model.PowerState;
import org.palisade.simulator.internal.model.VirtualMachine;
import org.palisade.simulator.internal.model.World;

/**
 * The operations that list. Names are as the other API shows them, escaped, and folders hold what lies right in them: the reference says
 * neither. Called with the world's lock held.
 */
final class RestListings {

	private static final int MOST_FOLDERS_AND_DATACENTERS = 1000;
	private static final int MOST_HOSTS = 2500;

	private final World world;
	private final int mostMachines;

	/**
	 * @param mostMachines how many virtual machines a listing holds at most
	 */
	RestListings(World world, int mostMachines) {
		this.world = world;
		this.mostMachines = mostMachines;
	}

	Object machines(RestRequest request) throws RestFault {
		request.allowFilters(Set.of("vms", "names", "folders", "datacenters", "hosts", "clusters", "resource_pools", "power_states"));
		List<VirtualMachine> found = world.inventory().machines(machine -> !machine.isTemplate() && machine.access() != Access.NONE
				&& matches(request, "vms", machine.id()) && matches(request, "names", machine.name())
				&& matches(request, "folders", machine.parent().id()) && matches(request, "hosts", machine.host().id())
				&& matches(request, "power_states", powerState(machine.powerState())) && isWithin(request, "datacenters", machine)
				&& isWithin(request, "clusters", machine.host()));
		limit(found.size(), mostMachines, "virtual machines");
		List<Object> rows = new ArrayList<>();
		for (VirtualMachine machine : found) {
			Map<String, Object> row = row("vm", machine);
			row.put("power_state", powerState(machine.powerState()));
			row.put("cpu_count", 2);
			row.put("memory_size_MiB", 4096);
			rows.add(row);
		}
		return rows;
	}

	Object datacenters(RestRequest request) throws RestFault {
		request.allowFilters(Set.of("datacenters", "names", "folders"));
		List<Object> rows = new ArrayList<>();
		for (Datacenter datacenter : world.inventory().datacenters()) {
			if (matches(request, "datacenters", datacenter.id()) && matches(request, "names", datacenter.name())
					&& matches(request, "folders", datacenter.parent().id())) {
				rows.add(row("datacenter", datacenter));
			}
		}
		limit(rows.size(), MOST_FOLDERS_AND_DATACENTERS, "datacenters");
		return rows;
	}

	Object datacenter(String id) throws RestFault {
		Datacenter datacenter = world.inventory().find(id).filter(Datacenter.class::isInstance).map(Datacenter.class::cast)
				.orElseThrow(() -> new RestFault("not_found", "Datacenter with identifier '" + id + "' does not exist."));
		Map<String, Object> info = new LinkedHashMap<>();
		info.put("name", datacenter.name());
		for (Folder folder : datacenter.children()) {
			info.put(folder.name() + "_folder", folder.id());
		}
		return info;
	}

	Object folders(RestRequest request) throws RestFault {
		request.allowFilters(Set.of("folders", "names", "type", "parent_folders", "datacenters"));
		List<Object> rows = new ArrayList<>();
		collect(world.inventory().root(), folder -> matches(request, "folders", folder.id()) && matches(request, "names", folder.name())
				&& matches(request, "type", type(folder)) && isWithin(request, "datacenters", folder)
				&& (request.filter("parent_folders").isEmpty() || folder.parent() != null && matches(request, "parent_folders", folder.parent().id())),
				rows);
		limit(rows.size(), MOST_FOLDERS_AND_DATACENTERS, "folders");
		return rows;
	}

	private static void collect(ManagedEntity entity, Predicate<Folder> wanted, List<Object> rows) {
		if (entity instanceof Folder folder && wanted.test(folder)) {
			Map<String, Object> row = row("folder", folder);
			row.put("type", type(folder));
			rows.add(row);
		}
		if (entity instanceof Folder || entity instanceof Datacenter) {
			for (ManagedEntity child : entity.children()) {
				collect(child, wanted, rows);
			}
		}
	}

	private static String type(Folder folder) {
		return switch (folder.id().substring(0, "group-x".length())) {
		case "group-d" -> "DATACENTER";
		case "group-v" -> "VIRTUAL_MACHINE";
		case "group-h" -> "HOST";
		case "group-s" -> "DATASTORE";
		default -> "NETWORK";
		};
	}

	Object hosts(RestRequest request) throws RestFault {
		request.allowFilters(Set.of("hosts", "names", "folders", "datacenters", "standalone", "clusters", "connection_states"));
		List<Object> rows = new ArrayList<>();
		for (HostSystem host : world.inventory().hosts()) {
			String connection = host.connectionState().replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
			if (matches(request, "hosts", host.id()) && matches(request, "names", host.name())
					&& matches(request, "connection_states", connection) && isWithin(request, "datacenters", host)
					&& isWithin(request, "clusters", host)) {
				Map<String, Object> row = row("host", host);
				row.put("connection_state", connection);
				row.put("power_state", "POWERED_ON");
				rows.add(row);
			}
		}
		limit(rows.size(), MOST_HOSTS, "hosts");
		return rows;
	}

	private static Map<String, Object> row(String idMember, ManagedEntity entity) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put(idMember, entity.id());
		row.put("name", entity.name());
		return row;
	}

	private static boolean matches(RestRequest request, String filter, String value) {
		return request.filter(filter).isEmpty() || request.filter(filter).contains(value);
	}

	private boolean isWithin(RestRequest request, String filter, ManagedEntity entity) {
		Set<String> places = request.filter(filter);
		return places.isEmpty() || places.stream()
				.anyMatch(place -> world.inventory().find(place).filter(entity::isWithin).isPresent());
	}

	private static void limit(int found, int most, String what) throws RestFault {
		if (found > most) {
			throw new RestFault("unable_to_allocate_resource",
					"Too many " + what + ". Add more filter criteria to reduce the number to " + most + ".");
		}
	}

	static String powerState(PowerState state) {
		return switch (state) {
		case poweredOn -> "POWERED_ON";
		case poweredOff -> "POWERED_OFF";
		case suspended -> "SUSPENDED";
		};
	}
}

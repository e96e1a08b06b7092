package org.palisade.simulator.internal.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.palisade.simulator.ServerBehaviour;
import org.palisade.simulator.internal.disruption.Disruption;
import org.palisade.simulator.internal.model.PowerOperation;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.service.TaskRunner;
import org.palisade.simulator.internal.session.Session;
import org.palisade.simulator.internal.session.Sessions;

/** The API: knows its operations. Thread-safe: everything runs with the world's lock held. */
public final class RestService {

	private static final String BASIC = "Basic ";
	private static final int MOST_MACHINES = 4000;
	private static final int MOST_MACHINES_BEFORE_7 = 1000;

	/** What counts requests and orders faults: the operations, each after the name of its dialect and a colon. */
	private static final Set<String> OPERATIONS = Set.of("session.create", "session.delete", "vm.list", "vm.get", "power.get", "power.start",
			"power.stop", "power.reset", "power.suspend", "folder.list", "datacenter.list", "datacenter.get", "host.list");

	private final World world;
	private final Sessions sessions;
	private final RestListings listings;
	private final RestMachines machines;
	private final Set<RestDialect> dialects;

	/** The API of a server of a version. */
	public RestService(World world, Sessions sessions, ServerBehaviour behaviour, TaskRunner tasks) {
		ApiVersion version = ApiVersion.parse(behaviour.apiVersion());
		this.world = world;
		this.sessions = sessions;
		this.listings = new RestListings(world, version.isAtLeast(7, 0, 0) ? MOST_MACHINES : MOST_MACHINES_BEFORE_7);
		this.machines = new RestMachines(world, tasks, version.isAtLeast(6, 7, 1));
		this.dialects = dialects(world.isStandaloneHost(), version);
	}

	private static Set<RestDialect> dialects(boolean standaloneHost, ApiVersion version) {
		if (standaloneHost || !version.isAtLeast(6, 5, 0)) {
			return Set.of();
		}
		return version.isAtLeast(7, 0, 2) ? Set.of(RestDialect.API, RestDialect.REST) : Set.of(RestDialect.REST);
	}

	/** Whether the server speaks it. */
	public boolean speaks(RestDialect dialect) {
		return dialects.contains(dialect);
	}

	/** Whether there is an operation of that name, {@code api:vm.list} for example. */
	public static boolean hasOperation(String name) {
		int colon = name.indexOf(':');
		return colon > 0 && Set.of("api", "rest").contains(name.substring(0, colon)) && OPERATIONS.contains(name.substring(colon + 1));
	}

	/** The name of the operation that a request asks for, {@code (unknown)} when there is none. */
	public String operation(RestRequest request) {
		return bareOperation(request).map(name -> (request.dialect() == RestDialect.API ? "api:" : "rest:") + name).orElse("(unknown)");
	}

	private static Optional<String> bareOperation(RestRequest request) {
		if (request.segments().equals(request.dialect().session())) {
			return Optional.of("session." + (request.method().equals("DELETE") ? "delete" : "create"))
					.filter(unused -> Set.of("DELETE", "POST").contains(request.method()));
		}
		if (request.is("GET", "vcenter", "*")) {
			return Optional.of(request.segments().get(1) + ".list").filter(OPERATIONS::contains);
		}
		if (request.is("GET", "vcenter", "*", "*")) {
			return Optional.of(request.segments().get(1) + ".get").filter(OPERATIONS::contains);
		}
		if (request.is("GET", "vcenter", "vm", "*", "power")) {
			return Optional.of("power.get");
		}
		return action(request).map("power."::concat).filter(OPERATIONS::contains);
	}

	private static Optional<String> action(RestRequest request) {
		if (request.dialect() == RestDialect.REST && request.is("POST", "vcenter", "vm", "*", "power", "*")) {
			return Optional.of(request.segments().get(4));
		}
		if (request.dialect() == RestDialect.API && request.is("POST", "vcenter", "vm", "*", "power")) {
			return request.parameters().getOrDefault("action", List.of()).stream().findFirst();
		}
		return Optional.empty();
	}

	/** Executes a request. */
	public RestAnswer execute(RestRequest request, Disruption disruption) throws InterruptedException {
		world.lock();
		try {
			return answer(request, disruption);
		} catch (RestFault fault) {
			return RestAnswer.failure(request.dialect(), fault);
		} finally {
			world.unlock();
		}
	}

	/** The answer to a request for which a fault was ordered. */
	public RestAnswer fault(RestRequest request, VimFault ordered) {
		return RestAnswer.failure(request.dialect(), RestFault.of(ordered));
	}

	private RestAnswer answer(RestRequest request, Disruption disruption) throws RestFault, InterruptedException {
		RestDialect dialect = request.dialect();
		String operation = bareOperation(request)
				.orElseThrow(() -> new RestFault("operation_not_found", "The simulator does not know this operation."));
		if (operation.equals("session.create")) {
			return RestAnswer.created(dialect, logIn(request));
		}
		Session session = session(request);
		session.called(world.clock().instant());
		switch (operation) {
		case "session.delete" -> {
			sessions.logout(session);
			return RestAnswer.empty(dialect);
		}
		case "power.start", "power.stop", "power.reset", "power.suspend" -> {
			machines.power(request.segments().get(2), powerOperation(operation), session, disruption);
			return RestAnswer.empty(dialect);
		}
		default -> {
			return RestAnswer.success(dialect, value(operation, request));
		}
		}
	}

	private Object value(String operation, RestRequest request) throws RestFault {
		return switch (operation) {
		case "vm.list" -> listings.machines(request);
		case "vm.get" -> machines.get(request.segments().get(2));
		case "power.get" -> machines.power(request.segments().get(2));
		case "folder.list" -> listings.folders(request);
		case "datacenter.list" -> listings.datacenters(request);
		case "datacenter.get" -> listings.datacenter(request.segments().get(2));
		default -> listings.hosts(request);
		};
	}

	private static PowerOperation powerOperation(String operation) {
		return switch (operation) {
		case "power.start" -> PowerOperation.POWER_ON;
		case "power.stop" -> PowerOperation.POWER_OFF;
		case "power.reset" -> PowerOperation.RESET;
		default -> PowerOperation.SUSPEND;
		};
	}

	private String logIn(RestRequest request) throws RestFault {
		String header = request.credentials().authorization().filter(value -> value.startsWith(BASIC))
				.orElseThrow(() -> new RestFault("unauthenticated", "Authentication required."));
		try {
			String pair = new String(Base64.getDecoder().decode(header.substring(BASIC.length()).trim()), StandardCharsets.UTF_8);
			int colon = pair.indexOf(':');
			return sessions.login(pair.substring(0, Math.max(0, colon)), pair.substring(colon + 1), request.credentials().caller()).cookie();
		} catch (IllegalArgumentException malformed) {
			throw new RestFault("unauthenticated", "Authentication required.");
		} catch (VimFault refused) {
			throw RestFault.of(refused);
		}
	}

	private Session session(RestRequest request) throws RestFault {
		return request.credentials().token().flatMap(sessions::find)
				.orElseThrow(() -> new RestFault("unauthenticated", "This method requires authentication."));
	}
}

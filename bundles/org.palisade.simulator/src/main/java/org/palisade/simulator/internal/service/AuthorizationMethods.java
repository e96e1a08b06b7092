package org.palisade.simulator.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.palisade.simulator.internal.model.Access;
import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.PowerOperation;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.VirtualMachine;
import org.palisade.simulator.internal.soap.Answer;
import org.palisade.simulator.internal.soap.Element;

/** The authorization manager's methods that tell what the account may do. */
final class AuthorizationMethods {

	private static final List<String> ALWAYS = List.of("System.Anonymous");

	private final ObjectDirectory objects;

	AuthorizationMethods(ObjectDirectory objects) {
		this.objects = objects;
	}

	void register(Map<String, VimMethod> methods) {
		methods.put("HasPrivilegeOnEntities", this::onEntities);
		methods.put("HasPrivilegeOnEntity", this::onEntity);
		methods.put("FetchUserPrivilegeOnEntities", this::fetch);
	}

	private Answer onEntities(Call call) throws VimFault {
		List<ManagedObject> entities = entities(call, "entity");
		List<String> privileges = call.arguments().texts("privId");
		List<List<Boolean>> grants = new ArrayList<>();
		for (ManagedObject entity : entities) {
			grants.add(grants(entity, privileges));
		}
		return out -> {
			for (int i = 0; i < entities.size(); i++) {
				out.start("returnval");
				out.reference("entity", entities.get(i));
				for (int p = 0; p < privileges.size(); p++) {
					out.start("privAvailability");
					out.text("privId", privileges.get(p));
					out.text("isGranted", grants.get(i).get(p).toString());
					out.end();
				}
				out.end();
			}
		};
	}

	private Answer onEntity(Call call) throws VimFault {
		List<Boolean> grants = grants(objects.get(call, call.arguments().reference("entity")), call.arguments().texts("privId"));
		return out -> {
			for (Boolean grant : grants) {
				out.text("returnval", grant.toString());
			}
		};
	}

	private Answer fetch(Call call) throws VimFault {
		List<ManagedObject> entities = entities(call, "entities");
		List<List<String>> privileges = new ArrayList<>();
		for (ManagedObject entity : entities) {
			privileges.add(known().stream().filter(privilege -> isGranted(entity, privilege)).toList());
		}
		return out -> {
			for (int i = 0; i < entities.size(); i++) {
				out.start("returnval");
				out.reference("entity", entities.get(i));
				for (String privilege : privileges.get(i)) {
					out.text("privileges", privilege);
				}
				out.end();
			}
		};
	}

	private List<ManagedObject> entities(Call call, String argument) throws VimFault {
		List<ManagedObject> entities = new ArrayList<>();
		for (Element element : call.arguments().children(argument)) {
			entities.add(objects.get(call, element.reference()));
		}
		return entities;
	}

	private static List<String> known() {
		List<String> known = new ArrayList<>(ALWAYS);
		known.add("System.View");
		known.add("System.Read");
		for (PowerOperation operation : PowerOperation.values()) {
			known.add(operation.privilegeId());
		}
		return known;
	}

	private static List<Boolean> grants(ManagedObject entity, List<String> privileges) {
		return privileges.stream().map(privilege -> isGranted(entity, privilege)).toList();
	}

	private static boolean isGranted(ManagedObject entity, String privilege) {
		Access access = entity instanceof VirtualMachine machine ? machine.access() : Access.FULL;
		return switch (privilege) {
		case "System.Anonymous" -> true;
		case "System.View" -> access.compareTo(Access.VIEW) >= 0;
		case "System.Read" -> access.compareTo(Access.READ) >= 0;
		default -> access == Access.FULL;
		};
	}
}

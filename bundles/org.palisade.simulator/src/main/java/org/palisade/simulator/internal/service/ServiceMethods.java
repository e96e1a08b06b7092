package org.palisade.simulator.internal.service;

import java.util.Map;
import java.util.Set;

import org.palisade.simulator.internal.model.DataObject;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.soap.Answer;
import org.palisade.simulator.internal.soap.Element;

/** The methods of the service instance. */
final class ServiceMethods {

	private static final Set<String> ANONYMOUS = Set.of("RetrieveServiceContent", "Login", "CloneSession");
	private static final Set<String> ANONYMOUS_ON_THE_INSTANCE = Set.of("Fetch", "RetrieveProperties", "RetrievePropertiesEx");

	private final World world;
	private final ServiceContent content;

	ServiceMethods(World world, ServiceContent content) {
		this.world = world;
		this.content = content;
	}

	void register(Map<String, VimMethod> methods) {
		methods.put("RetrieveServiceContent", call -> {
			DataObject description = content.describe(world);
			return out -> out.value("returnval", "ServiceContent", description);
		});
		methods.put("CurrentTime", this::currentTime);
	}

	private Answer currentTime(Call call) {
		String now = world.clock().instant().toString();
		return out -> out.text("returnval", now);
	}

	/** Whether the call needs no session: clients may look at the service instance before they log in. */
	static boolean isAnonymous(Call call) {
		if (ANONYMOUS.contains(call.method())) {
			return true;
		}
		if (call.sessionIfAny().isPresent() || !ANONYMOUS_ON_THE_INSTANCE.contains(call.method())) {
			return false;
		}
		if (call.method().equals("Fetch")) {
			return call.arguments().child("_this").filter(ServiceMethods::isInstance).isPresent();
		}
		return call.arguments().children("specSet").stream().flatMap(spec -> spec.children("objectSet").stream())
				.allMatch(start -> start.child("obj").filter(ServiceMethods::isInstance).isPresent() && start.child("selectSet").isEmpty());
	}

	private static boolean isInstance(Element reference) {
		return reference.reference().type().equals("ServiceInstance");
	}

	/** The service instance. */
	static final class Instance extends ServiceObject {

		private final World world;
		private final ServiceContent content;

		Instance(World world, ServiceContent content) {
			super("ServiceInstance", "ServiceInstance");
			this.world = world;
			this.content = content;
		}

		@Override
		public Object property(String name) {
			return switch (name) {
			case "content" -> content.describe(world);
			case "serverClock" -> world.clock().instant();
			default -> null;
			};
		}
	}
}

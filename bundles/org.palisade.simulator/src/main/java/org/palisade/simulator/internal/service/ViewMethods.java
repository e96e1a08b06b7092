package org.palisade.simulator.internal.service;

import java.util.Map;

import org.palisade.simulator.internal.model.ManagedEntity;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.session.ContainerView;
import org.palisade.simulator.internal.session.Session;
import org.palisade.simulator.internal.soap.Answer;
import org.palisade.simulator.internal.soap.Element;

/** The methods of the view manager and its views. */
final class ViewMethods {

	private final ObjectDirectory objects;
	private final World world;

	ViewMethods(ObjectDirectory objects, World world) {
		this.objects = objects;
		this.world = world;
	}

	void register(Map<String, VimMethod> methods) {
		methods.put("CreateContainerView", this::create);
		methods.put("DestroyView", this::destroy);
	}

	private Answer create(Call call) throws VimFault {
		Element arguments = call.arguments();
		ManagedEntity container = objects.get(call, arguments.reference("container"), ManagedEntity.class);
		Session session = call.session();
		ContainerView view = new ContainerView(session.newObjectId(), world, container, arguments.texts("type"),
				arguments.isTrue("recursive"));
		session.add(view);
		return out -> out.reference("returnval", view);
	}

	private Answer destroy(Call call) throws VimFault {
		call.session().remove(objects.get(call, call.self(), ContainerView.class));
		return Answer.NOTHING;
	}
}

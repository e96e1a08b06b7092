package org.palisade.simulator.internal.service;

import java.util.HashMap;
import java.util.Map;

import org.palisade.simulator.ServerBehaviour;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.session.Sessions;
import org.palisade.simulator.internal.soap.Answer;

/** The API: knows its methods. Thread-safe: every method runs with the world's lock held. */
public final class VimService {

	private final World world;
	private final Sessions sessions;
	private final Map<String, VimMethod> methods = new HashMap<>();

	/** Puts the API of a server together. */
	public VimService(World world, ServerBehaviour behaviour, TaskRunner tasks) {
		this.world = world;
		ServiceContent content = new ServiceContent(world, behaviour);
		this.sessions = new Sessions(world, behaviour, content.idOf("propertyCollector"));
		ObjectDirectory objects = new ObjectDirectory(world);
		objects.add(new ServiceMethods.Instance(world, content));
		objects.add(new ServiceObject("ViewManager", content.idOf("viewManager")));
		objects.add(new ServiceObject("SearchIndex", content.idOf("searchIndex")));
		objects.add(new ServiceObject("AuthorizationManager", content.idOf("authorizationManager")));
		objects.add(new ServiceObject("TaskManager", content.idOf("taskManager")));
		objects.add(new EventMethods.Manager(world, content.idOf("eventManager")));
		new ServiceMethods(world, content).register(methods);
		new SessionMethods(sessions, content.idOf("sessionManager")).register(methods);
		new EventMethods(world).register(methods);
		new SearchMethods(objects, world).register(methods);
		new ViewMethods(objects, world).register(methods);
		new RetrievalMethods(objects, world, behaviour.pageSize()).register(methods);
		new UpdateMethods(objects, world, behaviour.pageSize()).register(methods);
		new PowerMethods(objects, world, tasks).register(methods);
		new AuthorizationMethods(objects).register(methods);
	}

	/** The sessions; used with the world's lock held. */
	public Sessions sessions() {
		return sessions;
	}

	/** Whether the API has a method of that name. */
	public boolean hasMethod(String name) {
		return methods.containsKey(name);
	}

	/** Executes a call. */
	public Answer execute(Call call) throws VimFault, InterruptedException {
		world.lock();
		try {
			VimMethod method = methods.get(call.method());
			if (method == null) {
				throw VimFault.named("MethodNotFound", "The simulator does not know the method " + call.method());
			}
			if (!ServiceMethods.isAnonymous(call)) {
				call.session().called(world.clock().instant());
			}
			return method.call(call);
		} finally {
			world.unlock();
		}
	}
}

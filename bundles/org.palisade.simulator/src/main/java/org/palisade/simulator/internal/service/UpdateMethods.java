package org.palisade.simulator.internal.service;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.property.FilterSpecReader;
import org.palisade.simulator.internal.property.PropertyCollector;
import org.palisade.simulator.internal.property.PropertyFilter;
import org.palisade.simulator.internal.property.UpdateSet;
import org.palisade.simulator.internal.session.Session;
import org.palisade.simulator.internal.soap.Answer;
import org.palisade.simulator.internal.soap.Element;

/** The property collector's methods that watch for changes. */
final class UpdateMethods {

	private static final int DEFAULT_LONGEST_WAIT_SECONDS = 1800;

	private final ObjectDirectory objects;
	private final World world;
	private final int pageSize;

	UpdateMethods(ObjectDirectory objects, World world, int pageSize) {
		this.objects = objects;
		this.world = world;
		this.pageSize = pageSize;
	}

	void register(Map<String, VimMethod> methods) {
		methods.put("CreatePropertyCollector", this::createCollector);
		methods.put("DestroyPropertyCollector", this::destroyCollector);
		methods.put("CreateFilter", this::createFilter);
		methods.put("DestroyPropertyFilter", this::destroyFilter);
		methods.put("WaitForUpdatesEx", this::waitForUpdatesEx);
		methods.put("WaitForUpdates", call -> await(call, DEFAULT_LONGEST_WAIT_SECONDS, Integer.MAX_VALUE));
		methods.put("CheckForUpdates", call -> await(call, 0, Integer.MAX_VALUE));
		methods.put("CancelWaitForUpdates", this::cancelWait);
	}

	private Answer createCollector(Call call) throws VimFault {
		Session session = call.session();
		PropertyCollector collector = new PropertyCollector(session.newObjectId(), world);
		session.add(collector);
		return out -> out.reference("returnval", collector);
	}

	private Answer destroyCollector(Call call) throws VimFault {
		PropertyCollector collector = collector(call);
		if (collector == call.session().defaultCollector()) {
			throw VimFault.named("InvalidRequest", "The default property collector cannot be destroyed.");
		}
		collector.destroy();
		call.session().remove(collector);
		return Answer.NOTHING;
	}

	private PropertyCollector collector(Call call) throws VimFault {
		return objects.get(call, call.self(), PropertyCollector.class);
	}

	private Answer createFilter(Call call) throws VimFault {
		Element spec = call.arguments().child("spec").orElseThrow(() -> VimFault.invalidArgument("spec"));
		PropertyFilter filter = collector(call).addFilter(call.session().newObjectId(), FilterSpecReader.read(spec), objects.lookUp(call));
		return out -> out.reference("returnval", filter);
	}

	private Answer destroyFilter(Call call) throws VimFault {
		PropertyFilter filter = objects.get(call, call.self(), PropertyFilter.class);
		call.session().removeFilter(filter);
		return Answer.NOTHING;
	}

	private Answer waitForUpdatesEx(Call call) throws VimFault, InterruptedException {
		Optional<Element> options = call.arguments().child("options");
		int seconds = DEFAULT_LONGEST_WAIT_SECONDS;
		int most = pageSize;
		if (options.isPresent()) {
			seconds = options.get().integer("maxWaitSeconds").orElse(seconds);
			most = Math.min(pageSize, options.get().integer("maxObjectUpdates").filter(wanted -> wanted > 0).orElse(pageSize));
		}
		if (seconds < 0) {
			throw VimFault.invalidArgument("options.maxWaitSeconds");
		}
		return await(call, seconds, most);
	}

	private Answer await(Call call, int seconds, int most) throws VimFault, InterruptedException {
		Session session = call.session();
		Optional<UpdateSet> updates = collector(call).await(call.arguments().optional("version"), TimeUnit.SECONDS.toNanos(seconds), most,
				session::isEnded);
		return updates.isPresent() ? updates.get()::write : Answer.NOTHING;
	}

	private Answer cancelWait(Call call) throws VimFault {
		collector(call).cancelWaits();
		return Answer.NOTHING;
	}
}

package org.palisade.simulator.internal.service;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.palisade.simulator.internal.model.DataObject;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.soap.Answer;
import org.palisade.simulator.internal.soap.Element;

/** The methods of the event manager: a query by type and time, which is cut at a thousand events. */
final class EventMethods {

	private static final int MOST = 1000;
	private static final Set<String> KNOWN = Set.of("time", "disableFullMessage", "eventTypeId", "type", "maxCount");

	private final World world;

	EventMethods(World world) {
		this.world = world;
	}

	void register(Map<String, VimMethod> methods) {
		methods.put("QueryEvents", this::query);
	}

	private Answer query(Call call) throws VimFault {
		call.session();
		Element filter = call.arguments().child("filter").orElseThrow(() -> VimFault.invalidArgument("filter"));
		for (Element part : filter.children()) {
			if (!KNOWN.contains(part.name())) {
				throw VimFault.named("NotSupported", "The simulator does not filter events by " + part.name());
			}
		}
		List<String> types = filter.texts("eventTypeId");
		List<String> baseTypes = filter.texts("type");
		Optional<Instant> begin = time(filter, "beginTime");
		Optional<Instant> end = time(filter, "endTime");
		int most = Math.min(MOST, filter.integer("maxCount").orElse(MOST));
		List<DataObject> found = world.events().newest(entry -> (types.isEmpty() || types.contains(entry.event().type().name()))
				&& (baseTypes.isEmpty() || baseTypes.stream().anyMatch(entry.event().type()::isA))
				&& begin.filter(entry.time()::isBefore).isEmpty() && end.filter(entry.time()::isAfter).isEmpty(), most);
		return out -> {
			for (DataObject event : found) {
				out.value("returnval", "Event", event);
			}
		};
	}

	private static Optional<Instant> time(Element filter, String bound) throws VimFault {
		Optional<Element> time = filter.child("time").flatMap(range -> range.child(bound));
		if (time.isEmpty()) {
			return Optional.empty();
		}
		try {
			return Optional.of(OffsetDateTime.parse(time.get().text().trim()).toInstant());
		} catch (DateTimeParseException e) {
			throw VimFault.invalidArgument("filter.time." + bound);
		}
	}

	/** The event manager. */
	static final class Manager extends ServiceObject {

		private final World world;

		Manager(World world, String id) {
			super("EventManager", id);
			this.world = world;
		}

		@Override
		public Object property(String name) {
			return switch (name) {
			case "latestEvent" -> world.events().latest().orElse(null);
			case "maxCollector" -> MOST;
			default -> null;
			};
		}
	}
}

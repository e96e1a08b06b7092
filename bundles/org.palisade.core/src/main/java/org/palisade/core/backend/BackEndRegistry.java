package org.palisade.core.backend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.palisade.api.FenceBackEnd;

/**
 * Knows the back ends that are installed, as they come and go. A back end that misbehaves is reported and does no harm to the others.
 * Thread-safe.
 */
@Component(service = BackEndRegistry.class)
public final class BackEndRegistry {

	private static final Pattern TYPE = Pattern.compile("[a-z0-9]+");

	/** A back end as its bundle registered it. */
	private record Registered(FenceBackEnd backEnd, int ranking, long id) {
	}

	/** The order of OSGi: the highest ranking first, then whoever came first. */
	private static final Comparator<Registered> PRECEDENCE = Comparator.comparingInt(Registered::ranking).reversed()
			.thenComparingLong(Registered::id);

	private final List<Registered> registered = new ArrayList<>();

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
	void addBackEnd(FenceBackEnd backEnd, Map<String, Object> properties) {
		// The names are those of org.osgi.framework.Constants; a ranking of another type counts as none, by the specification.
		int ranking = properties.get("service.ranking") instanceof Integer value ? value : 0;
		long id = properties.get("service.id") instanceof Long value ? value : Long.MAX_VALUE;
		synchronized (registered) {
			registered.add(new Registered(backEnd, ranking, id));
			registered.sort(PRECEDENCE);
		}
	}

	void removeBackEnd(FenceBackEnd backEnd) {
		synchronized (registered) {
			registered.removeIf(candidate -> candidate.backEnd() == backEnd);
		}
	}

	/** {@return the back ends that are installed now} */
	public InstalledBackEnds installed() {
		List<Registered> now;
		synchronized (registered) {
			now = List.copyOf(registered);
		}
		Map<String, FenceBackEnd> byType = new LinkedHashMap<>();
		List<String> problems = new ArrayList<>();
		for (Registered candidate : now) {
			addUsable(candidate.backEnd(), byType, problems);
		}
		return new InstalledBackEnds(byType, problems);
	}

	/** Calls foreign code, which is why it must not be called while the lock is held. */
	private static void addUsable(FenceBackEnd backEnd, Map<String, FenceBackEnd> byType, List<String> problems) {
		String type;
		try {
			type = backEnd.type();
		} catch (RuntimeException | LinkageError e) {
			problems.add(NLS.bind(Messages.type_unavailable, Provider.describeClass(backEnd), Provider.reason(e)));
			return;
		}
		if (type == null || !TYPE.matcher(type).matches()) {
			problems.add(NLS.bind(Messages.type_invalid, Provider.describeClass(backEnd)));
			return;
		}
		FenceBackEnd preferred = byType.putIfAbsent(type, backEnd);
		if (preferred != null) {
			problems.add(NLS.bind(Messages.type_duplicate, new Object[] { type, Provider.origin(preferred), Provider.origin(backEnd) }));
		}
	}
}

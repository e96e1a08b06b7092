package org.palisade.backend.esx.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.vmware.vim25.Event;
import com.vmware.vim25.EventFilterSpec;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MethodFault;
import com.vmware.vim25.UserLoginSessionEvent;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.lookup.MapProof;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.Faults;
import org.palisade.vsphere.MapContents;
import org.palisade.vsphere.Specifications;
import org.palisade.vsphere.VSphereSession;

/**
 * What the server's event history says has happened since an inventory was complete. It is one call, and its cost depends on what has happened and not
 * on how large the inventory is.
 * <p>
 * The server writes events behind, deletes old ones and cuts long answers, none of which it tells. So an answer proves something only if it reaches
 * from the log-in of the session that saw the whole inventory to the log-in of this session: both log-ins are events of the history themselves
 * (UserLoginSessionEvent.sessionId), and the keys of events ascend in the order in which they were posted (vSphere API Reference, Event.key).
 */
final class EventHistory {

	/** By how much two clocks may differ, and by which part of the time that has passed, before one of them counts as having been set. */
	private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);
	private static final int CLOCK_DRIFT_DIVISOR = 1000;

	/** What happened after the log-in may not have been written yet, so a session proves things only when it is as young as this. */
	private static final Duration YOUNG = Duration.ofSeconds(10);

	/** A slow data base of events must not cost more time than the look-up that it is to spare. */
	private static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);

	/** Everything by which a virtual machine can get a name or a UUID, or can come into the view of an account (vSphere API Reference, Event). */
	private static final List<String> TYPES = List.of("UserLoginSessionEvent", "VmCreatedEvent", "VmBeingCreatedEvent", "VmRegisteredEvent", "VmClonedEvent",
			"VmBeingClonedEvent", "VmDeployedEvent", "VmBeingDeployedEvent", "VmDiscoveredEvent", "VmRenamedEvent", "VmReconfiguredEvent",
			"VmConnectedEvent", "VmMigratedEvent", "VmRelocatedEvent", "VmUuidAssignedEvent", "VmUuidChangedEvent", "VmUuidConflictEvent",
			"VmInstanceUuidAssignedEvent", "VmInstanceUuidChangedEvent", "VmInstanceUuidConflictEvent", "VmRemovedEvent", "PermissionAddedEvent",
			"PermissionUpdatedEvent", "PermissionRemovedEvent", "RoleUpdatedEvent");

	private final VSphereSession session;
	private final Diagnostics diagnostics;
	private final Clock clock;
	private final Instant openedAt;
	private boolean old;

	/**
	 * @param clock of this machine
	 * @param openedAt when the session was opened, by that clock
	 */
	EventHistory(VSphereSession session, Diagnostics diagnostics, Clock clock, Instant openedAt) {
		this.session = session;
		this.diagnostics = diagnostics;
		this.clock = clock;
		this.openedAt = openedAt;
	}

	/** {@return the proof that an inventory has which was read in this session: nothing that happened before its log-in is missing} */
	Optional<MapProof> proof(boolean identified) {
		return MapContents.proof(session, openedAt, identified);
	}

	/**
	 * {@return what has happened since, but for log-ins; empty when the history does not prove that nothing is missing}
	 *
	 * @throws FenceException when there is no time left, or the connection broke
	 */
	Optional<List<Event>> since(MapProof proof, Deadline deadline) throws FenceException {
		ManagedObjectReference manager = session.content().getEventManager();
		Optional<Instant> now = session.loginTime();
		if (manager == null || now.isEmpty() || !isYoung() || !clocksAgree(proof, now.get())) {
			return Optional.empty();
		}
		EventFilterSpec wanted = Specifications.events(proof.serverTime().minus(CLOCK_TOLERANCE), TYPES);
		try {
			Event[] events = session.attempt(deadline.within(LONGEST_ANSWER), stub -> stub.queryEvents(manager, wanted));
			return events == null ? Optional.empty() : between(proof, events);
		} catch (MethodFault refused) {
			diagnostics.detail(NLS.bind(Messages.history_refused, Faults.name(refused)));
			return Optional.empty();
		} catch (FenceException failure) {
			if (failure.problem().kind() == Kind.TIMEOUT && !deadline.expired()) {
				diagnostics.detail(Messages.history_slow);
				return Optional.empty();
			}
			throw failure;
		}
	}

	/** The session is kept for another request: nobody knows what happens until then. */
	void growOld() {
		old = true;
	}

	/** {@return whether the session is young enough to prove anything} */
	boolean isYoung() {
		if (old) {
			return false;
		}
		Duration age = Duration.between(openedAt, clock.instant());
		return !age.isNegative() && age.compareTo(YOUNG) < 0;
	}

	/** A server whose clock was set back has given later events an earlier time. */
	private boolean clocksAgree(MapProof proof, Instant serverNow) {
		Duration there = Duration.between(proof.serverTime(), serverNow);
		Duration here = Duration.between(proof.localTime(), openedAt);
		Duration tolerance = CLOCK_TOLERANCE.plus(here.abs().dividedBy(CLOCK_DRIFT_DIVISOR));
		return !there.isNegative() && there.minus(here).abs().compareTo(tolerance) < 0;
	}

	private Optional<List<Event>> between(MapProof proof, Event[] events) {
		Optional<Integer> begin = Optional.empty();
		Optional<Integer> end = Optional.empty();
		for (Event event : events) {
			if (event instanceof UserLoginSessionEvent login && login.getSessionId() != null) {
				begin = proof.mark().equals(MapContents.mark(login.getSessionId())) ? Optional.of(event.getKey()) : begin;
				end = session.key().equals(login.getSessionId()) ? Optional.of(event.getKey()) : end;
			}
		}
		if (begin.isEmpty() || end.isEmpty() || begin.get() >= end.get()) {
			diagnostics.detail(Messages.history_incomplete);
			return Optional.empty();
		}
		List<Event> since = new ArrayList<>();
		for (Event event : events) {
			if (event.getKey() > begin.get() && !(event instanceof UserLoginSessionEvent)) {
				since.add(event);
			}
		}
		return Optional.of(since);
	}
}

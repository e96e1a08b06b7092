package org.palisade.inventory.internal;

import java.time.Duration;
import java.time.Instant;
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
import org.palisade.api.time.MonotonicClock;
import org.palisade.vsphere.Faults;
import org.palisade.vsphere.MapContents;
import org.palisade.vsphere.Specifications;
import org.palisade.vsphere.VSphereSession;

/** The log-ins that a server's event history names. */
final class LogIns {

	/** By how much the clocks of the server and of this machine may differ. */
	private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

	/** Nobody but the feed waits for it. */
	private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

	/** The log-ins, and everything by which an account can come to see other machines than before. */
	private static final List<String> TYPES = List.of("UserLoginSessionEvent", "PermissionAddedEvent", "PermissionUpdatedEvent", "PermissionRemovedEvent",
			"RoleUpdatedEvent");

	private final VSphereSession session;
	private final Diagnostics diagnostics;

	/**
	 * What the history says.
	 *
	 * @param reliable whether it reaches back to the log-in that was named, and the account sees what it saw then
	 * @param latest the latest log-in after that, of whomever
	 */
	record Answer(boolean reliable, Optional<MapProof> latest) {
		private static final Answer UNRELIABLE = new Answer(false, Optional.empty());
	}

	LogIns(VSphereSession session, Diagnostics diagnostics) {
		this.session = session;
		this.diagnostics = diagnostics;
	}

	/**
	 * {@return what the history says about the time since a log-in}
	 *
	 * @param now by the clock of this machine
	 * @throws FenceException when the connection broke
	 */
	Answer since(MapProof logIn, Instant now) throws FenceException {
		ManagedObjectReference manager = session.content().getEventManager();
		if (manager == null) {
			return Answer.UNRELIABLE;
		}
		EventFilterSpec wanted = Specifications.events(logIn.serverTime().minus(CLOCK_TOLERANCE), TYPES);
		try {
			Event[] events = session.attempt(Deadline.in(LONGEST_ANSWER, MonotonicClock.system()), stub -> stub.queryEvents(manager, wanted));
			return events == null ? Answer.UNRELIABLE : answer(logIn, events, now);
		} catch (MethodFault refused) {
			diagnostics.detail(NLS.bind(Messages.history_refused, Faults.name(refused)));
			return Answer.UNRELIABLE;
		} catch (FenceException failure) {
			if (failure.problem().kind() == Kind.TIMEOUT) {
				diagnostics.detail(Messages.history_slow);
				return Answer.UNRELIABLE;
			}
			throw failure;
		}
	}

	private static Answer answer(MapProof logIn, Event[] events, Instant now) {
		Optional<Integer> begin = Optional.empty();
		for (Event event : events) {
			if (event instanceof UserLoginSessionEvent known && known.getSessionId() != null
					&& MapContents.mark(known.getSessionId()).equals(logIn.mark())) {
				begin = Optional.of(event.getKey());
			}
		}
		if (begin.isEmpty()) {
			return Answer.UNRELIABLE;
		}
		Optional<UserLoginSessionEvent> latest = Optional.empty();
		for (Event event : events) {
			if (event.getKey() > begin.get()) {
				if (!(event instanceof UserLoginSessionEvent later)) {
					return Answer.UNRELIABLE;
				}
				boolean usable = later.getSessionId() != null && later.getCreatedTime() != null;
				if (usable && latest.filter(known -> known.getKey() > later.getKey()).isEmpty()) {
					latest = Optional.of(later);
				}
			}
		}
		Optional<MapProof> proof = latest.map(later -> proof(logIn, later));
		return proof.filter(later -> !isPlausible(logIn, later, now)).isPresent() ? Answer.UNRELIABLE : new Answer(true, proof);
	}

	private static MapProof proof(MapProof before, UserLoginSessionEvent logIn) {
		Instant serverTime = logIn.getCreatedTime().toInstant();
		Instant localTime = before.localTime().plus(Duration.between(before.serverTime(), serverTime));
		return new MapProof(serverTime, localTime, before.identified(), MapContents.mark(logIn.getSessionId()));
	}

	/** A later event has a later time, which has been, unless a clock was set. */
	private static boolean isPlausible(MapProof before, MapProof later, Instant now) {
		return !later.serverTime().isBefore(before.serverTime()) && !later.localTime().isAfter(now.plus(CLOCK_TOLERANCE));
	}
}

package org.palisade.core.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.palisade.api.Plug;
import org.palisade.api.PowerState;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/**
 * What is to be known later about one power operation on one plug: who asked for what, which plug it was, what was seen and how it ended.
 * Holds no secrets. Immutable.
 *
 * @param time when the request began
 * @param caller who asked
 * @param plug the plug as it was asked for; all of them when the request failed before each was found
 * @param found the plug that was looked up; empty when none was found, or none was looked for
 * @param server the address of the server; empty when the request names none
 * @param backEndType the value of the option {@code vmware_type} that selects the back end
 * @param action on, off or reboot
 * @param method how a reboot is done
 * @param states the power states in the order in which they were seen; one that was seen again unchanged comes once
 * @param duration from the begin of the request until the outcome of this plug was known, log-in and look-up included
 * @param outcome how it ended for this plug
 */
public record AuditRecord(Instant time, Caller caller, String plug, Optional<Plug> found, String server, String backEndType,
		FenceAction action, PowerMethod method, List<SeenState> states, Duration duration, FenceOutcome outcome) {

	/**
	 * Who asked.
	 *
	 * @param service the program that runs the agent, by the environment variable {@code PCMK_service}
	 * @param nodeName the cluster node that is to be fenced, by the key {@code nodename} that fencers send
	 * @param user the user under whom it was asked
	 */
	public record Caller(Optional<String> service, Optional<String> nodeName, String user) {
		/** Refuses nulls. */
		public Caller {
			Objects.requireNonNull(service);
			Objects.requireNonNull(nodeName);
			Objects.requireNonNull(user);
		}
	}

	/**
	 * A power state as it was seen.
	 *
	 * @param power the state
	 * @param doubtful whether the server's word about it could not be relied on
	 */
	public record SeenState(PowerState power, boolean doubtful) {
		/** Refuses nulls. */
		public SeenState {
			Objects.requireNonNull(power);
		}
	}

	/** Refuses nulls and copies the list. */
	public AuditRecord {
		Objects.requireNonNull(time);
		Objects.requireNonNull(caller);
		Objects.requireNonNull(plug);
		Objects.requireNonNull(found);
		Objects.requireNonNull(server);
		Objects.requireNonNull(backEndType);
		Objects.requireNonNull(action);
		Objects.requireNonNull(method);
		states = List.copyOf(states);
		Objects.requireNonNull(duration);
		Objects.requireNonNull(outcome);
	}
}

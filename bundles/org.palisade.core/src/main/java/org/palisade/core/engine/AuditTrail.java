package org.palisade.core.engine;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the engine leaves the record of each power operation. Immutable.
 *
 * @param caller who asks
 * @param clock tells the time of day
 * @param records receives a record for each plug, in the calling thread, when the outcome is known and the session is closed; what it throws
 *            changes no outcome
 */
public record AuditTrail(AuditRecord.Caller caller, Clock clock, Consumer<AuditRecord> records) {

	/** Refuses nulls. */
	public AuditTrail {
		Objects.requireNonNull(caller);
		Objects.requireNonNull(clock);
		Objects.requireNonNull(records);
	}

	/** {@return a trail that nobody follows} */
	public static AuditTrail none() {
		return new AuditTrail(new AuditRecord.Caller(Optional.empty(), Optional.empty(), ""), Clock.systemUTC(), ignored -> { });
	}
}

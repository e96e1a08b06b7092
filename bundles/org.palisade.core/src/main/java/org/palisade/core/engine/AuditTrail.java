package org.palisade.core.engine;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.FenceProblem;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.OptionCatalog;
import org.palisade.core.option.RawOptions;

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

	/**
	 * Leaves a record of a request that was refused for its options, if it was about power. It holds what can be told of the request without
	 * its options being sound.
	 *
	 * @param action what was asked for
	 * @param raw what the caller wrote
	 * @param catalog tells which of the options are secrets
	 * @param problems why it was refused, at least one
	 */
	public void refused(FenceAction action, RawOptions raw, OptionCatalog catalog, List<FenceProblem> problems) {
		if (action.changesPower()) {
			records.accept(new Refusal(action, raw, catalog).record(this, problems));
		}
	}
}

package org.palisade.agent.internal.takeover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.agent.internal.takeover.JournalEntry.Stage;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ForwardingSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.Pause;
import org.palisade.core.engine.SessionOpener;

/**
 * Does what remains of a request that another process began. An operation that may have been asked for is never asked for again: its
 * effect is waited for, and when it does not come the request fails. One whose effect was seen is not repeated either, whatever the state
 * is now.
 */
public final class TakenOverSession extends ForwardingSession {

	/** An operation that was asked for shortly before has its effect by then, or was lost. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

	private static final Duration BETWEEN_READS = Duration.ofMillis(500);

	private final List<JournalEntry> journal;
	private final Pause pause;
	private final Cancellation cancellation;
	private final Set<String> found = new HashSet<>();

	private TakenOverSession(FenceSession session, List<JournalEntry> journal, Pause pause, Cancellation cancellation) {
		super(session);
		this.journal = journal;
		this.pause = pause;
		this.cancellation = cancellation;
	}

	/**
	 * {@return sessions that go on where the journal ends} A line that is no entry makes every power operation impossible: nobody knows
	 * what it stands for.
	 *
	 * @param journal the entries, a line each
	 * @param pause how to wait
	 */
	public static SessionOpener opener(SessionOpener sessions, String journal, Pause pause) {
		List<JournalEntry> entries = new ArrayList<>();
		boolean readable = true;
		for (String line : journal.lines().toList()) {
			Optional<JournalEntry> entry = JournalEntry.parse(line);
			entry.ifPresent(entries::add);
			readable &= entry.isPresent();
		}
		if (!readable) {
			return (backEnd, options, context, deadline) -> {
				throw new FenceException(Kind.UNVERIFIED, Messages.journal_unreadable, Messages.check_advice);
			};
		}
		return (backEnd, options, context, deadline) -> {
			context.diagnostics().warning(Messages.taking_over);
			return new TakenOverSession(sessions.open(backEnd, options, context, deadline), List.copyOf(entries), pause, context.cancellation());
		};
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		List<Plug> plugs = super.find(selector, deadline);
		plugs.forEach(plug -> found.add(plug.id()));
		return plugs;
	}

	@Override
	public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		Optional<List<Plug>> plugs = super.findAnew(selector, deadline);
		plugs.ifPresent(anew -> anew.forEach(plug -> found.add(plug.id())));
		return plugs;
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		for (JournalEntry entry : journal) {
			if (!found.contains(entry.plugId())) {
				throw new FenceException(Kind.REFUSED, NLS.bind(Messages.another_plug, plug.path(), entry.plugId()), Messages.check_advice);
			}
		}
		if (operation != PowerOperation.CYCLE && last(plug, PowerOperation.CYCLE).filter(Stage.ASKED::equals).isPresent()) {
			throw lost(plug, PowerOperation.CYCLE);
		}
		Optional<Stage> stage = last(plug, operation);
		if (stage.isEmpty() || stage.get() == Stage.REFUSED) {
			return super.change(plug, operation, deadline);
		}
		return stage.get() == Stage.SEEN ? new PowerChange.Seen() : awaitEffect(plug, operation, deadline.within(LONGEST_WAIT));
	}

	private Optional<Stage> last(Plug plug, PowerOperation operation) {
		Optional<Stage> stage = Optional.empty();
		for (JournalEntry entry : journal) {
			if (entry.operation() == operation && entry.plugId().equals(plug.id())) {
				stage = Optional.of(entry.stage());
			}
		}
		return stage;
	}

	private PowerChange awaitEffect(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		// After a reset a plug is as it was before, so there is no effect to be seen.
		while (operation != PowerOperation.CYCLE && !deadline.expired()) {
			if (isSeen(plug, operation, deadline)) {
				return new PowerChange.Seen();
			}
			pause.await(deadline.within(BETWEEN_READS).remaining(), cancellation);
		}
		throw lost(plug, operation);
	}

	private boolean isSeen(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		try {
			PlugState state = read(plug, deadline);
			return operation == PowerOperation.OFF ? state.isOff() : state.isOn();
		} catch (FenceException e) {
			// The wait may end in the middle of a read, and whoever is told has to know what was waited for.
			throw e.problem().kind() == Kind.TIMEOUT ? lost(plug, operation) : e;
		}
	}

	private static FenceException lost(Plug plug, PowerOperation operation) {
		return new FenceException(Kind.UNVERIFIED, NLS.bind(Messages.operation_lost, operation, plug.path()), Messages.check_advice);
	}
}

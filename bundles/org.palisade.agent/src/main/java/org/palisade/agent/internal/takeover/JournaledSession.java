package org.palisade.agent.internal.takeover;

import org.palisade.agent.PowerJournal;
import org.palisade.agent.internal.takeover.JournalEntry.Stage;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ForwardingSession;
import org.palisade.api.Plug;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;
import org.palisade.core.engine.SessionOpener;

/** Asks the journal before each power operation, and tells it of each one that has ended. */
public final class JournaledSession extends ForwardingSession {

	private final PowerJournal journal;

	private JournaledSession(FenceSession session, PowerJournal journal) {
		super(session);
		this.journal = journal;
	}

	/** {@return sessions whose power operations are in the journal} */
	public static SessionOpener opener(SessionOpener sessions, PowerJournal journal) {
		return (backEnd, options, context, deadline) -> new JournaledSession(sessions.open(backEnd, options, context, deadline), journal);
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		awaitEarlierChange(deadline);
		journal.before(new JournalEntry(Stage.ASKED, operation, plug.id()).text());
		PowerChange change = super.change(plug, operation, deadline);
		Stage stage = change instanceof PowerChange.Seen ? Stage.SEEN : Stage.REFUSED;
		journal.after(new JournalEntry(stage, operation, plug.id()).text());
		return change;
	}
}

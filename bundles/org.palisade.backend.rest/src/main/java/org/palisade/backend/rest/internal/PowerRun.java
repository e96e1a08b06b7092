package org.palisade.backend.rest.internal;

import java.time.Duration;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.Pause;

/** One power operation, ordered once, until its outcome is known. The API sends no events, so the state is read again and again. */
final class PowerRun {

	/** Less than the transport keeps an idle connection for, and often enough for an operation that takes seconds. */
	private static final Duration BETWEEN_READS = Duration.ofMillis(500);

	private final AutomationSession session;
	private final String machine;
	private final PowerOperation operation;
	private final Pause pause;
	private final Deadline deadline;

	/**
	 * @param id the machine
	 * @param pause passes the time between two reads
	 */
	PowerRun(AutomationSession session, String id, PowerOperation operation, Pause pause, Deadline deadline) {
		this.session = session;
		this.machine = Inventory.MACHINE + "/" + Query.escaped(id);
		this.operation = operation;
		this.pause = pause;
		this.deadline = deadline;
	}

	/**
	 * {@return how the operation ended}
	 *
	 * @throws FenceException when that is not known
	 */
	PowerChange run() throws FenceException {
		Reply reply = order();
		if (reply instanceof Reply.Refusal refusal) {
			return refused(refusal.error());
		}
		awaitWanted();
		return new PowerChange.Seen();
	}

	private Reply order() throws FenceException {
		String action = operation == PowerOperation.ON ? "start" : "stop";
		try {
			return session.order(session.dialect().power(machine, action), deadline);
		} catch (FenceException failure) {
			throw outOfTime(failure, Messages.timeout_order);
		}
	}

	/** What the server calls the wanted state is believed only when the state is read. */
	private PowerChange refused(ApiError error) throws FenceException {
		if (error.is("ALREADY_IN_DESIRED_STATE") && isWanted()) {
			return new PowerChange.Seen();
		}
		return new PowerChange.Failed(ApiProblems.ofOperation(error));
	}

	private void awaitWanted() throws FenceException {
		Cancellation cancellation = session.context().cancellation();
		try {
			while (!isWanted()) {
				pause.await(deadline.within(BETWEEN_READS).remaining(), cancellation);
				if (Thread.currentThread().isInterrupted()) {
					throw new FenceException(Kind.CANCELLED, Messages.cancelled, "");
				}
			}
		} catch (FenceException failure) {
			throw outOfTime(failure, Messages.timeout_state);
		}
	}

	private boolean isWanted() throws FenceException {
		JsonObject power = JsonObject.of(session.get(machine + "/power", deadline));
		return PlugReader.power(power.requiredText("state")) == operation.wanted();
	}

	private FenceException outOfTime(FenceException failure, String text) {
		if (failure.problem().kind() != Kind.TIMEOUT) {
			return failure;
		}
		return new FenceException(new FenceProblem(Kind.TIMEOUT, NLS.bind(text, operation), Messages.timeout_power_advice), failure);
	}
}

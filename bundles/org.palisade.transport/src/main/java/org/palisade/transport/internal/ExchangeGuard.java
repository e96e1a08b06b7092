package org.palisade.transport.internal;

import java.time.Duration;
import java.util.concurrent.Future;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.transport.ServerAddress;

/**
 * Stands by one exchange and aborts whatever it blocks on when the deadline passes or cancellation is requested. What it trips on first
 * is what the exchange failed of, whatever exception the abort provoked. Thread-safe.
 */
public final class ExchangeGuard implements AutoCloseable {

	/** How far an exchange has come, for telling where it was cut off. */
	enum Phase {
		BEGIN, RESOLVE, CONNECT, HANDSHAKE, ANSWER
	}

	private enum Trip {
		NONE, DEADLINE, CANCELLATION
	}

	private static final Runnable NOTHING = () -> { };

	private final Watchdog watchdog;
	private final Deadline deadline;
	private final Cancellation cancellation;
	private final Duration grace;
	private final Future<?> alarm;
	private final Cancellation.Registration registration;
	private Runnable abort = NOTHING;
	private Trip trip = Trip.NONE;
	private Phase phase = Phase.BEGIN;
	private Future<?> delayed;

	/**
	 * @param grace how long after the deadline or a cancellation the exchange is still let run
	 */
	public ExchangeGuard(Watchdog watchdog, Deadline deadline, Cancellation cancellation, Duration grace) {
		this.watchdog = watchdog;
		this.deadline = deadline;
		this.cancellation = cancellation;
		this.grace = grace;
		this.alarm = watchdog.after(deadline.remaining().plus(grace), () -> trip(Trip.DEADLINE));
		this.registration = cancellation.onRequest(this::cancelled);
	}

	private void cancelled() {
		if (grace.isZero()) {
			trip(Trip.CANCELLATION);
			return;
		}
		synchronized (this) {
			delayed = watchdog.after(grace, () -> trip(Trip.CANCELLATION));
		}
	}

	private void trip(Trip cause) {
		Runnable due;
		synchronized (this) {
			if (trip != Trip.NONE) {
				return;
			}
			trip = cause;
			due = abort;
		}
		due.run();
	}

	/** Names what is to be aborted from now on, and how far the exchange has come; aborts it at once when the guard has tripped. */
	void watch(Phase reached, Runnable aborting) {
		boolean late;
		synchronized (this) {
			phase = reached;
			abort = aborting;
			late = trip != Trip.NONE;
		}
		if (late) {
			aborting.run();
		}
	}

	/** Watches a connection that is open already. */
	public void watch(HttpConnection connection) {
		watch(Phase.ANSWER, connection::close);
	}

	/**
	 * @throws FenceException when there is no use in beginning, because the deadline has passed or cancellation was requested
	 */
	public void check() throws FenceException {
		if (cancellation.requested()) {
			trip(Trip.CANCELLATION);
		} else if (deadline.expired()) {
			trip(Trip.DEADLINE);
		}
		if (isTripped()) {
			throw new FenceException(FenceProblem.Kind.TIMEOUT, Messages.timeout_before, "");
		}
	}

	/** {@return the time until the deadline, grace included} */
	Duration remaining() {
		return deadline.remaining().plus(grace);
	}

	/** {@return whether the exchange was aborted} */
	public synchronized boolean isTripped() {
		return trip != Trip.NONE;
	}

	/** {@return what an aborted exchange failed of} */
	public synchronized FenceException problem(ServerAddress server) {
		if (trip == Trip.CANCELLATION) {
			return new FenceException(FenceProblem.Kind.CANCELLED, Messages.cancelled, "");
		}
		String text = switch (phase) {
		case BEGIN -> Messages.timeout_before;
		case RESOLVE -> NLS.bind(Messages.timeout_resolve, server.host());
		case CONNECT -> NLS.bind(Messages.timeout_connect, server);
		case HANDSHAKE -> NLS.bind(Messages.timeout_handshake, server);
		case ANSWER -> NLS.bind(Messages.timeout_answer, server);
		};
		String advice = phase == Phase.ANSWER ? Messages.timeout_answer_advice : Messages.timeout_connect_advice;
		return new FenceException(FenceProblem.Kind.TIMEOUT, text, advice);
	}

	@Override
	public void close() {
		registration.close();
		alarm.cancel(false);
		synchronized (this) {
			abort = NOTHING;
			if (delayed != null) {
				delayed.cancel(false);
			}
		}
	}
}

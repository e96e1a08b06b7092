package org.palisade.transport;

import java.io.IOException;
import java.time.Duration;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.transport.internal.ConnectionOpener;
import org.palisade.transport.internal.ExchangeGuard;
import org.palisade.transport.internal.HttpConnection;
import org.palisade.transport.internal.TransportProblems;
import org.palisade.transport.internal.Watchdog;

/**
 * HTTP/1.1 exchanges with one server over TLS, each of which ends by its deadline whatever the server does. Used by one thread at a time.
 * <p>
 * Name resolution, connecting, the TLS handshake, sending and reading all count against the deadline: a watchdog closes the socket
 * under whatever blocks. No request is ever sent twice, no redirect is followed, no proxy is used, and nothing that belongs to the whole
 * Java virtual machine (default SSL context, host name verifier, cookie handler, authenticator) is used or changed.
 */
public final class HttpTransport implements AutoCloseable {

	/** A connection that was idle for longer may have been closed by the server, and a request sent on it would be lost. */
	private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);

	private final ServerAddress address;
	private final ConnectionOpener opener;
	private final MonotonicClock clock;
	private final Watchdog watchdog;
	private HttpConnection kept;
	private long keptSince;

	/**
	 * Contacts nobody yet.
	 *
	 * @param endpoint the server
	 * @throws FenceException of kind {@link FenceProblem.Kind#OPTION} when a file of certificate authorities cannot be used
	 */
	public HttpTransport(Endpoint endpoint) throws FenceException {
		this(endpoint, MonotonicClock.system());
	}

	HttpTransport(Endpoint endpoint, MonotonicClock clock) throws FenceException {
		this.address = endpoint.address();
		this.clock = clock;
		this.watchdog = new Watchdog(address.toString());
		this.opener = new ConnectionOpener(endpoint);
	}

	/**
	 * Sends a request once and has its answer read.
	 *
	 * @param deadline by when the answer must have been read
	 * @param cancellation ends the exchange at once
	 * @throws FenceException of kind DNS, TCP, TLS, TIMEOUT, CANCELLED or PROTOCOL, or what {@code reader} throws. Unless the kind is DNS
	 *             or TLS the server may have acted on the request
	 */
	public <T> T exchange(HttpRequest request, AnswerReader<T> reader, Deadline deadline, Cancellation cancellation) throws FenceException {
		return exchange(request, reader, deadline, cancellation, Duration.ZERO);
	}

	/**
	 * The same for a request whose answer must be known for cleaning up, such as a log-in: it is waited for a little longer.
	 *
	 * @param grace how long the answer may still arrive after the deadline has passed or cancellation was requested. An exchange that
	 *            ends within it returns normally: it is the caller who looks at the deadline again
	 */
	public <T> T exchange(HttpRequest request, AnswerReader<T> reader, Deadline deadline, Cancellation cancellation, Duration grace)
			throws FenceException {
		ExchangeGuard guard = new ExchangeGuard(watchdog, deadline, cancellation, grace);
		T value;
		try (guard) {
			guard.check();
			value = exchange(request, reader, guard);
		} catch (IOException | FenceException | RuntimeException failure) {
			dropConnection();
			throw translate(failure, guard);
		}
		if (guard.isTripped()) {
			// It tripped when the answer had been read to its end, and has closed the connection, or is about to.
			dropConnection();
		}
		return value;
	}

	private <T> T exchange(HttpRequest request, AnswerReader<T> reader, ExchangeGuard guard) throws IOException, FenceException {
		HttpConnection connection = connection(guard);
		T value = connection.exchange(request, reader);
		if (connection.isReusable()) {
			keptSince = clock.nanoTime();
		} else {
			dropConnection();
		}
		return value;
	}

	private HttpConnection connection(ExchangeGuard guard) throws IOException, FenceException {
		if (kept != null && clock.nanoTime() - keptSince > LONGEST_IDLE.toNanos()) {
			dropConnection();
		}
		if (kept == null) {
			kept = opener.open(guard);
		} else {
			guard.watch(kept);
		}
		return kept;
	}

	private FenceException translate(Exception failure, ExchangeGuard guard) {
		if (guard.isTripped()) {
			return guard.problem(address);
		}
		if (failure instanceof FenceException problem) {
			return problem;
		}
		if (failure instanceof IOException broken) {
			return TransportProblems.broken(address, broken);
		}
		throw (RuntimeException) failure;
	}

	private void dropConnection() {
		if (kept != null) {
			kept.close();
			kept = null;
		}
	}

	/** Closes the connection, if there is one, without ceremony. No exchange is possible afterwards. */
	@Override
	public void close() {
		dropConnection();
		watchdog.close();
	}
}

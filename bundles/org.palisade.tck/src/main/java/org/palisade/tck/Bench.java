package org.palisade.tck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** A back end and what it talks to, for one test. */
final class Bench {

	/** More than any call needs. It bounds a failure and measures nothing. */
	static final Duration AMPLE = Duration.ofSeconds(Integer.getInteger(FenceBackEndTck.BOUND_PROPERTY, 60));
	/** Long enough for a call to be under way, short enough to wait for. A busy machine makes a check that uses it weaker and never wrong. */
	static final Duration SHORT = AMPLE.dividedBy(60);
	/** What the core gives a log-out when there is no time left. */
	private static final Duration LOG_OUT_GRACE = Duration.ofSeconds(1);

	private final FenceBackEnd backEnd;
	private final Callable<TestBed> beds;
	private final TestBed bed;
	private final Transcript transcript = new Transcript();
	private final List<FenceSession> opened = new ArrayList<>();
	private final List<Bench> others = new ArrayList<>();
	private boolean silent;
	private boolean logOutGivenUp;

	Bench(FenceBackEnd backEnd, Callable<TestBed> beds) throws Exception {
		this.backEnd = backEnd;
		this.beds = beds;
		this.bed = beds.call();
	}

	FenceBackEnd backEnd() {
		return backEnd;
	}

	TestBed bed() {
		return bed;
	}

	Transcript transcript() {
		return transcript;
	}

	/** {@return a bench with the same back end on another test bed} */
	Bench another() throws Exception {
		Bench other = new Bench(backEnd, beds);
		others.add(other);
		return other;
	}

	OptionValues options() {
		return options(Map.of());
	}

	/** {@return the test bed's options with some of them replaced} */
	OptionValues options(Map<String, Object> replaced) {
		Map<String, Object> given = new HashMap<>(bed.options());
		given.putAll(replaced);
		OptionValues values = Values.of(backEnd.options(), given);
		given.values().forEach(value -> {
			if (value instanceof Secret secret) {
				transcript.addSecret(secret);
			}
		});
		return values;
	}

	FenceSession open() throws FenceException {
		return open(Cancellation.never());
	}

	FenceSession open(Cancellation cancellation) throws FenceException {
		return open(options(), cancellation, AMPLE, ample());
	}

	/** {@return a session with the option that restricts it to a datacenter} */
	FenceSession openIn(String datacenter) throws FenceException {
		return open(options(Map.of(StandardOptions.VMWARE_DATACENTER, datacenter)), Cancellation.never(), AMPLE, ample());
	}

	FenceSession open(OptionValues options, Cancellation cancellation, Duration answerLimit, Deadline deadline) throws FenceException {
		try {
			FenceSession session = backEnd.open(options, new SessionContext(cancellation, transcript, answerLimit), deadline);
			FenceSession watched = new WatchedSession(session, transcript);
			synchronized (opened) {
				opened.add(watched);
			}
			return watched;
		} catch (FenceException e) {
			transcript.addThrown(e);
			throw e;
		}
	}

	/** {@return what a new session finds} A server without sessions logs in only for that. */
	List<Plug> openAndFind(OptionValues options, Cancellation cancellation, Duration limit) throws FenceException {
		FenceSession session = open(options, cancellation, limit, Deadline.in(limit, MonotonicClock.system()));
		return session.find(selector(), Deadline.in(limit, MonotonicClock.system()));
	}

	PlugSelector selector() {
		return PlugSelector.of(bed.plug());
	}

	/** {@return the test bed's plug as the session finds it} */
	Plug find(FenceSession session) throws FenceException {
		List<Plug> found = session.find(selector(), ample());
		assertEquals(1, found.size(), () -> "find must return the one plug that " + bed.plug() + " names, and not " + found);
		return found.get(0);
	}

	/** Skips the test when the test bed cannot bring the incident about. */
	void impose(Incident incident) throws Exception {
		assumeTrue(bed.impose(incident), () -> "the test bed cannot bring about " + incident);
		silent |= incident == Incident.SILENCE;
	}

	static Deadline ample() {
		return Deadline.in(AMPLE, MonotonicClock.system());
	}

	static Deadline expired() {
		return Deadline.in(Duration.ZERO, MonotonicClock.system());
	}

	/** From now on a session may be left on the server: it was given no time for a log-out. */
	void giveUpLogOut() {
		logOutGivenUp = true;
	}

	/** What the server has to say about open sessions, if anything: none when it answers and all were closed. */
	void assertNoSessionIsLeft() {
		if (!silent && !logOutGivenUp) {
			bed.openSessions().ifPresent(count -> assertEquals(0, count, "sessions left open on the server"));
		}
	}

	/** Closes everything and checks what holds after every test. All of it, whatever fails first. */
	void close() {
		assertAll(this::closeSessions, transcript::assertKeepsSecrets, this::assertNoSessionIsLeft,
				() -> assertAll(others.stream().map(other -> other::close)), bed::close);
	}

	private void closeSessions() {
		for (FenceSession session : opened) {
			session.close(silent ? Deadline.in(LOG_OUT_GRACE, MonotonicClock.system()) : ample());
		}
		transcript.addShown(backEnd);
	}
}

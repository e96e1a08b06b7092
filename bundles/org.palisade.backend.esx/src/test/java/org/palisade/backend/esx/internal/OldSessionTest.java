package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.PlugSelector;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;

/** A session that is kept for longer than its log-in proves anything. */
class OldSessionTest {

	private static final String NODE = "node00004";
	private static final String UUID = "421e6b3a-0c55-4f2e-9f0a-1234567890ab";

	@TempDir
	private Path folder;

	private SimulatedVCenter server;
	private FenceSession session;

	/** Of this machine, and set forward by the tests. */
	private final SettableClock clock = new SettableClock();

	private static final class SettableClock extends Clock {
		private Duration ahead = Duration.ZERO;

		@Override
		public Instant instant() {
			return Instant.now().plus(ahead);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}
	}

	@BeforeEach
	void start() throws IOException, FenceException {
		start(120);
	}

	private void start(int machines) throws IOException, FenceException {
		server = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(machines).credentials("u", "5ecret").build());
		session = open();
	}

	private FenceSession open() throws FenceException {
		Map<String, Object> values = new HashMap<>(Map.of("ip", "127.0.0.1:" + server.url().getPort(), "ssl", true, "username", "u", "password",
				Secret.of("5ecret"), "ssl_fingerprint", server.certificateFingerprint().orElseThrow(), "lookup_cache", folder.resolve("c").toString()));
		return new EsxBackEnd(RealLookUps.create(), clock).open(new OptionValues(values, values.keySet()),
				new SessionContext(Cancellation.never(), Diagnostics.none(), Duration.ofSeconds(30)), deadline());
	}

	@AfterEach
	void end() throws IOException {
		session.close(deadline());
		assertEquals(0, count("sessionsOpen"));
		server.close();
	}

	private static Deadline deadline() {
		return Deadline.in(Duration.ofSeconds(30), MonotonicClock.system());
	}

	private long count(String counter) throws IOException {
		Matcher value = Pattern.compile("\"" + counter + "\" ?: ?(\\d+)").matcher(server.control("GET", "/truth"));
		return value.find() ? Long.parseLong(value.group(1)) : 0;
	}

	private void fill() throws FenceException {
		session.check(Optional.empty(), deadline());
		session.setAside();
	}

	private boolean isTooOldFor(String plug) {
		return session.isTooOldToFind(PlugSelector.of(plug));
	}

	private void age() {
		clock.ahead = clock.ahead.plusSeconds(11);
	}

	@Test
	void onlyWhatItsLogInWouldHaveToProveIsBetterAskedInANewOne() throws FenceException {
		FenceSession other = open();
		other.check(Optional.empty(), deadline());
		other.close(deadline());
		assertFalse(isTooOldFor(NODE), "it is young");
		age();
		assertTrue(isTooOldFor(NODE));
		assertTrue(isTooOldFor("vm-12"), "that can be a name");
		assertFalse(isTooOldFor("/DC0/vm/" + NODE));
		assertFalse(isTooOldFor("VirtualMachine:vm-12"));
		assertFalse(isTooOldFor(UUID), "two calls at any size");
		assertFalse(isTooOldFor("a%2fb"), "is looked up in any session");
	}

	/** What its log-in proves holds for the request that it was opened for: another one may come after anything has happened. */
	@Test
	void theNextRequestIsNotAnsweredByTheLogInOfTheLast() throws FenceException {
		fill();
		assertTrue(isTooOldFor(NODE));
	}

	@Test
	void withoutMemoryANewSessionWouldNotBeFaster() {
		age();
		assertFalse(isTooOldFor(NODE));
	}

	@Test
	void fewNamesAreReadAsFastAsALogInTakes() throws FenceException, IOException {
		end();
		start(60);
		fill();
		age();
		assertFalse(isTooOldFor(NODE));
	}

	@Test
	void whatItHasSeenIsWrittenWhenItIsSetAside() throws FenceException, IOException {
		assertEquals(1, session.find(PlugSelector.of(NODE), deadline()).size());
		session.setAside();
		long views = count("CreateContainerView");
		FenceSession other = open();
		assertEquals(1, other.find(PlugSelector.of(NODE), deadline()).size());
		other.close(deadline());
		assertEquals(views, count("CreateContainerView"), "the other one had to look up");
	}

	/** Its maintenance asks for its privileges every ten minutes, which shall not cost a look at every machine. */
	@Test
	void whatCannotBeProvenAnyMoreIsNotReadAgain() throws FenceException, IOException {
		fill();
		age();
		long reads = count("RetrievePropertiesEx");
		session.check(Optional.empty(), deadline());
		assertTrue(count("RetrievePropertiesEx") - reads <= 2, "only what the check of the privileges reads");
	}
}

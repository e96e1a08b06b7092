package org.palisade.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PowerOperation;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.core.engine.SessionOpener;

class KeptSessionsTest {

	private static final PlugSelector WEB = PlugSelector.of("web");

	@TempDir
	Path temporary;

	private final MortalBackEnd backEnd = new MortalBackEnd();
	private long now;
	private final List<Runnable> background = new ArrayList<>();
	private final KeptSessions sessions = new KeptSessions(SessionOpener.direct(), Set.of("esx"), 3, Duration.ofMinutes(30), () -> now,
			background::add);
	private final CancellationSource cancellation = new CancellationSource();
	private final List<String> details = new ArrayList<>();

	private static Map<String, Object> options() {
		return new HashMap<>(Map.of("ip", "vc", "username", "u", "password", Secret.of("right"), "action", "off", "plug", "web"));
	}

	private FenceSession open(Map<String, Object> options) throws FenceException {
		return open(options, Duration.ofSeconds(3));
	}

	private FenceSession open(Map<String, Object> options, Duration answerLimit) throws FenceException {
		Diagnostics diagnostics = new Diagnostics() {
			@Override
			public void warning(String message) {
				details.add(message);
			}

			@Override
			public void detail(String message) {
				details.add(message);
			}
		};
		return sessions.open(backEnd, new OptionValues(options, options.keySet()), new SessionContext(cancellation, diagnostics, answerLimit),
				deadline());
	}

	private Deadline deadline() {
		return Deadline.in(Duration.ofSeconds(20), () -> now);
	}

	private void request(Map<String, Object> options) throws FenceException {
		FenceSession session = open(options);
		try {
			session.find(WEB, deadline());
		} finally {
			session.close(deadline());
		}
	}

	private void runBackground() {
		background.forEach(Runnable::run);
		background.clear();
	}

	@Test
	void theNextRequestUsesTheSameSession() throws FenceException {
		request(options());
		request(options());

		assertEquals(List.of("open 1", "find 1", "find 1"), backEnd.calls);
		assertEquals(1, sessions.idle());
	}

	@Test
	void whatTheCoreAloneReadsDoesNotMatter() throws FenceException {
		request(options());
		Map<String, Object> other = options();
		other.putAll(Map.of("plug", "db", "action", "status", "verbose", true, "delay", Duration.ofSeconds(1), "debug_file", "/x"));
		request(other);

		assertEquals(1, backEnd.sessions.size());
	}

	@ParameterizedTest
	@CsvSource({ "ip,other", "username,other", "ssl_ca_file,/other", "ssl_fingerprint,aa", "vmware_datacenter,DC1", "method,cycle", "exec,/x" })
	void everyOptionOfTheConnectionMatters(String name, String value) throws FenceException {
		request(options());
		Map<String, Object> other = options();
		other.put(name, value);
		request(other);

		assertEquals(2, backEnd.sessions.size());
	}

	@ParameterizedTest
	@CsvSource({ "ssl", "ssl_insecure", "ssl_secure", "inet4_only", "inet6_only" })
	void everySwitchOfTheConnectionMatters(String name) throws FenceException {
		request(options());
		Map<String, Object> other = options();
		other.put(name, true);
		request(other);

		assertEquals(2, backEnd.sessions.size());
	}

	@Test
	void aPortMattersAndAFileOfAuthoritiesThatChanged() throws FenceException, IOException {
		Path file = Files.writeString(temporary.resolve("ca.pem"), "one");
		Map<String, Object> options = options();
		options.putAll(Map.of("ipport", 443, "ssl_ca_file", file.toString()));
		request(options);
		request(options);
		Files.writeString(file, "another");
		request(options);
		options.put("ipport", 444);
		request(options);

		assertEquals(3, backEnd.sessions.size());
	}

	@Test
	void aWrongPasswordFailsThoughASessionWithTheRightOneIsKept() throws FenceException {
		request(options());
		Map<String, Object> wrong = options();
		wrong.put("password", Secret.of("wrong"));

		assertEquals(Kind.LOGIN, assertThrows(FenceException.class, () -> request(wrong)).problem().kind());
		wrong.remove("password");
		assertThrows(FenceException.class, () -> request(wrong));

		assertEquals(1, sessions.idle());
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "LOGIN", "TCP", "TLS", "PROTOCOL", "PRIVILEGE", "NOT_FOUND" })
	void aSessionThatDiedIsReplacedAtTheFirstQuestion(Kind death) throws FenceException {
		request(options());
		backEnd.death = Optional.of(death);
		backEnd.sessions.get(0).dead = true;
		request(options());
		request(options());
		runBackground();

		assertEquals(List.of("open 1", "find 1", "find 1", "open 2", "find 2", "find 2", "close 1"), backEnd.calls);
		assertEquals(1, sessions.idle());
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "TIMEOUT", "CANCELLED" })
	void thereIsNoSecondTryWithoutTimeOrCaller(Kind death) throws FenceException {
		request(options());
		backEnd.death = Optional.of(death);
		backEnd.sessions.get(0).dead = true;

		assertEquals(death, assertThrows(FenceException.class, () -> request(options())).problem().kind());
		assertEquals(List.of("open 1", "find 1", "find 1", "close 1"), backEnd.calls);
		assertEquals(0, sessions.idle());
	}

	@Test
	void nothingFoundByAKeptSessionIsAskedAgainInANewOne() throws FenceException {
		request(options());
		backEnd.death = Optional.empty();
		backEnd.sessions.get(0).dead = true;
		FenceSession session = open(options());

		assertEquals(1, session.find(WEB, deadline()).size());
		assertEquals(List.of("open 1", "find 1", "find 1", "open 2", "find 2"), backEnd.calls);
	}

	@Test
	void aSessionThatIsTooOldForAQuestionMakesRoomForANewOne() throws FenceException {
		request(options());
		backEnd.firstIsOld = true;
		request(options());
		request(options());
		runBackground();

		assertEquals(List.of("open 1", "find 1", "open 2", "find 2", "find 2", "close 1"), backEnd.calls);
		assertEquals(1, sessions.idle());
	}

	/** Others of the same key are not dead, and may be of use for other questions. */
	@Test
	void onlyTheSessionThatIsTooOldGoes() throws FenceException {
		FenceSession one = open(options());
		FenceSession two = open(options());
		two.close(deadline());
		one.close(deadline());
		backEnd.firstIsOld = true;
		request(options());
		runBackground();

		assertEquals(List.of("open 1", "open 2", "open 3", "find 3", "close 1"), backEnd.calls);
		assertEquals(2, sessions.idle());
	}

	/** The session that was opened for a request serves all its questions. */
	@Test
	void aRequestLogsInOnceAtMost() throws FenceException {
		backEnd.firstIsOld = true;
		FenceSession session = open(options());
		session.find(WEB, deadline());
		session.find(WEB, deadline());
		session.close(deadline());

		assertEquals(List.of("open 1", "find 1", "find 1"), backEnd.calls);
	}

	@Test
	void whatCanWaitIsDoneWhenTheRequestIsOver() throws FenceException {
		FenceSession session = open(options());
		session.find(WEB, deadline());
		assertEquals(0, backEnd.sessions.get(0).setAside);
		session.close(deadline());
		assertEquals(1, backEnd.sessions.get(0).setAside);
	}

	@Test
	void whatIsFoundFromMemoryDoesNotShowThatTheSessionIsAlive() throws FenceException {
		backEnd.remembers = true;
		request(options());
		backEnd.sessions.get(0).dead = true;
		FenceSession session = open(options());
		List<Plug> plugs = session.find(WEB, deadline());
		assertTrue(session.isRemembered(plugs.get(0)));
		session.read(plugs.get(0), deadline());

		// The new session has found it for itself before it reads it.
		assertEquals(List.of("open 1", "read 1", "open 2", "find 2", "read 2"), backEnd.calls);
	}

	@Test
	void anotherPlugThanTheOneFromMemoryIsLookedUpAnew() throws FenceException {
		backEnd.remembers = true;
		request(options());
		backEnd.sessions.get(0).dead = true;
		backEnd.found = new Plug("vm-2", "web", "/DC0/vm/web", Optional.of("another"), false);
		FenceSession session = open(options());
		List<Plug> plugs = session.find(WEB, deadline());

		assertEquals(Kind.NOT_FOUND, assertThrows(FenceException.class, () -> session.read(plugs.get(0), deadline())).problem().kind());
		assertEquals(Optional.of(List.of(backEnd.found)), session.findAnew(WEB, deadline()));
	}

	@Test
	void aListIsBegunAnewOnlyBeforeItsFirstRow() throws FenceException {
		request(options());
		backEnd.sessions.get(0).dead = true;
		FenceSession session = open(options());
		List<String> rows = new ArrayList<>();
		session.list(false, row -> rows.add(row.name()), deadline());
		session.close(deadline());
		FenceSession next = open(options());

		assertThrows(IllegalStateException.class, () -> next.list(false, row -> {
			throw new IllegalStateException();
		}, deadline()));
		assertEquals(List.of("web"), rows);
		assertEquals(2, backEnd.sessions.size());
	}

	@Test
	void aPowerOperationIsNeverRepeated() throws FenceException {
		request(options());
		FenceSession session = open(options());
		session.read(MortalBackEnd.PLUG, deadline());
		backEnd.sessions.get(0).dead = true;

		assertThrows(FenceException.class, () -> session.change(MortalBackEnd.PLUG, PowerOperation.OFF, deadline()));
		assertThrows(FenceException.class, () -> session.read(MortalBackEnd.PLUG, deadline()));
		session.close(deadline());

		assertEquals(List.of("open 1", "find 1", "read 1", "change 1", "read 1", "close 1"), backEnd.calls);
	}

	@Test
	void notEvenWhenItIsTheFirstThatIsAsked() throws FenceException {
		request(options());
		backEnd.sessions.get(0).dead = true;
		FenceSession session = open(options());

		assertThrows(FenceException.class, () -> session.change(MortalBackEnd.PLUG, PowerOperation.OFF, deadline()));
		assertEquals(List.of("open 1", "find 1", "change 1"), backEnd.calls);
	}

	@Test
	void whatCannotBeOpenedAgainIsClosedOnce() throws FenceException {
		request(options());
		backEnd.sessions.get(0).dead = true;
		Map<String, Object> options = options();
		FenceSession session = open(options);
		now += Duration.ofSeconds(19).toNanos();
		backEnd.death = Optional.of(Kind.TCP);
		session.find(WEB, deadline());
		session.close(deadline());
		session.close(deadline());
		runBackground();

		assertEquals(List.of("open 1", "find 1", "find 1", "open 2", "find 2", "close 1"), backEnd.calls);
	}

	@Test
	void twoRequestsAtOnceHaveASessionEach() throws FenceException {
		FenceSession one = open(options());
		FenceSession two = open(options());
		one.close(deadline());
		two.close(deadline());
		request(options());

		assertEquals(2, backEnd.sessions.size());
		assertEquals(2, sessions.idle());
	}

	@Test
	void onlySoManyAreKept() throws FenceException {
		for (String ip : List.of("a", "b", "c", "d")) {
			Map<String, Object> options = options();
			options.put("ip", ip);
			request(options);
		}
		runBackground();

		assertEquals(3, sessions.idle());
		assertEquals("close 1", backEnd.calls.get(backEnd.calls.size() - 1));
	}

	@Test
	void aMonitorLogsInAndItsSessionReplacesTheOneThatWasKept() throws FenceException {
		request(options());
		Map<String, Object> monitor = options();
		monitor.put("action", "Monitor");
		FenceSession session = open(monitor);
		session.check(Optional.empty(), deadline());
		session.close(deadline());
		request(options());
		runBackground();

		assertEquals(List.of("open 1", "find 1", "open 2", "check 2", "find 2", "close 1"), backEnd.calls);
	}

	@Test
	void aNewPasswordLogsTheOldSessionsOut() throws FenceException {
		request(options());
		backEnd.sessions.clear();
		KeptSessions lenient = new KeptSessions((b, o, c, d) -> backEnd.new Session(7, c), Set.of("esx"), 3, Duration.ofMinutes(30), () -> now,
				background::add);
		OptionValues before = new OptionValues(options(), Set.of());
		OptionValues after = before.with("password", Secret.of("new"));
		SessionContext context = new SessionContext(cancellation, Diagnostics.none(), Duration.ofSeconds(3));
		lenient.open(backEnd, before, context, deadline()).close(deadline());
		lenient.open(backEnd, after, context, deadline()).close(deadline());
		runBackground();

		assertEquals(1, lenient.idle());
		assertTrue(backEnd.calls.contains("close 7"));
	}

	@Test
	void aSessionThatNobodyUsesIsLoggedOut() throws FenceException {
		request(options());
		now += Duration.ofMinutes(31).toNanos();
		sessions.maintain();

		assertEquals(List.of("open 1", "find 1", "close 1"), backEnd.calls);
		assertEquals(0, sessions.idle());
	}

	@Test
	void theServerHearsOfASessionThatIsUsedRarely() throws FenceException {
		request(options());
		for (int i = 0; i < 5; i++) {
			now += Duration.ofMinutes(5).toNanos();
			sessions.maintain();
		}
		assertEquals(List.of("open 1", "find 1", "check 1"), backEnd.calls);
		backEnd.sessions.get(0).dead = true;
		now += Duration.ofMinutes(4).toNanos();
		sessions.maintain();

		assertEquals(List.of("open 1", "find 1", "check 1", "check 1", "close 1"), backEnd.calls);
	}

	@Test
	void aCancelledRequestLeavesNoSession() throws FenceException {
		FenceSession session = open(options());
		cancellation.request();
		assertTrue(backEnd.sessions.get(0).context.cancellation().requested());
		session.close(deadline());

		assertEquals(List.of("open 1", "close 1"), backEnd.calls);
	}

	@Test
	void theEndOfOneRequestUntiesTheSessionFromIt() throws FenceException {
		request(options());
		details.clear();
		cancellation.request();
		backEnd.sessions.get(0).context.diagnostics().detail("late");

		assertEquals(List.of(), details);
		assertFalse(backEnd.sessions.get(0).context.cancellation().requested());
	}

	@Test
	void closingLogsOutNowAndLater() throws FenceException {
		request(options());
		FenceSession late = open(options());
		FenceSession other = open(options());
		other.close(deadline());
		sessions.close();
		late.close(deadline());

		assertEquals(0, sessions.idle());
		assertTrue(backEnd.calls.containsAll(List.of("close 1", "close 2")));
	}

	@Test
	void otherBackEndsKeepNothing() throws FenceException {
		KeptSessions none = new KeptSessions(SessionOpener.direct(), Set.of("rest"), 3, Duration.ofMinutes(30), () -> now, background::add);
		none.open(backEnd, new OptionValues(options(), Set.of()), new SessionContext(cancellation, Diagnostics.none(), Duration.ZERO), deadline())
				.close(deadline());

		assertEquals(List.of("open 1", "close 1"), backEnd.calls);
	}

	@Test
	void aSlightlyDifferentLimitIsTheSameAndAnotherOneIsNot() throws FenceException {
		for (long millis : new long[] { 54_900, 54_700, 2_999, 2_990, 10_000 }) {
			FenceSession session = open(options(), Duration.ofMillis(millis));
			session.find(WEB, deadline());
			session.close(deadline());
		}

		assertEquals(3, backEnd.sessions.size());
	}
}

package org.palisade.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.SessionContext;
import org.palisade.api.inventory.InventoryFeed;
import org.palisade.api.lookup.LookUpCache;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;

/** Feeds of a simulated vCenter, over TLS. No session may be left, and nothing secret told. */
abstract class FeedFixture {

	static final String PASSWORD = "5ecret & <pass>";

	final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
	final List<String> told = Collections.synchronizedList(new ArrayList<>());
	final CancellationSource cancellation = new CancellationSource();
	final Recorder recorder = new Recorder();
	final VSphereInventoryService service = new VSphereInventoryService();
	SimulatedVCenter server;
	InventoryFeed feed;

	void start(SimulatorOptions.Builder options) throws IOException {
		server = SimulatedVCenter.start(options.credentials("u", PASSWORD).taskDuration(Duration.ZERO).build());
	}

	/** {@return the options for the simulated server, and more, each a name and a value} */
	OptionValues options(Object... more) {
		Map<String, Object> values = new HashMap<>(Map.of("ip", "127.0.0.1:" + server.url().getPort(), "ssl", true, "username", "u", "password",
				Secret.of(PASSWORD), "ssl_fingerprint", server.certificateFingerprint().orElseThrow()));
		for (int i = 0; i < more.length; i += 2) {
			values.put((String) more[i], more[i + 1]);
		}
		return new OptionValues(values, values.keySet());
	}

	void open() throws FenceException {
		feed = service.open(options(), context(), recorder);
	}

	SessionContext context() {
		return new SessionContext(cancellation, new Diagnostics() {
			@Override
			public void warning(String message) {
				warnings.add(message);
				told.add(message);
			}

			@Override
			public void detail(String message) {
				told.add(message);
			}
		}, Duration.ofSeconds(60));
	}

	static FeedMemory forgetting() {
		return new FeedMemory(LookUpCache.none(), Clock.systemUTC(), MonotonicClock.system());
	}

	static Deadline generous() {
		return Deadline.in(Duration.ofSeconds(60), MonotonicClock.system());
	}

	/** Does what the control endpoint does for the same request. */
	void control(String request) throws IOException {
		server.control("POST", request);
	}

	long truth(String counter) throws IOException {
		Matcher value = Pattern.compile("\"" + counter + "\":(\\d+)").matcher(server.control("GET", "/truth"));
		assertTrue(value.find(), counter);
		return Long.parseLong(value.group(1));
	}

	@AfterEach
	void noSessionIsLeftAndNothingSecretWasTold() throws IOException {
		try (SimulatedVCenter ending = server) {
			ending.control("DELETE", "/fault");
			if (feed != null) {
				feed.close(generous());
			}
			assertEquals(0, truth("sessionsOpen"));
		}
		assertTrue(told.stream().noneMatch(line -> line.contains("5ecret") || line.contains("vmware_soap_session")), told::toString);
	}
}

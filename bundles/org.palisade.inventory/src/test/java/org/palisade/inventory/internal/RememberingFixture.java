package org.palisade.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PlugSelector;
import org.palisade.api.PowerState;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.lookup.InventoryMap;
import org.palisade.api.lookup.LookUpService;
import org.palisade.api.lookup.MapKey;
import org.palisade.api.lookup.MapProof;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.MonotonicClock;
import org.palisade.core.engine.FenceEngine;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceRequest;
import org.palisade.core.engine.FenceSettings;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/** A feed that has remembered what it sees, and the real engine and back end, which fence by what is remembered. */
abstract class RememberingFixture extends FeedFixture {

	private static final Set<String> LOOK_UPS = Set.of("CreateContainerView", "FindAllByUuid", "FindByInventoryPath");
	private static final Pattern COUNT = Pattern.compile("\"([A-Za-z_]+)\" ?: ?(\\d+)");

	@TempDir
	Path folder;

	final ScriptedPause pause = new ScriptedPause();
	final LookUpService lookUps = made("org.palisade.lookup.internal.FileLookUpService", LookUpService.class);

	/** Stands still unless a test moves it. */
	private final AtomicLong pace = new AtomicLong();

	/** A machine that nobody looks for, by whose power the feed is made to answer. */
	private String poked = "";

	/** Of a package that is open to nobody: what the framework would hand over. */
	private static <T> T made(String name, Class<T> service, Object... of) {
		try {
			return service.cast(Class.forName(name).getConstructors()[0].newInstance(of));
		} catch (ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	OptionValues options(Object... more) {
		return super.options(more).with("lookup_cache", cacheFolder());
	}

	String cacheFolder() {
		return folder.resolve("c").toString();
	}

	/** Opens a feed that has read everything and remembered it. */
	void openRemembering() throws Exception {
		feed = remembering();
		((Feed) feed).start(recorder);
		recorder.awaitComplete(1);
		poked = id("node00009");
		poke();
	}

	private Feed remembering() throws FenceException {
		FeedMemory memory = new FeedMemory(lookUps.open(options(), context().diagnostics()), Clock.systemUTC(), pace::get);
		return new Feed(Account.of(options()), memory, context(), pause, MonotonicClock.system(), unused -> { });
	}

	String id(String name) {
		List<InventoryObject> found = feed.snapshot().find(name, Set.of(InventoryObject.Kind.VIRTUAL_MACHINE)).stream()
				.filter(object -> object.name().equals(name)).toList();
		assertEquals(1, found.size(), name);
		return found.get(0).id();
	}

	/** When this returns, the feed has told a change, and has done everything that followed from those before. */
	void poke() throws Exception {
		PowerState now = ((VirtualMachine) feed.snapshot().object(poked).orElseThrow()).details().orElseThrow().power();
		PowerState next = now == PowerState.ON ? PowerState.OFF : PowerState.ON;
		control("/vm?id=" + poked + "&power=" + (next == PowerState.ON ? "on" : "off"));
		recorder.await(poked, object -> ((VirtualMachine) object).details().filter(details -> details.power() == next).isPresent());
	}

	/** Somebody logs in and changes nothing, nor what is remembered. */
	void logIn() {
		assertSucceeds(FenceAction.STATUS, "VirtualMachine:" + poked);
	}

	/** Lets so much time pass that the feed looks for a later log-in, and remembers what it sees if there is one. */
	void renew() throws Exception {
		passInterval();
		passMargin();
	}

	/** The feed has looked for a later log-in afterwards. */
	void passInterval() throws Exception {
		pace.addAndGet(Remembering.INTERVAL.toNanos() + 1);
		poke();
		poke();
	}

	/** The feed has been told afterwards what it asked for later than that. */
	void passMargin() throws Exception {
		pace.addAndGet(Remembering.MARGIN.toNanos() + 1);
		poke();
		poke();
		poke();
	}

	FenceOutcome run(FenceAction action, String plug) {
		Duration limit = Duration.ofSeconds(20);
		FenceSettings settings = new FenceSettings(Duration.ZERO, limit, limit, limit, Duration.ZERO, 1, false, false, PowerMethod.ONOFF, ",", false);
		FenceBackEnd backEnd = made("org.palisade.backend.esx.internal.EsxBackEnd", FenceBackEnd.class, lookUps);
		Optional<PlugSelector> selector = plug.isEmpty() ? Optional.empty() : Optional.of(PlugSelector.of(plug));
		FenceRequest request = new FenceRequest(action, selector, backEnd, Optional.empty(), options(), settings, row -> { });
		return new FenceEngine().run(request, Cancellation.never(), Diagnostics.none());
	}

	void assertSucceeds(FenceAction action, String plug) {
		FenceOutcome outcome = run(action, plug);
		assertInstanceOf(FenceOutcome.Succeeded.class, outcome, outcome.toString());
	}

	void assertFails(Kind kind, FenceAction action, String plug) {
		FenceOutcome outcome = run(action, plug);
		assertEquals(kind, assertInstanceOf(FenceOutcome.Failed.class, outcome, outcome.toString()).problem().kind(), outcome.toString());
	}

	/** The status of that name is told without looking it up. */
	void assertKnown(String name) throws IOException {
		assertEquals(Map.of("Login", 1, "QueryEvents", 1, "RetrievePropertiesEx", 1), calls(() -> assertSucceeds(FenceAction.STATUS, name)));
	}

	void assertLookedUp(String name) throws IOException {
		Map<String, Integer> calls = calls(() -> assertSucceeds(FenceAction.STATUS, name));
		assertTrue(calls.keySet().stream().anyMatch(LOOK_UPS::contains), calls.toString());
	}

	/** The calls of a run, while the feed waits or logs out. */
	private Map<String, Integer> calls(Runnable run) throws IOException {
		Map<String, Integer> before = requests();
		run.run();
		Map<String, Integer> during = requests();
		before.forEach((method, count) -> during.merge(method, -count, (after, minus) -> after + minus == 0 ? null : after + minus));
		during.keySet().removeAll(Set.of("WaitForUpdatesEx", "Logout"));
		return during;
	}

	private Map<String, Integer> requests() throws IOException {
		String truth = server.control("GET", "/truth").replace(" ", "");
		int from = truth.indexOf("\"requests\":{");
		Map<String, Integer> counts = new TreeMap<>();
		Matcher count = COUNT.matcher(truth.substring(from, truth.indexOf('}', from)));
		while (count.find()) {
			counts.put(count.group(1), Integer.valueOf(count.group(2)));
		}
		return counts;
	}

	/** The machines whose power the engine has changed. */
	List<String> powered() throws IOException {
		Matcher ids = Pattern.compile("\"id\" ?: ?\"([^\"]*)\"").matcher(server.control("GET", "/vms?changed=true"));
		List<String> all = new ArrayList<>();
		while (ids.find()) {
			if (!ids.group(1).equals(poked)) {
				all.add(ids.group(1));
			}
		}
		return all;
	}

	/** How often each machine was powered on and off, but for the one whose power makes the feed answer. */
	Map<String, String> powerHistory() throws IOException {
		Matcher histories = Pattern.compile("\\{\"id\":\"([^\"]*)\"[^{}]*\"powerOns\":(\\d+),\"powerOffs\":(\\d+)").matcher(server.control("GET", "/vms"));
		Map<String, String> all = new TreeMap<>();
		while (histories.find()) {
			all.put(histories.group(1), histories.group(2) + " " + histories.group(3));
		}
		all.remove(poked);
		return all;
	}

	/** The proof of what is remembered now. */
	Optional<MapProof> remembered() {
		String server = recorder.servers().get(recorder.servers().size() - 1).instanceUuid().orElseThrow();
		return lookUps.open(options(), Diagnostics.none()).map(new MapKey(server, "u", "vim25")).map(map -> {
			try (InventoryMap opened = map) {
				return opened.proof();
			}
		});
	}
}

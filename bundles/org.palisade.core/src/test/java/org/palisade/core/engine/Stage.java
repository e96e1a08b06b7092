package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerState;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Pause;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/** An engine with everything that a test wants to control: the back end, the clock, the caller. */
final class Stage {

	static final Plug VM = plug("vm-1", "web");
	static final PowerChange SEEN = new PowerChange.Seen();
	static final PowerChange FAILED = new PowerChange.Failed(new FenceProblem(Kind.TASK, "the host said no", "ask the host"));

	static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05.678Z");
	static final AuditRecord.Caller CALLER = new AuditRecord.Caller(Optional.of("pacemaker-fenced"), Optional.of("node1"), "root");

	final PlayedBackEnd backEnd = new PlayedBackEnd();
	final ManualClock clock = new ManualClock();
	final CancellationSource cancellation = new CancellationSource();
	final List<String> warnings = new ArrayList<>();
	final List<String> details = new ArrayList<>();
	final List<Duration> waits = new ArrayList<>();
	final List<ListedPlug> rows = new ArrayList<>();
	final List<AuditRecord> records = new ArrayList<>();
	AuditTrail trail = new AuditTrail(CALLER, Clock.fixed(BEGIN, ZoneOffset.UTC), records::add);
	final Map<String, Object> options = new HashMap<>(Map.of("password", Secret.of("correct horse")));
	/** The other back end, null for none. */
	PlayedBackEnd fallback;
	Optional<PlugSelector> selector = Optional.of(PlugSelector.of("web"));
	FenceSettings settings = settings(Duration.ZERO, Duration.ZERO, 1);
	Runnable onWait = () -> { };

	Stage() {
		backEnd.onFind = () -> List.of(VM);
	}

	static FenceSettings cycling() {
		Duration second = Duration.ofSeconds(1);
		return new FenceSettings(Duration.ZERO, second, second, second, Duration.ZERO, 1, false, false, PowerMethod.CYCLE, ",", false);
	}

	static FenceSettings suspendedAsOff() {
		Duration second = Duration.ofSeconds(1);
		return new FenceSettings(Duration.ZERO, second, second, second, Duration.ZERO, 1, false, true, PowerMethod.ONOFF, ",", false);
	}

	static FenceSettings settings(Duration delay, Duration powerWait, int tries) {
		return new FenceSettings(delay, Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(20), powerWait, tries, false, false, PowerMethod.ONOFF, ",", false);
	}

	/** The plugs that exist, by the text under which each is found. */
	void has(Map<String, Plug> plugs) {
		backEnd.onFind = () -> {
			Plug found = plugs.get(backEnd.searched.get(backEnd.searched.size() - 1));
			return found == null ? List.of() : List.of(found);
		};
	}

	FenceOutcome run(FenceAction action) {
		Pause pause = (duration, caller) -> {
			backEnd.calls.add("wait");
			waits.add(duration);
			clock.advance(duration);
			onWait.run();
		};
		FenceRequest request = new FenceRequest(action, selector, backEnd, Optional.ofNullable(fallback), new OptionValues(options, Set.copyOf(options.keySet())), settings,
				rows::add);
		return new FenceEngine(clock, pause).run(request, cancellation, new Diagnostics() {
			@Override
			public void warning(String message) {
				warnings.add(message);
			}

			@Override
			public void detail(String message) {
				details.add(message);
			}
		}, trail);
	}

	void assertAchieves(FenceAction action, Achievement expected) {
		assertEquals(new FenceOutcome.Succeeded(expected), run(action));
		assertLoggedOutOnce();
	}

	FenceProblem assertFails(FenceAction action, Kind expected) {
		FenceProblem problem = assertInstanceOf(FenceOutcome.Failed.class, run(action)).problem();
		assertEquals(expected, problem.kind(), problem.message());
		return problem;
	}

	void assertCalls(String... expected) {
		assertEquals(List.of(expected), backEnd.calls);
	}

	void assertNotPowered() {
		assertTrue(backEnd.changed.isEmpty(), () -> "powered: " + backEnd.calls);
	}

	void assertLoggedOutOnce() {
		assertEquals(1, backEnd.calls.stream().filter("close"::equals).count(), () -> "calls: " + backEnd.calls);
		assertEquals("close", backEnd.calls.get(backEnd.calls.size() - 1));
	}

	void assertWarned(String part) {
		assertTrue(warnings.stream().anyMatch(warning -> warning.contains(part)), () -> part + " not in " + warnings);
	}

	void assertDetailed(String part) {
		assertTrue(details.stream().anyMatch(detail -> detail.contains(part)), () -> part + " not in " + details);
	}

	static Plug plug(String id, String name) {
		return new Plug(id, name, "/DC0/vm/" + name, Optional.of("uuid-of-" + id), false);
	}

	static PlugState on() {
		return state(PowerState.ON);
	}

	static PlugState off() {
		return state(PowerState.OFF);
	}

	static PlugState state(PowerState power) {
		return state(VM, power);
	}

	static PlugState state(Plug plug, PowerState power) {
		return new PlugState(plug, power, Optional.empty());
	}

	static PlugState doubtful(PowerState power) {
		return new PlugState(VM, power, Optional.of("the host is disconnected"));
	}

	static FenceException problem(Kind kind) {
		return new FenceException(kind, "this went wrong", "do that");
	}
}

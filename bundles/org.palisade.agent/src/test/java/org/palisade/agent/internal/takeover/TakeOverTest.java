package org.palisade.agent.internal.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.agent.PowerJournal;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.Pause;
import org.palisade.core.engine.FenceEngine;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.engine.FenceRequest;
import org.palisade.core.engine.FenceSettings;
import org.palisade.core.engine.SessionOpener;
import org.palisade.core.option.FenceAction;

/** The real engine takes requests over that ended at each point of a power operation. */
class TakeOverTest {

	private static final Plug WEB = new Plug("[store] a b/web.vmx", "web", "/web", Optional.of("uuid"), false);

	private long now;
	private PowerState power = PowerState.ON;
	/** What the machine becomes at each of the next reads, by somebody else or by an operation that is under way. */
	private final Deque<PowerState> becomes = new ArrayDeque<>();
	private final List<PowerOperation> operations = new ArrayList<>();
	private final Set<PowerOperation> failing = new HashSet<>();
	private final List<String> warnings = new ArrayList<>();
	private boolean isBusy;
	/** How the reads fail, after so many. */
	private Optional<Kind> readProblem = Optional.empty();
	private int readsBefore;

	private final class Server implements FenceBackEnd, FenceSession {

		@Override
		public String type() {
			return "esx";
		}

		@Override
		public String summary() {
			return "";
		}

		@Override
		public List<OptionDeclaration> options() {
			return List.of();
		}

		@Override
		public Set<String> requiredOptions() {
			return Set.of();
		}

		@Override
		public Set<PowerOperation> operations() {
			return Set.of(PowerOperation.values());
		}

		@Override
		public void validate(OptionValues options) {
			// sound
		}

		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) {
			return this;
		}

		@Override
		public List<Plug> find(PlugSelector selector, Deadline deadline) {
			return List.of(WEB);
		}

		@Override
		public PlugState read(Plug plug, Deadline deadline) throws FenceException {
			if (readProblem.isPresent() && readsBefore-- <= 0) {
				throw new FenceException(readProblem.get(), "no state", "");
			}
			PlugState state = new PlugState(WEB, power, Optional.empty());
			if (!becomes.isEmpty()) {
				power = becomes.remove();
			}
			return state;
		}

		@Override
		public void awaitEarlierChange(Deadline deadline) throws FenceException {
			if (isBusy) {
				throw new FenceException(Kind.TIMEOUT, "busy", "");
			}
		}

		@Override
		public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
			operations.add(operation);
			if (failing.contains(operation)) {
				throw new FenceException(Kind.TCP, "broken", "");
			}
			power = operation.wanted();
			return new PowerChange.Seen();
		}

		@Override
		public void check(Optional<Plug> plug, Deadline deadline) {
			// usable
		}

		@Override
		public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) {
			// nothing
		}

		@Override
		public void close(Deadline deadline) {
			// nothing to close
		}
	}

	private FenceOutcome run(FenceAction action, SessionOpener sessions, Map<String, Object> options) {
		Pause pause = (duration, cancellation) -> now += duration.toNanos();
		OptionValues values = new OptionValues(options, options.keySet());
		FenceRequest request = new FenceRequest(action, Optional.of(PlugSelector.of("web")), new Server(), Optional.empty(), values,
				FenceSettings.of(values, true), row -> { });
		Diagnostics diagnostics = new Diagnostics() {
			@Override
			public void warning(String message) {
				warnings.add(message);
			}

			@Override
			public void detail(String message) {
				// not of interest
			}
		};
		return new FenceEngine(() -> now, pause, sessions).run(request, Cancellation.never(), diagnostics);
	}

	private FenceOutcome takeOver(FenceAction action, String... journal) {
		return takeOver(action, Map.of(), journal);
	}

	private FenceOutcome takeOver(FenceAction action, Map<String, Object> options, String... journal) {
		StringBuilder lines = new StringBuilder();
		for (String line : journal) {
			lines.append(line).append(' ').append(new JournalEntry(JournalEntry.Stage.SEEN, PowerOperation.ON, WEB.id()).text().split(" ")[2])
					.append('\n');
		}
		Pause pause = (duration, cancellation) -> now += duration.toNanos();
		return run(action, TakenOverSession.opener(SessionOpener.direct(), lines.toString(), pause), options);
	}

	private static void succeeded(Achievement achievement, FenceOutcome outcome) {
		assertEquals(achievement, assertInstanceOf(FenceOutcome.Succeeded.class, outcome, outcome::toString).achievement());
	}

	private static void failed(Kind kind, FenceOutcome outcome) {
		assertEquals(kind, assertInstanceOf(FenceOutcome.Failed.class, outcome, outcome::toString).problem().kind());
	}

	@Test
	void theJournalHoldsEveryOperationBeforeItIsAskedForAndWhatCameOfIt() {
		List<String> entries = new ArrayList<>();
		PowerJournal journal = new PowerJournal() {
			@Override
			public void before(String entry) {
				entries.add(entry + " after " + operations.size());
			}

			@Override
			public void after(String entry) {
				entries.add(entry + " after " + operations.size());
			}
		};
		succeeded(Achievement.REBOOTED, run(FenceAction.REBOOT, JournaledSession.opener(SessionOpener.direct(), journal), Map.of()));

		String id = "%5Bstore%5D+a+b%2Fweb.vmx";
		assertEquals(List.of("ASKED OFF " + id + " after 0", "SEEN OFF " + id + " after 1", "ASKED ON " + id + " after 1",
				"SEEN ON " + id + " after 2"), entries);
	}

	@Test
	void anOperationThatTheJournalRefusesIsNotAskedFor() {
		PowerJournal journal = new PowerJournal() {
			@Override
			public void before(String entry) throws FenceException {
				throw new FenceException(Kind.CANCELLED, "gone", "");
			}

			@Override
			public void after(String entry) {
				throw new AssertionError(entry);
			}
		};
		failed(Kind.CANCELLED, run(FenceAction.OFF, JournaledSession.opener(SessionOpener.direct(), journal), Map.of()));
		assertEquals(List.of(), operations);
	}

	private static PowerJournal into(List<String> entries) {
		return new PowerJournal() {
			@Override
			public void before(String entry) {
				entries.add(entry.split(" ")[0]);
			}

			@Override
			public void after(String entry) {
				entries.add(entry.split(" ")[0]);
			}
		};
	}

	@Test
	void anUnknownOutcomeIsNoEntry() {
		failing.add(PowerOperation.OFF);
		List<String> entries = new ArrayList<>();
		failed(Kind.TCP, run(FenceAction.OFF, JournaledSession.opener(SessionOpener.direct(), into(entries)), Map.of()));
		assertEquals(List.of("ASKED"), entries);
	}

	@Test
	void nothingIsNotedWhileTheOperationBeforeIsWaitedFor() {
		isBusy = true;
		List<String> entries = new ArrayList<>();
		failed(Kind.TIMEOUT, run(FenceAction.OFF, JournaledSession.opener(SessionOpener.direct(), into(entries)), Map.of()));
		assertEquals(List.of(), entries);
		assertEquals(List.of(), operations);
	}

	@Test
	void anOffThatWasAskedForAndHadItsEffectIsASuccess() {
		power = PowerState.OFF;

		succeeded(Achievement.ALREADY_OFF, takeOver(FenceAction.OFF, "ASKED OFF"));
		assertEquals(List.of(), operations);
	}

	@Test
	void anOffThatIsStillUnderWayIsWaitedForAndNotRepeated() {
		becomes.addAll(List.of(PowerState.ON, PowerState.ON, PowerState.ON, PowerState.OFF));

		succeeded(Achievement.POWERED_OFF, takeOver(FenceAction.OFF, "ASKED OFF"));
		assertEquals(List.of(), operations);
	}

	@Test
	void anOffThatWasLostIsAFailureAndNotRepeated() {
		failed(Kind.UNVERIFIED, takeOver(FenceAction.OFF, "ASKED OFF"));
		assertEquals(List.of(), operations);
		assertTrue(now <= Duration.ofSeconds(21).toNanos(), () -> Duration.ofNanos(now).toString());
	}

	/** The time for waiting may end in a read. Any other problem is told as what it is. */
	@ParameterizedTest
	@CsvSource({ "TIMEOUT, UNVERIFIED", "TCP, TCP", "CANCELLED, CANCELLED" })
	void anOffWhoseEffectCannotBeReadIsAFailureAndNotRepeated(Kind problem, Kind told) {
		readProblem = Optional.of(problem);
		readsBefore = 2;

		failed(told, takeOver(FenceAction.OFF, "ASKED OFF"));
		assertEquals(List.of(), operations);
	}

	@Test
	void anOffThatWasSeenIsDoneEvenIfSomebodyTurnedItOnSince() {
		succeeded(Achievement.POWERED_OFF, takeOver(FenceAction.OFF, "ASKED OFF", "SEEN OFF"));
		assertEquals(List.of(), operations);
	}

	@Test
	void anOffThatWasRefusedIsTriedAsAnybodyWould() {
		succeeded(Achievement.POWERED_OFF, takeOver(FenceAction.OFF, "ASKED OFF", "REFUSED OFF"));
		assertEquals(List.of(PowerOperation.OFF), operations);
	}

	@Test
	void ofARebootWhoseOffIsVerifiedOnlyTheOnRemains() {
		power = PowerState.OFF;

		succeeded(Achievement.REBOOTED, takeOver(FenceAction.REBOOT, "ASKED OFF", "SEEN OFF"));
		assertEquals(List.of(PowerOperation.ON), operations);
	}

	@Test
	void aRebootThatIsOnAgainIsDone() {
		succeeded(Achievement.REBOOTED, takeOver(FenceAction.REBOOT, "ASKED OFF", "SEEN OFF", "ASKED ON"));
		assertEquals(List.of(), operations);
	}

	@Test
	void anOnThatIsUnderWayIsWaitedFor() {
		power = PowerState.OFF;
		becomes.addAll(List.of(PowerState.OFF, PowerState.OFF, PowerState.ON));

		succeeded(Achievement.REBOOTED, takeOver(FenceAction.REBOOT, "ASKED OFF", "SEEN OFF", "ASKED ON"));
		assertEquals(List.of(), operations);
		assertEquals(PowerState.ON, power);
	}

	@Test
	void anOnThatWasLostIsAWarningOfAReboot() {
		power = PowerState.OFF;

		succeeded(Achievement.REBOOTED, takeOver(FenceAction.REBOOT, "ASKED OFF", "SEEN OFF", "ASKED ON"));
		assertEquals(List.of(), operations);
		assertTrue(warnings.toString().contains("powering it on failed"), warnings::toString);
	}

	@Test
	void aRebootWhoseOffIsUncertainIsNotCycledAgain() {
		failed(Kind.UNVERIFIED, takeOver(FenceAction.REBOOT, "ASKED OFF"));
		assertEquals(List.of(), operations);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ON", "OFF" })
	void aResetWhoseOutcomeIsUnknownIsAFailure(PowerState state) {
		power = state;

		FenceOutcome outcome = takeOver(FenceAction.REBOOT, Map.of("method", "cycle"), "ASKED CYCLE");

		assertTrue(!operations.contains(PowerOperation.CYCLE) && operations.isEmpty(), operations::toString);
		if (state == PowerState.ON) {
			failed(Kind.UNVERIFIED, outcome);
		} else {
			// Off beyond doubt is what fencing is for.
			succeeded(Achievement.REBOOTED, outcome);
		}
	}

	@Test
	void aResetThatWasSeenIsDone() {
		succeeded(Achievement.REBOOTED, takeOver(FenceAction.REBOOT, Map.of("method", "cycle"), "ASKED CYCLE", "SEEN CYCLE"));
		assertEquals(List.of(), operations);
	}

	@ParameterizedTest
	@CsvSource({ "ASKED OFF vm-7", "SEEN OFF vm-7" })
	void anotherMachineUnderThatNameIsNotTouched(String entry) {
		failed(Kind.REFUSED, run(FenceAction.OFF, TakenOverSession.opener(SessionOpener.direct(), entry, Pause.system()), Map.of()));
		assertEquals(List.of(), operations);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rubbish", "ASKED OFF", "ASKED OFF a b", "ASKED NOTHING a", "asked OFF a", "ASKED OFF %zz" })
	void whatIsNoJournalAllowsNothing(String text) {
		failed(Kind.UNVERIFIED, run(FenceAction.OFF, TakenOverSession.opener(SessionOpener.direct(), text, Pause.system()), Map.of()));
		assertEquals(List.of(), operations);
	}
}

package org.palisade.tck;

import java.time.Duration;
import java.util.function.Consumer;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;

/** Back ends that end wrongly when the time is up or the caller gives up. */
final class WrongEnds {

	private WrongEnds() {
	}

	@CaughtBy("nothingSucceedsAfterItsDeadline")
	static final class ListsAfterTheDeadline extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
					super.list(withPower, consumer, deadline.restartedFor(Duration.ofSeconds(1)));
				}
			};
		}
	}

	@CaughtBy({ "nothingSucceedsAfterItsDeadline", "aDeadlineThatPassesDuringACallIsATimeout", "aSilentServerIsATimeout" })
	static final class TakesATimeoutForOff extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					try {
						return super.change(plug, operation, deadline);
					} catch (FenceException e) {
						if (e.problem().kind() == Kind.TIMEOUT) {
							return new PowerChange.Seen();
						}
						throw e;
					}
				}
			};
		}
	}

	@CaughtBy({ "noSessionIsOpenedAfterItsDeadline", "aDeadlineThatPassesDuringTheLogInIsATimeout", "aLogInToASilentServerIsATimeout" })
	static final class CallsATimeoutSomethingElse extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			try {
				return super.open(options, context, deadline);
			} catch (FenceException e) {
				throw e.problem().kind() == Kind.TIMEOUT ? new FenceException(Kind.TCP, "no connection", "") : e;
			}
		}
	}

	@CaughtBy({ "noSessionIsOpenedAfterItsDeadline", "aDeadlineThatPassesDuringTheLogInIsATimeout" })
	static final class LeavesALateSessionOpen extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			FenceSession session = super.open(options, context, deadline.restartedFor(Duration.ofSeconds(1)));
			if (deadline.expired()) {
				throw new FenceException(Kind.TIMEOUT, "timed out", "");
			}
			return session;
		}
	}

	@CaughtBy("anAnswerIsNotAwaitedLongerThanItsLimit")
	static final class AwaitsAnAnswerForever extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			return super.open(options, new SessionContext(context.cancellation(), context.diagnostics(), Duration.ofDays(1)), deadline);
		}
	}

	@CaughtBy({ "nothingSucceedsAfterTheCallerGaveUp", "aCancellationDuringACallEndsIt", "aCancellationEndsAWaitForASilentServer" })
	static final class CallsACancellationSomethingElse extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					try {
						return super.change(plug, operation, deadline);
					} catch (FenceException e) {
						throw e.problem().kind() == Kind.CANCELLED ? new FenceException(Kind.TCP, "the connection broke", "") : e;
					}
				}
			};
		}
	}

	@CaughtBy("noSessionIsOpenedAfterTheCallerGaveUp")
	static final class LogsInForACallerWhoGaveUp extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			if (!context.cancellation().requested()) {
				return super.open(options, context, deadline);
			}
			return super.open(options, new SessionContext(Cancellation.never(), context.diagnostics(), context.answerLimit()), deadline);
		}
	}

	@CaughtBy({ "aCancellationEndsAWaitForASilentServer", "aCancellationEndsALogInToASilentServer" })
	static final class NoticesACancellationBetweenAnswersOnly extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			Cancellation unheard = new Cancellation() {
				@Override
				public boolean requested() {
					return context.cancellation().requested();
				}

				@Override
				public Registration onRequest(Runnable action) {
					return () -> { };
				}
			};
			return super.open(options, new SessionContext(unheard, context.diagnostics(), context.answerLimit()), deadline);
		}
	}

	@CaughtBy({ "nothingSucceedsAfterTheCallerGaveUp", "aCancellationDuringACallEndsIt" })
	static final class DoesNotLogOutAfterACancellation extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			return new AlteredSession(super.open(options, context, deadline)) {
				@Override
				public void close(Deadline deadline) {
					if (!context.cancellation().requested()) {
						super.close(deadline);
					}
				}
			};
		}
	}
}

package org.palisade.tck;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugState;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;
import org.palisade.tck.memory.MemoryDevice;

/** Back ends that keep or show what they must not, or close wrongly. */
final class WrongSessions {

	private WrongSessions() {
	}

	@CaughtBy({ "closingTwiceIsHarmless", "closingAfterTheDeadlineDoesNotThrow", "closingLogsOut",
			"nothingSucceedsAfterTheCallerGaveUp", "aCancellationDuringACallEndsIt", "sessionsCanBeOpenedOneAfterTheOther",
			"sessionsInSeveralThreadsDoNotDisturbEachOther", "aDeadlineThatPassesDuringTheLogInIsATimeout" })
	static final class ThrowsWhenClosedTwice extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				private boolean closed;

				@Override
				public void close(Deadline deadline) {
					if (closed) {
						throw new IllegalStateException("closed");
					}
					closed = true;
					super.close(deadline);
				}
			};
		}
	}

	@CaughtBy("closingAfterTheDeadlineDoesNotThrow")
	static final class ThrowsWhenClosedLate extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public void close(Deadline deadline) {
					super.close(deadline);
					if (deadline.expired()) {
						throw new IllegalStateException("late");
					}
				}
			};
		}
	}

	@CaughtBy({ "sessionsOfOneBackEndKeepToTheirOwnOptions", "sessionsInSeveralThreadsDoNotDisturbEachOther" })
	static final class RemembersTheLatestSession extends AlteredBackEnd {
		private FenceSession latest;

		@Override
		public synchronized FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			FenceSession own = super.open(options, context, deadline);
			latest = own;
			return new AlteredSession(own) {
				@Override
				public PlugState read(Plug plug, Deadline readDeadline) throws FenceException {
					return latest().read(plug, readDeadline);
				}
			};
		}

		private synchronized FenceSession latest() {
			return latest;
		}
	}

	@CaughtBy({ "aWrongPasswordIsRefusedAndNotShown", "nothingStaysConnectedAfterARefusedLogIn" })
	static final class TakesAnyPassword extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			return super.open(options.with(StandardOptions.PASSWORD, Secret.of("open sesame")), context, deadline);
		}
	}

	@CaughtBy({ "aWrongPasswordIsRefusedAndNotShown", "nothingStaysConnectedAfterARefusedLogIn" })
	static final class QuotesTheWrongPassword extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			try {
				return super.open(options, context, deadline);
			} catch (FenceException e) {
				throw e.problem().kind() != Kind.LOGIN ? e
						: new FenceException(Kind.LOGIN, "not the password: " + options.secret(StandardOptions.PASSWORD).get().reveal(), "");
			}
		}
	}

	@CaughtBy({ "aWrongPasswordIsRefusedAndNotShown", "nothingStaysConnectedAfterARefusedLogIn" })
	static final class QuotesTheWrongPasswordInACause extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			try {
				return super.open(options, context, deadline);
			} catch (FenceException e) {
				throw e.problem().kind() != Kind.LOGIN ? e
						: new FenceException(e.problem(), new IllegalArgumentException(options.secret(StandardOptions.PASSWORD).get().reveal()));
			}
		}
	}

	@CaughtBy("nothingStaysConnectedAfterARefusedLogIn")
	static final class StaysConnectedWhenRefused extends AlteredBackEnd {
		@Override
		public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
			try {
				return super.open(options, context, deadline);
			} catch (FenceException e) {
				MemoryDevice.at(options.requiredText(StandardOptions.IP)).connect();
				throw e;
			}
		}
	}
}

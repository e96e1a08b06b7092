package org.palisade.tck;

import java.util.List;
import java.util.Optional;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.time.Deadline;

/** Back ends that power wrongly. */
final class WrongPowerChanges {

	private WrongPowerChanges() {
	}

	@CaughtBy({ "offIsReportedWhenThePlugIsOff", "operationsCanFollowEachOtherInOneSession", "sessionsCanBeOpenedOneAfterTheOther",
			"sessionsOfOneBackEndKeepToTheirOwnOptions", "aRefusedOperationIsToldAndNotSeen", "anOperationWithoutEffectIsNeverSeen",
			"anotherPlugOfTheSameNameIsNotTouched", "aDeadlineThatPassesDuringACallIsATimeout", "aCancellationDuringACallEndsIt",
			"aStateThatComesWithTheOutcomeIsWhatIsRead" })
	static final class SaysOffWithoutDoingIt extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					if (operation == PowerOperation.OFF) {
						find(PlugSelector.of(plug.name()), deadline);
						return new PowerChange.Seen();
					}
					return super.change(plug, operation, deadline);
				}
			};
		}
	}

	@CaughtBy({ "onIsReportedWhenThePlugIsOn", "operationsCanFollowEachOtherInOneSession", "sessionsCanBeOpenedOneAfterTheOther",
			"aStateThatComesWithTheOutcomeIsWhatIsRead" })
	static final class SaysOnWithoutDoingIt extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					return operation == PowerOperation.ON ? new PowerChange.Seen() : super.change(plug, operation, deadline);
				}
			};
		}
	}

	@CaughtBy("aStateThatComesWithTheOutcomeIsWhatIsRead")
	static final class TellsTheStateFromBefore extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					PlugState before = super.read(plug, deadline);
					PowerChange change = super.change(plug, operation, deadline);
					return change instanceof PowerChange.Seen ? new PowerChange.Seen(Optional.of(before)) : change;
				}
			};
		}
	}

	@CaughtBy({ "aRefusedOperationIsToldAndNotSeen", "anOperationWithoutEffectIsNeverSeen", "aRefusedResetIsToldAndNotSeen" })
	static final class TakesTheServersWord extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					super.change(plug, operation, deadline);
					return new PowerChange.Seen();
				}
			};
		}
	}

	@CaughtBy({ "aRefusedOperationIsToldAndNotSeen", "anOperationWithoutEffectIsNeverSeen", "aRefusedResetIsToldAndNotSeen" })
	static final class ThrowsWhatTheServerSaid extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					PowerChange change = super.change(plug, operation, deadline);
					if (change instanceof PowerChange.Failed failed) {
						throw new FenceException(failed.problem());
					}
					return change;
				}
			};
		}
	}

	@CaughtBy("anotherPlugOfTheSameNameIsNotTouched")
	static final class PowersByName extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					List<Plug> found = find(PlugSelector.of(plug.name()), deadline);
					return super.change(found.isEmpty() ? plug : found.get(0), operation, deadline);
				}
			};
		}
	}

	@CaughtBy("operationsCanFollowEachOtherInOneSession")
	static final class WorksThreeTimes extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				private int changes;

				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					return ++changes == 4 && operation == PowerOperation.ON ? new PowerChange.Seen() : super.change(plug, operation, deadline);
				}
			};
		}
	}

	@CaughtBy("aPlugThatIsInTheWantedStateStaysThere")
	static final class Toggles extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					boolean on = super.read(plug, deadline).power() == PowerState.ON;
					boolean already = on == (operation == PowerOperation.ON);
					return super.change(plug, already ? on ? PowerOperation.OFF : PowerOperation.ON : operation, deadline);
				}
			};
		}
	}

	@CaughtBy({ "aPlugThatIsInTheWantedStateStaysThere", "aRefusedResetIsToldAndNotSeen", "aResetIsSeenOnlyWhenThePlugWasPoweredOff" })
	static final class ThrowsWhenThereIsNothingToDo extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					if (super.read(plug, deadline).power() == operation.wanted()) {
						throw new FenceException(Kind.TASK, "invalid power state", "");
					}
					return super.change(plug, operation, deadline);
				}
			};
		}
	}

	@CaughtBy({ "aResetIsSeenOnlyWhenThePlugWasPoweredOff", "aRefusedResetIsToldAndNotSeen" })
	static final class TakesARunningPlugForOneThatWasReset extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					return operation == PowerOperation.CYCLE ? new PowerChange.Seen() : super.change(plug, operation, deadline);
				}
			};
		}
	}

	@CaughtBy("aRefusedResetIsToldAndNotSeen")
	static final class TakesARefusedResetForARunningPlug extends WrongSession {
		@Override
		FenceSession wrong(FenceSession good) {
			return new AlteredSession(good) {
				@Override
				public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
					PowerChange change = super.change(plug, operation, deadline);
					return operation == PowerOperation.CYCLE && read(plug, deadline).power() == PowerState.ON ? new PowerChange.Seen() : change;
				}
			};
		}
	}
}

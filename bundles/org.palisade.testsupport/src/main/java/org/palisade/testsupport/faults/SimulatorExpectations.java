package org.palisade.testsupport.faults;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerOperation;

/** Which faults make sense in which step of a back end that speaks HTTP, and what is to come of them. */
record SimulatorExpectations(FenceBackEnd backEnd, SimulatorFaultBed.Methods methods) {

	private static final Set<Fault> OF_TLS = EnumSet.of(Fault.REFUSED, Fault.HANG, Fault.RESET, Fault.DRIP, Fault.CLIENT_ERROR, Fault.SERVER_ERROR,
			Fault.MALFORMED, Fault.TRUNCATED, Fault.ENORMOUS, Fault.CERTIFICATE_CHANGED);
	private static final Set<Fault> OF_TCP = EnumSet.of(Fault.REFUSED, Fault.HANG, Fault.RESET);

	Optional<String> senseless(Cell cell) {
		Fault fault = cell.fault();
		if (cell.action() == FencedAction.CYCLE && !backEnd.operations().contains(PowerOperation.CYCLE)) {
			return Optional.of("the back end offers no reset");
		}
		return switch (cell.step()) {
			case RESOLVE -> fault == Fault.REFUSED ? Optional.empty() : fault == Fault.HANG ? Optional.of(
					"Java 17 has no way to put a resolver that hangs into a test's own process")
					: Optional.of("a resolver gives an address or none");
			case CONNECT -> OF_TCP.contains(fault) ? Optional.empty() : ofFirstCall(fault);
			case TLS -> OF_TLS.contains(fault) ? Optional.empty()
					: Optional.of(fault == Fault.RESTART ? "to a handshake a restart is a RESET" : "a handshake has no such answer");
			case LOGIN -> ofLogin(fault);
			case WAIT -> fault == Fault.WRONG_TYPES && cell.isWatched(methods.watches())
					? Optional.of("while nothing has changed the answer holds no values, so this is TOLD") : Optional.empty();
			default -> Optional.empty();
		};
	}

	private Optional<String> ofFirstCall(Fault fault) {
		if (methods.first().isEmpty()) {
			return Optional.of("the log-in is the first thing that is sent on a connection, so this is LOGIN");
		}
		return ofLogin(fault);
	}

	private static Optional<String> ofLogin(Fault fault) {
		return switch (fault) {
			case CERTIFICATE_CHANGED -> Optional.of("certificates are seen in the handshake before the first call, so this is TLS");
			case EXPIRED -> Optional.of("there is no session yet");
			case RESTART -> Optional.of("before the log-in there is nothing that a restart could lose but the connection, which is RESET");
			default -> Optional.empty();
		};
	}

	Set<Kind> expected(Cell cell) {
		Step step = cell.step();
		return switch (cell.fault()) {
			case REFUSED -> switch (step) {
				case RESOLVE -> Set.of(Kind.DNS);
				case CONNECT -> Set.of(Kind.TCP);
				case TLS -> Set.of(Kind.TLS);
				case LOGIN -> Set.of(Kind.LOGIN);
				case WAIT -> Set.of(Kind.TASK);
				default -> Set.of(Kind.PRIVILEGE);
			};
			case HANG, DRIP -> Set.of(Kind.TIMEOUT);
			case RESET, RESTART -> step == Step.TLS ? Set.of(Kind.TLS, Kind.TCP) : Set.of(Kind.TCP, Kind.PROTOCOL);
			// Later on the connection that was there breaks, and no call is repeated on a new one.
			case CERTIFICATE_CHANGED -> step == Step.TLS ? Set.of(Kind.TLS) : Set.of(Kind.TCP);
			case EXPIRED -> Set.of(Kind.LOGIN);
			case UNKNOWN_FAULT -> Set.of(step == Step.POWER ? Kind.TASK : Kind.PROTOCOL);
			// A reference of another type is one to an object that the server does not have, or not the machine that was looked up.
			case WRONG_TYPES -> Set.of(Kind.PROTOCOL, Kind.NOT_FOUND, Kind.REFUSED);
			default -> Set.of(step == Step.TLS ? Kind.TLS : Kind.PROTOCOL);
		};
	}

	Optional<String> mayLeaveASession(Cell cell) {
		Step step = cell.step();
		Fault fault = cell.fault();
		if (step == Step.LOGIN && (fault == Fault.HANG || !methods.sessionInHeader() && EnumSet.of(Fault.RESET, Fault.DRIP, Fault.MALFORMED, Fault.TRUNCATED,
				Fault.WRONG_TYPES, Fault.ENORMOUS).contains(fault))) {
			return Optional.of("the session was opened, and by what it is known never arrived");
		}
		if (step == Step.LOG_OUT && EnumSet.of(Fault.REFUSED, Fault.CLIENT_ERROR, Fault.SERVER_ERROR, Fault.UNKNOWN_FAULT).contains(fault)) {
			return Optional.of("the server refuses to end it");
		}
		if (fault == Fault.CERTIFICATE_CHANGED) {
			return Optional.of("there is another server now, to which its session is not to be told");
		}
		return Optional.empty();
	}
}

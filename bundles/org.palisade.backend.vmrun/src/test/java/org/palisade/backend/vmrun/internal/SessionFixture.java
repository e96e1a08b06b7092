package org.palisade.backend.vmrun.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.api.time.Pause;
import org.palisade.testsupport.RecordingDiagnostics;

/** A stand-in with what a session needs around it. Between two looks at the server no time passes; a test may let something happen. */
final class SessionFixture {

	final StandInVmrun vmrun;
	final RecordingDiagnostics diagnostics = new RecordingDiagnostics();
	final CancellationSource cancellation = new CancellationSource();
	Pause betweenLooks = (length, given) -> Assertions.fail("there was nothing to wait for");

	SessionFixture(Path folder) throws IOException {
		vmrun = new StandInVmrun(folder);
	}

	FenceSession open(ServerType type) throws FenceException {
		return open(type, vmrun.options());
	}

	FenceSession open(ServerType type, Map<String, Object> options) throws FenceException {
		return open(type, vmrun.options(options));
	}

	FenceBackEnd backEnd(ServerType type) {
		Pause current = (length, given) -> betweenLooks.await(length, given);
		return type == ServerType.SERVER1 ? new Server1BackEnd(current) : new Server2BackEnd(current);
	}

	private FenceSession open(ServerType type, OptionValues options) throws FenceException {
		FenceBackEnd backEnd = backEnd(type);
		backEnd.validate(options);
		return backEnd.open(options, new SessionContext(cancellation, diagnostics, Duration.ofMinutes(1)), soon());
	}

	/** {@return a deadline that no test reaches} */
	static Deadline soon() {
		return Deadline.in(Duration.ofMinutes(5), MonotonicClock.system());
	}

	static Plug find(FenceSession session, String text) throws FenceException {
		return session.find(PlugSelector.of(text), soon()).get(0);
	}

	/** {@return the problem with which an action failed} */
	static FenceProblem problem(Executable action) {
		return Assertions.assertThrows(FenceException.class, action).problem();
	}
}

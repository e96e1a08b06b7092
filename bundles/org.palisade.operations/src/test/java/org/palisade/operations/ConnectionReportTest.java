package org.palisade.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceProblem;
import org.palisade.core.engine.AuditRecord;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

class ConnectionReportTest {

	private static ConnectionReport report(FenceOutcome outcome, PhaseTiming... phases) {
		AuditRecord record = new AuditRecord(Instant.EPOCH, new AuditRecord.Caller(Optional.empty(), Optional.empty(), ""), "", Optional.empty(), "s", "esx",
				FenceAction.MONITOR, PowerMethod.ONOFF, List.of(), Duration.ZERO, outcome);
		return ConnectionReport.of(new OperationResult(HistoryEntry.of(record, List.of(phases)), outcome, List.of()));
	}

	private static ConnectionReport failure(FenceProblem.Kind kind, PhaseTiming... phases) {
		return report(new FenceOutcome.Failed(new FenceProblem(kind, "m", "a")), phases);
	}

	@Test
	void aUsableConnectionHasPassedEveryStage() {
		ConnectionReport report = report(new FenceOutcome.Succeeded(Achievement.USABLE));
		for (ConnectionStage stage : ConnectionStage.values()) {
			assertTrue(report.passed(stage), stage.name());
		}
	}

	@Test
	void aProblemTellsTheStageByItsKind() {
		ConnectionReport report = failure(FenceProblem.Kind.TLS);
		assertEquals(Optional.of(ConnectionStage.TLS), report.failed());
		assertTrue(report.passed(ConnectionStage.TCP));
		assertFalse(report.passed(ConnectionStage.TLS));
		assertFalse(report.passed(ConnectionStage.LOGIN));
	}

	@Test
	void aTimeoutTellsTheStageByHowFarItGot() {
		PhaseTiming login = new PhaseTiming(Phase.LOG_IN, Duration.ZERO, Duration.ZERO, false);
		PhaseTiming failedLogin = new PhaseTiming(Phase.LOG_IN, Duration.ZERO, Duration.ZERO, true);
		assertEquals(Optional.of(ConnectionStage.PRIVILEGE), failure(FenceProblem.Kind.TIMEOUT, login).failed());
		assertEquals(Optional.of(ConnectionStage.LOGIN), failure(FenceProblem.Kind.TIMEOUT, failedLogin).failed());
	}
}

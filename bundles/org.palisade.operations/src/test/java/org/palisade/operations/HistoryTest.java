package org.palisade.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.FenceProblem;
import org.palisade.api.Plug;
import org.palisade.api.PowerState;
import org.palisade.core.engine.AuditRecord;
import org.palisade.core.engine.AuditRecord.SeenState;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

class HistoryTest {

	private static final String PATH = "/DC0/vm/a \"quoted\" \\ name, with = and \u202E\n";

	@TempDir
	private Path folder;

	private static AuditRecord record(FenceOutcome outcome) {
		return new AuditRecord(Instant.parse("2026-01-02T03:04:05.678Z"), new AuditRecord.Caller(Optional.of("workbench"), Optional.of("node1"), "root"),
				"vm-42", Optional.of(new Plug("vm-42", "name", PATH, Optional.of("u1 u2"), false)), "vc.example.com:8443", "esx", FenceAction.OFF,
				PowerMethod.ONOFF, List.of(new SeenState(PowerState.ON, false), new SeenState(PowerState.OFF, true)), Duration.ofMillis(1234), outcome);
	}

	private static FenceOutcome failure() {
		return new FenceOutcome.Failed(new FenceProblem(FenceProblem.Kind.TASK, "it said \"no\"", "Ask again"));
	}

	@Test
	void readsBackWhatTheAuditTrailSays() {
		HistoryEntry entry = HistoryEntry.of(record(failure()), List.of());
		assertEquals(Instant.parse("2026-01-02T03:04:05.678Z"), entry.time());
		assertEquals(PATH, entry.path());
		assertEquals("u1 u2", entry.uuids());
		assertEquals("node1", entry.nodeName());
		assertEquals("off", entry.action());
		assertEquals("ON,OFF?", entry.states());
		assertEquals(Duration.ofMillis(1234), entry.duration());
		assertEquals("TASK", entry.kind());
		assertEquals("it said \"no\"", entry.message());
		assertTrue(entry.failed());
	}

	@Test
	void readsBackThePhases() {
		List<PhaseTiming> phases = List.of(new PhaseTiming(Phase.LOG_IN, Duration.ZERO, Duration.ofMillis(120), false),
				new PhaseTiming(Phase.POWER_OFF, Duration.ofMillis(150), Duration.ofMillis(3000), true));
		assertEquals(phases, HistoryEntry.of(record(failure()), phases).phases());
	}

	@Test
	void leavesOutPhasesThatItDoesNotKnow() {
		assertEquals(List.of(new PhaseTiming(Phase.FIND, Duration.ofMillis(1), Duration.ofMillis(2), false)),
				PhaseList.read("later:0+1,find:1+2,find:,:1+1,find:99999999999+1"));
	}

	@Test
	void readsALineOfSyslog() {
		String line = "Jan  2 03:04:05 node1 fence_vmware[123]: " + HistoryEntry.line(record(failure()), List.of());
		assertEquals(PATH, HistoryEntry.parse(line).orElseThrow().path());
	}

	@Test
	void refusesWhatIsNoLineOfAnAuditTrail() {
		for (String line : List.of("", "nothing", "time=yesterday", "time=\"", "=", "\"", "time=2026-01-02T03:04:05Z duration_ms=soon", "a=\"\\", "a=\"\\u12")) {
			assertTrue(HistoryEntry.parse(line).isEmpty(), line);
		}
	}

	@Test
	void keepsTheHistoryInAFileThatTheNextStartReads() throws Exception {
		Path file = folder.resolve("below/history.log");
		List<HistoryEntry> told = new ArrayList<>();
		OperationHistory history = new OperationHistory(file);
		history.addListener(told::add);
		HistoryEntry entry = HistoryEntry.of(record(failure()), List.of());
		history.add(entry);
		assertEquals(List.of(entry), told);
		assertEquals(List.of(entry), new OperationHistory(file).entries());
	}

	@Test
	void readsAFileThatHoldsOtherLinesAndBrokenBytes() throws Exception {
		Path file = folder.resolve("log");
		byte[] line = (HistoryEntry.line(record(failure()), List.of()) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
		Files.write(file, new byte[] { 'x', (byte) 0xff, '\n' });
		Files.write(file, line, java.nio.file.StandardOpenOption.APPEND);
		assertEquals(1, OperationHistory.read(file).size());
	}

	@Test
	void writesCommaSeparatedValuesThatNoSpreadsheetTakesForAFormula() {
		String csv = HistoryCsv.of(List.of(HistoryEntry.of(record(failure()), List.of())));
		assertTrue(csv.contains("\"it said \"\"no\"\"\""), csv);
		assertTrue(csv.contains("\"" + PATH.replace("\"", "\"\"") + "\""), csv);
		HistoryEntry formula = HistoryEntry.parse("time=2026-01-02T03:04:05Z path=\"=1+1\"").orElseThrow();
		assertTrue(HistoryCsv.of(List.of(formula)).contains(",'=1+1,"));
		assertFalse(HistoryCsv.of(List.of(formula)).contains(",=1+1"));
	}
}

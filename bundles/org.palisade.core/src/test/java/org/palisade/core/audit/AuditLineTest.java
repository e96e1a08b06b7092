package org.palisade.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PowerState;
import org.palisade.core.engine.AuditRecord;
import org.palisade.core.engine.AuditRecord.SeenState;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/** Others read the line: its keys and their order are fixed, and no value can forge a key or a line. */
class AuditLineTest {

	private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
	private static final Plug PLUG = new Plug("vm-1042", "node1", "/DC0/vm/my cluster/node1", Optional.of("5010-a 4210-b"), false);

	@Test
	void aSuccess() {
		AuditRecord record = new AuditRecord(TIME, new AuditRecord.Caller(Optional.of("pacemaker-fenced"), Optional.of("node1"), "root"),
				"node1", Optional.of(PLUG), "vc.example.com", "esx", FenceAction.REBOOT, PowerMethod.ONOFF,
				List.of(new SeenState(PowerState.ON, true), new SeenState(PowerState.OFF, false)), Duration.ofNanos(1_999_999),
				new FenceOutcome.Succeeded(Achievement.REBOOTED));

		assertEquals("time=2026-01-02T03:04:05.678Z service=pacemaker-fenced nodename=node1 user=root server=vc.example.com type=esx "
				+ "action=reboot method=onoff plug=node1 id=vm-1042 uuids=\"5010-a 4210-b\" path=\"/DC0/vm/my cluster/node1\" states=ON?,OFF "
				+ "duration_ms=1 outcome=REBOOTED", AuditLine.of(record));
	}

	@Test
	void aFailure() {
		AuditRecord record = new AuditRecord(TIME, new AuditRecord.Caller(Optional.empty(), Optional.empty(), "root"), "a\nb=1", Optional.empty(),
				"", "esx", FenceAction.OFF, PowerMethod.CYCLE, List.of(), Duration.ofSeconds(2),
				new FenceOutcome.Failed(new FenceProblem(Kind.NOT_FOUND, "no plug \"a\nb=1\"", "look")));

		assertEquals("time=2026-01-02T03:04:05.678Z service=\"\" nodename=\"\" user=root server=\"\" type=esx action=off method=cycle "
				+ "plug=\"a\\nb=1\" id=\"\" uuids=\"\" path=\"\" states=\"\" duration_ms=2000 outcome=FAILED kind=NOT_FOUND "
				+ "message=\"no plug \\\"a\\nb=1\\\"\"", AuditLine.of(record));
	}

	static Stream<Arguments> values() {
		return Stream.of(Arguments.of("plain", "plain"), Arguments.of("\u00e4\u65e5\ud83d\ude00", "\u00e4\u65e5\ud83d\ude00"),
				Arguments.of("", "\"\""), Arguments.of("a b", "\"a b\""), Arguments.of("a=b", "\"a=b\""), Arguments.of("\"", "\"\\\"\""),
				Arguments.of("\\", "\"\\\\\""), Arguments.of("\n\r\t", "\"\\n\\r\\t\""), Arguments.of("\u001b[2J\0\u0085", "\"\\u001b[2J\\u0000\\u0085\""),
				Arguments.of("a\u00a0b", "\"a\u00a0b\""), Arguments.of("\u2028\u202e", "\"\\u2028\\u202e\""), Arguments.of("\ud800", "\"\\ud800\""),
				Arguments.of("\udb40\udc01", "\"\\udb40\\udc01\""));
	}

	@ParameterizedTest
	@MethodSource("values")
	void aValueStandsForItselfOrIsQuoted(String value, String expected) {
		assertEquals("k=" + expected, new Logfmt().add("k", value).toString());
	}
}

package org.palisade.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.OptionCatalog;
import org.palisade.core.option.PowerMethod;
import org.palisade.core.option.RawOptions;

/** A power request that is refused for its options leaves a record, from what the caller wrote and nothing else. */
class RefusalTest {

	private static final OptionCatalog CATALOG = OptionCatalog.of(List.of());
	private static final String PASSWORD = "correct horse";

	private final List<AuditRecord> records = new ArrayList<>();
	private final AuditTrail trail = new AuditTrail(new AuditRecord.Caller(Optional.of("fenced " + PASSWORD), Optional.of("node1"), "root"),
			new Stage().trail.clock(), records::add);

	private AuditRecord recordOf(Map<String, String> values) {
		trail.refused(FenceAction.OFF, new RawOptions(values, List.of()), CATALOG,
				List.of(new FenceProblem(Kind.OPTION, "no such option", "try another"), new FenceProblem(Kind.LOGIN, "nor " + PASSWORD, "")));
		assertEquals(1, records.size());
		return records.get(0);
	}

	@Test
	void itSaysWhatWasWrittenWithoutThePassword() {
		AuditRecord record = recordOf(Map.of("password", PASSWORD, "plug", "web of " + PASSWORD, "ip", "vc", "vmware_type", "rest", "method", " CYCLE "));

		assertEquals(new AuditRecord(Stage.BEGIN, new AuditRecord.Caller(Optional.of("fenced ********"), Optional.of("node1"), "root"), "web of ********",
				Optional.empty(), "vc", "rest", FenceAction.OFF, PowerMethod.CYCLE, List.of(), Duration.ZERO,
				new FenceOutcome.Failed(new FenceProblem(Kind.OPTION, "no such option; nor ********", ""))), record);
	}

	@Test
	void whatWasNotWrittenIsEmptyOrTheDefault() {
		AuditRecord record = recordOf(Map.of("vmware_type", " "));

		assertEquals("", record.plug());
		assertEquals("", record.server());
		assertEquals("esx", record.backEndType());
		assertEquals(PowerMethod.ONOFF, record.method());
	}

	@ParameterizedTest
	@CsvSource({ "cycle, CYCLE", "onoff, ONOFF", "nonsense, ONOFF" })
	void theMethodIsTheOneThatCanBeRead(String written, PowerMethod expected) {
		assertEquals(expected, recordOf(Map.of("method", written)).method());
	}

	@ParameterizedTest
	@EnumSource
	void onlyWhatIsAboutPowerLeavesOne(FenceAction action) {
		trail.refused(action, new RawOptions(Map.of(), List.of()), CATALOG, List.of(new FenceProblem(Kind.OPTION, "no", "")));

		assertEquals(action == FenceAction.ON || action == FenceAction.OFF || action == FenceAction.REBOOT, !records.isEmpty());
	}

	@Test
	void whatIsNoSecretStays() {
		AuditRecord record = recordOf(Map.of("username", "fence-1", "plug", "fence-1"));

		assertEquals("fence-1", record.plug());
		assertFalse(record.caller().service().isEmpty());
	}
}

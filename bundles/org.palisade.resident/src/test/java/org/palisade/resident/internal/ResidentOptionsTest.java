package org.palisade.resident.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.resident.internal.ResidentOptions.BadOption;

class ResidentOptionsTest {

	@Test
	void theDefaultsKeepNothing() throws BadOption {
		ResidentOptions options = ResidentOptions.parse(List.of());

		assertEquals(Path.of("/run/palisade/agent.sock"), options.socket());
		assertEquals(8, options.requests());
		assertFalse(options.keepSessions());
	}

	@Test
	void allCanBeGiven() throws BadOption {
		assertEquals(new ResidentOptions(Path.of("/run/x/s"), 3, true, Duration.ofSeconds(60), false), ResidentOptions
				.parse(List.of("--socket", "/run/x/s", "--requests", "3", "--keep-sessions", "--session-idle", "60")));
		assertTrue(ResidentOptions.parse(List.of("--help")).help());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--socket", "--socket relative/s", "--socket /", "--socket /s", "--requests 0", "--requests 65", "--requests x",
			"--session-idle 9", "--session-idle 99999999999", "--keep", "word" })
	void whatIsWrongIsNamed(String line) {
		String message = assertThrows(BadOption.class, () -> ResidentOptions.parse(List.of(line.split(" ")))).getMessage();

		assertTrue(message.contains(line.split(" ")[0]) && message.contains("--help"), message);
	}
}

package org.palisade.agent.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.palisade.launcher.Application;
import org.palisade.launcher.Application.Invocation;

/** The agent as the launcher finds it: a service of the framework. */
class AgentApplicationTest {

	private record Answer(int exitCode, String out, String err) {
	}

	private static Answer run(String... arguments) throws Exception {
		Application agent = Services.application("fence_vmware");
		var out = new ByteArrayOutputStream();
		var err = new ByteArrayOutputStream();
		try (var outStream = new PrintStream(out, false, StandardCharsets.UTF_8); var errStream = new PrintStream(err, false, StandardCharsets.UTF_8)) {
			int exitCode = agent.run(new Invocation("fence_vmware", List.of(arguments), InputStream.nullInputStream(), outStream, errStream));
			outStream.flush();
			errStream.flush();
			return new Answer(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
		}
	}

	@Test
	void it_describes_itself_in_words() throws Exception {
		Answer answer = run("-o", "metadata");

		assertEquals(0, answer.exitCode(), answer.err());
		assertTrue(answer.out().contains("<resource-agent name=\"fence_vmware\""), answer.out());
		assertFalse(answer.out().contains("NLS missing message"), "texts of the metadata are missing");
	}

	@Test
	void it_says_what_is_missing() throws Exception {
		Answer answer = run("-o", "off");

		assertEquals(1, answer.exitCode());
		assertEquals("", answer.out());
		assertTrue(answer.err().contains("ip"), answer.err());
		assertFalse(answer.err().contains("NLS missing message"), answer.err());
	}
}

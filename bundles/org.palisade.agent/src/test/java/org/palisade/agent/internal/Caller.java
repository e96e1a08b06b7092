package org.palisade.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.time.CancellationSource;
import org.palisade.core.backend.InstalledBackEnds;
import org.palisade.core.engine.FenceEngine;
import org.palisade.launcher.Application.Invocation;

/** Calls the agent as a fencer or an admin does, and keeps what they would see. */
final class Caller {

	/** What every request needs. */
	static final String COMMON = "ip=h\nlogin=u\npasswd=topsecret\nport=web\n";

	/** What a run returns that only a process of the caller's own can answer. */
	static final int ANSWERED_ELSEWHERE = -1;

	final FakeBackEnd backEnd = new FakeBackEnd();
	final CancellationSource cancellation = new CancellationSource();
	final Map<String, FenceBackEnd> installed = new LinkedHashMap<>(Map.of("esx", backEnd));
	final List<String> installationProblems = new ArrayList<>();
	String fencer;
	Optional<Path> callersFolder = Optional.empty();
	SystemLog log = StandInLogger.discarding();
	String command = "fence_vmware";
	OutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	int sends(String input) {
		return run(List.of(), input);
	}

	int types(String... arguments) {
		return run(Arrays.asList(arguments), "action=off\nthis must not be read\n");
	}

	/** The streams have the encoding that a JVM takes in the C locale, in which fencers run. */
	private int run(List<String> arguments, String input) {
		PrintStream outStream = new PrintStream(out, false, StandardCharsets.US_ASCII);
		PrintStream errStream = new PrintStream(err, false, StandardCharsets.US_ASCII);
		Invocation invocation = new Invocation(command, arguments, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
				outStream, errStream);
		AgentOutput output = new AgentOutput(command, outStream, errStream, cancellation);
		int code = new AgentRun(invocation, new InstalledBackEnds(installed, installationProblems), new FenceEngine(() -> 0, (duration, caller) -> { }),
				new AgentEnvironment("1.2.3", fencer, "root", log, callersFolder), output, cancellation).run().orElse(ANSWERED_ELSEWHERE);
		outStream.flush();
		errStream.flush();
		assertTrue(code >= ANSWERED_ELSEWHERE && code <= 2, () -> "exit code " + code);
		assertFalse(stderr().contains("topsecret"), this::stderr);
		assertFalse(stdout().contains("topsecret"), this::stdout);
		stderr().lines().forEach(line -> assertTrue(line.startsWith(command + ": "), line));
		return code;
	}

	String stdout() {
		return out instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "";
	}

	String stderr() {
		return err.toString(StandardCharsets.UTF_8);
	}

	void assertSays(int code, String expectedOut, String expectedErr, int actual) {
		assertEquals(List.of(code, expectedOut, expectedErr), List.of(actual, stdout(), stderr()));
	}
}

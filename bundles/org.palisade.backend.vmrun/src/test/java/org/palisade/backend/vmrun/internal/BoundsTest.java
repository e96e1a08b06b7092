package org.palisade.backend.vmrun.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.palisade.backend.vmrun.internal.SessionFixture.problem;
import static org.palisade.backend.vmrun.internal.SessionFixture.soon;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

class BoundsTest {

	private static final String NODE1 = "[s] node1.vmx";

	@TempDir
	Path folder;

	private SessionFixture fixture;
	private FenceSession session;
	private Plug plug;

	@BeforeEach
	void open() throws Exception {
		fixture = new SessionFixture(folder);
		fixture.vmrun.registered(NODE1);
		fixture.vmrun.running(NODE1);
		session = fixture.open(ServerType.SERVER2);
		plug = SessionFixture.find(session, NODE1);
	}

	@Test
	void aVmrunThatHangsTimesOut() throws Exception {
		fixture.vmrun.hangs("list");

		FenceProblem problem = problem(() -> session.read(plug, Deadline.in(Duration.ofMillis(100), MonotonicClock.system())));
		assertEquals(Kind.TIMEOUT, problem.kind());
		assertTrue(problem.message().contains("timed out"));
	}

	@Test
	void aPowerChangeThatHangsTimesOut() throws Exception {
		fixture.vmrun.hangs("stop");

		assertEquals(Kind.TIMEOUT, problem(
				() -> session.change(plug, PowerOperation.OFF, Deadline.in(Duration.ofMillis(100), MonotonicClock.system()))).kind());
	}

	@Test
	void nothingIsStartedWhenNoTimeIsLeft() throws Exception {
		int before = fixture.vmrun.calls().size();

		assertEquals(Kind.TIMEOUT, problem(
				() -> session.change(plug, PowerOperation.OFF, Deadline.in(Duration.ZERO, MonotonicClock.system()))).kind());
		assertEquals(before, fixture.vmrun.calls().size());
	}

	@Test
	void cancellationEndsVmrunAndWhatItStarted() throws Exception {
		Path pipe = fixture.vmrun.hangs("list");
		CompletableFuture<FenceProblem> problem = CompletableFuture.supplyAsync(() -> problem(() -> session.read(plug, soon())));

		try (BufferedReader reader = Files.newBufferedReader(pipe)) {
			long pid = Long.parseLong(reader.readLine());
			fixture.cancellation.request();
			assertEquals(Kind.CANCELLED, problem.get().kind());
			// The end of the pipe: nobody is left who could write to it.
			assertNull(reader.readLine());
			ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
		}
		assertEquals(Kind.CANCELLED, problem(() -> session.check(Optional.empty(), soon())).kind());
		session.close(soon());
	}

	@Test
	void oneBackEndServesSeveralThreads() throws Exception {
		List<CompletableFuture<Boolean>> reads = IntStream.range(0, 8)
				.mapToObj(i -> CompletableFuture.supplyAsync(this::readsOn)).toList();

		for (CompletableFuture<Boolean> read : reads) {
			assertTrue(read.get());
		}
	}

	private boolean readsOn() {
		try {
			return fixture.open(ServerType.SERVER2).read(plug, soon()).isOn();
		} catch (FenceException e) {
			throw new AssertionError(e.problem().toString(), e);
		}
	}
}

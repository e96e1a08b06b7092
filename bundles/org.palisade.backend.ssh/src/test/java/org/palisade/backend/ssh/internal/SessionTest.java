package org.palisade.backend.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** The second log-in, and sessions that end in other ways than planned. */
class SessionTest extends WithServer {

	private static final String SECRET = "s3cr3t $HOME `id` 'q'";

	@Test
	void speaksTheDialectOfEsx4() throws Exception {
		standIn.add(VM1, "on");
		standIn.wantLogin("localhost", "fence user", SECRET);
		request.secondLogin("localhost", "fence user", SECRET);
		open();
		session.check(Optional.of(only("vm1")), soon());
		assertInstanceOf(PowerChange.Seen.class, session.change(only("vm1"), PowerOperation.OFF, soon()));
		assertTrue(standIn.calls().contains("<-H><localhost><-U><fence user><-P><" + SECRET + "><" + VM1 + "><stop><hard>"));
		assertFalse(request.diagnostics().everything().contains(SECRET));
	}

	/** As of what the engine let the script print. */
	@Test
	void refusesASecondPasswordThatNoCommandLineCanHold() throws Exception {
		request.secondLogin("esx1", "root", "two\nlines").with(SshOptions.VMPASSWD_SCRIPT, "/bin/true");
		FenceException refusal = assertThrows(FenceException.class, this::open);
		assertEquals(Kind.OPTION, refusal.problem().kind());
		assertTrue(refusal.getMessage().contains(SshOptions.VMPASSWD_SCRIPT), refusal.getMessage());
		assertFalse(Request.everythingOf(refusal).contains("lines"));
	}

	@Test
	void tellsThatTheSecondLoginFailedWithoutThePassword() throws Exception {
		standIn.wantLogin("localhost", "root", "right");
		request.secondLogin("localhost", "root", SECRET);
		open();
		FenceException failure = assertThrows(FenceException.class, () -> session.check(Optional.empty(), soon()));
		assertEquals(Kind.LOGIN, failure.problem().kind());
		assertTrue(failure.problem().advice().contains(SshOptions.VMPASSWD));
		assertFalse(Request.everythingOf(failure).contains(SECRET), "the host repeated the password");
	}

	@Test
	void timesOutWhenTheHostHangs() throws Exception {
		standIn.add(VM1, "hang");
		VmwareCommandStandIn.Hang hang = standIn.prepareHang();
		try (hang) {
			open();
			Deadline deadline = Deadline.in(Duration.ofMillis(500), MonotonicClock.system());
			FenceException failure = assertThrows(FenceException.class, () -> session.read(VmwareCommand.plug(VM1), deadline));
			assertEquals(Kind.TIMEOUT, failure.problem().kind());
			assertTrue(failure.getMessage().contains("Timed out"));
		}
	}

	/** After one of several machines has used up its time, the others are still to be powered off. */
	@Test
	void logsInAgainAfterTheTimeWasUp() throws Exception {
		standIn.add(VM1, "hang");
		VmwareCommandStandIn.Hang hang = standIn.prepareHang();
		try (hang) {
			open();
			assertThrows(FenceException.class,
					() -> session.read(VmwareCommand.plug(VM1), Deadline.in(Duration.ofMillis(500), MonotonicClock.system())));
		}
		standIn.setState(1, "on");

		assertEquals(PowerState.ON, session.read(VmwareCommand.plug(VM1), soon()).power());
	}

	@Test
	void endsPromptlyWhenCancelled() throws Exception {
		standIn.add(VM1, "hang");
		try (VmwareCommandStandIn.Hang hang = standIn.prepareHang()) {
			open();
			CompletableFuture<Void> cancelled = awaitHang(hang).thenRun(request.cancellation()::request);
			FenceException failure = assertThrows(FenceException.class,
					() -> session.read(VmwareCommand.plug(VM1), Request.inSeconds(600)));
			assertEquals(Kind.CANCELLED, failure.problem().kind());
			cancelled.join();
			session.close(soon());
		}
	}

	@Test
	void leavesNoThreadThatKeepsTheProcessAlive() throws Exception {
		standIn.add(VM1, "on");
		List<Thread> before = userThreads();
		open();
		session.read(only("vm1"), soon());
		assertEquals(before, userThreads());
	}

	@Test
	void closesTwiceAndRefusesToGoOn() throws Exception {
		open();
		session.close(soon());
		session.close(soon());
		FenceException failure = assertThrows(FenceException.class, () -> session.check(Optional.empty(), soon()));
		assertEquals(Kind.PROTOCOL, failure.problem().kind());
	}

	@Test
	void tellsABrokenConnectionFromACompleteAnswer(@TempDir Path other) throws Exception {
		OpenSshServer dying = OpenSshServer.start(other);
		Files.write(other.resolve("known_hosts"), List.of(dying.knownHostsLine("ed25519")));
		request = Request.to(dying, other);
		try {
			open();
		} finally {
			dying.close();
		}
		FenceException failure = assertThrows(FenceException.class, () -> session.check(Optional.empty(), soon()));
		assertEquals(Kind.PROTOCOL, failure.problem().kind());
	}

	private static CompletableFuture<Void> awaitHang(VmwareCommandStandIn.Hang hang) {
		return CompletableFuture.runAsync(() -> {
			try {
				hang.await();
			} catch (IOException broken) {
				throw new java.io.UncheckedIOException(broken);
			}
		});
	}

	private static List<Thread> userThreads() {
		return Thread.getAllStackTraces().keySet().stream().filter(thread -> !thread.isDaemon()).sorted((one, other) -> Long.compare(one.getId(),
				other.getId())).toList();
	}
}

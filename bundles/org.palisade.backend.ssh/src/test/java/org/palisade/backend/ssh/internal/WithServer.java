package org.palisade.backend.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.time.Deadline;

/** What the tests share that need a real OpenSSH server with the stand-in for {@code vmware-cmd} on it. */
@Timeout(120)
abstract class WithServer {

	static final String VM1 = "/vmfs/volumes/a/vm1/vm1.vmx";

	/** Shared by all tests; {@link VmwareCommandStandIn} is put there afresh for each. */
	@TempDir
	static Path home;

	static OpenSshServer server;

	VmwareCommandStandIn standIn;
	Request request;
	FenceSession session;

	@BeforeAll
	static void startServer() throws Exception {
		OpenSshServer.assumeInstalled();
		server = OpenSshServer.start(home);
		Files.write(home.resolve("known_hosts"), List.of(server.knownHostsLine("ed25519")));
	}

	@AfterAll
	static void stopServer() {
		if (server != null) {
			server.close();
		}
	}

	@BeforeEach
	void prepare() throws Exception {
		standIn = new VmwareCommandStandIn(home);
		request = Request.to(server, home);
	}

	@AfterEach
	void close() {
		if (session != null) {
			session.close(soon());
		}
	}

	static Deadline soon() {
		return Request.inSeconds(30);
	}

	FenceSession open() throws FenceException {
		session = request.open();
		return session;
	}

	Plug only(String text) throws FenceException {
		List<Plug> plugs = session.find(PlugSelector.of(text), soon());
		assertEquals(1, plugs.size(), () -> text + ": " + plugs);
		return plugs.get(0);
	}
}

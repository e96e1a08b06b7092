package org.palisade.backend.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;

/** Logging in to a real OpenSSH server: keys, passwords, host keys, algorithms. */
@Timeout(120)
class LoginTest {

	private static final String PASSWORD = "pa$$ 'w0rd' \"x\"";

	@TempDir
	private Path home;

	private OpenSshServer server;
	private VmwareCommandStandIn standIn;

	@BeforeEach
	void prepare() throws IOException {
		OpenSshServer.assumeInstalled();
		standIn = new VmwareCommandStandIn(home);
		standIn.add("/vmfs/volumes/a/vm1/vm1.vmx", "on");
	}

	@AfterEach
	void stop() {
		if (server != null) {
			server.close();
		}
	}

	private Request start(String... settings) throws IOException, InterruptedException {
		return start(List.of(), settings);
	}

	private Request start(List<String> wrapper, String... settings) throws IOException, InterruptedException {
		server = OpenSshServer.start(home, wrapper, settings);
		trust(server.knownHostsLine("ed25519"));
		return Request.to(server, home);
	}

	private void trust(String... lines) throws IOException {
		Files.write(home.resolve("known_hosts"), List.of(lines));
	}

	private static void assertWorks(Request request) throws FenceException {
		FenceSession session = request.open();
		try {
			session.check(Optional.empty(), Request.inSeconds(30));
		} finally {
			session.close(Request.inSeconds(1));
		}
	}

	private static FenceException refused(Kind kind, Request request) {
		FenceException refusal = assertThrows(FenceException.class, request::open);
		assertEquals(kind, refusal.problem().kind(), refusal.getMessage());
		return refusal;
	}

	@Test
	void logsInWithAnIdentityFile() throws Exception {
		assertWorks(start());
	}

	@Test
	void logsInWithAnEncryptedIdentityFileWhosePassphraseIsThePassword() throws Exception {
		Request request = start();
		OpenSshServer.keygen(home.resolve("encrypted"), "ed25519", PASSWORD);
		Files.copy(home.resolve("encrypted.pub"), home.resolve("authorized_keys"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		request.with(SshOptions.IDENTITY_FILE, home.resolve("encrypted").toString());
		assertTrue(refused(Kind.OPTION, request).getMessage().contains(SshOptions.IDENTITY_FILE));
		assertWorks(request.with(StandardOptions.PASSWORD, Secret.of(PASSWORD)));
	}

	@Test
	void refusesAFileThatIsNoKeyBeforeConnecting() throws Exception {
		Path file = Files.writeString(home.resolve("no-key"), "not a key\n");
		Request request = new Request(1).with(SshOptions.IDENTITY_FILE, file.toString());
		assertTrue(refused(Kind.OPTION, request).getMessage().contains(SshOptions.IDENTITY_FILE));
	}

	@Test
	void tellsThatAKeyIsNotAuthorized() throws Exception {
		Request request = start();
		OpenSshServer.keygen(home.resolve("stranger"), "ed25519", "");
		FenceException refusal = refused(Kind.LOGIN, request.with(SshOptions.IDENTITY_FILE, home.resolve("stranger").toString()));
		assertTrue(refusal.getMessage().contains(OpenSshServer.user()), refusal.getMessage());
	}

	@Test
	void logsInWithAPassword() throws Exception {
		Request request = start(withPassword(), "PasswordAuthentication yes", "KbdInteractiveAuthentication no");
		request.without(SshOptions.IDENTITY_FILE).with(StandardOptions.PASSWORD, Secret.of(PASSWORD));
		assertWorks(request);
		assertFalse(request.diagnostics().everything().contains(PASSWORD));
		FenceException refusal = refused(Kind.LOGIN, request.with(StandardOptions.PASSWORD, Secret.of("wrong-secret")));
		assertFalse(Request.everythingOf(refusal).contains("wrong-secret"));
	}

	@Test
	void logsInWithAPasswordThatIsAskedForInteractively() throws Exception {
		Assumptions.assumeTrue(Files.exists(Path.of("/etc/pam.d/sshd")), "needs PAM");
		Request request = start(withPassword(), "UsePAM yes", "PasswordAuthentication no", "KbdInteractiveAuthentication yes");
		assertWorks(request.without(SshOptions.IDENTITY_FILE).with(StandardOptions.PASSWORD, Secret.of(PASSWORD)));
		refused(Kind.LOGIN, request.with(StandardOptions.PASSWORD, Secret.of("wrong")));
	}

	/** Runs the server where the current user has a password of ours, in a mount namespace, so that nothing of the system changes. */
	private List<String> withPassword() throws IOException, InterruptedException {
		Assumptions.assumeTrue(OpenSshServer.user().equals("root"), "needs root to give a user a password");
		Process hashing = new ProcessBuilder("openssl", "passwd", "-6", "-stdin").start();
		try (var input = hashing.outputWriter()) {
			input.write(PASSWORD);
		}
		String hash = new String(hashing.getInputStream().readAllBytes()).strip();
		Path shadow = Files.writeString(home.resolve("shadow"), "root:" + hash + ":20000:0:99999:7:::\n");
		String bind = "mount --bind " + shadow + " /etc/shadow";
		int status = new ProcessBuilder("unshare", "-m", "sh", "-c", bind).start().waitFor();
		Assumptions.assumeTrue(status == 0, "needs mount namespaces to give a user a password");
		return List.of("unshare", "-m", "sh", "-c", bind + " && exec \"$@\"", "sh");
	}

	@Test
	void refusesAnUnknownHostKeyAndShowsItsFingerprintAndLine() throws Exception {
		Request request = start();
		trust("other.example " + server.publicKey("ed25519"));
		FenceException refusal = refused(Kind.TRUST, request);
		assertTrue(refusal.getMessage().contains(fingerprint("ed25519")), refusal.getMessage());
		assertTrue(refusal.problem().advice().contains(server.knownHostsLine("ed25519")), refusal.problem().advice());
		assertEquals(1, Files.readAllLines(home.resolve("known_hosts")).size(), "nothing may be added");
	}

	@Test
	void acceptsTheLineThatItSuggests() throws Exception {
		Request request = start();
		trust();
		String advice = refused(Kind.TRUST, request).problem().advice();
		trust(advice.substring(advice.indexOf('"') + 1, advice.lastIndexOf('"')));
		assertWorks(request);
	}

	@Test
	void refusesAChangedHostKeyLouder() throws Exception {
		Request request = start();
		OpenSshServer.keygen(home.resolve("old"), "ed25519", "");
		String[] old = Files.readString(home.resolve("old.pub")).split(" ");
		trust("[127.0.0.1]:" + server.port() + " " + old[0] + " " + old[1]);
		FenceException refusal = refused(Kind.TRUST, request);
		assertTrue(refusal.getMessage().contains("impersonating"), refusal.getMessage());
		assertTrue(refusal.getMessage().contains(fingerprint("ed25519")), refusal.getMessage());
		assertTrue(refusal.problem().advice().contains("-R [127.0.0.1]:" + server.port()), refusal.problem().advice());
	}

	@Test
	void refusesARevokedHostKeyThoughAnotherLineTrustsIt() throws Exception {
		Request request = start();
		trust(server.knownHostsLine("ed25519"), "@revoked " + server.knownHostsLine("ed25519"));
		assertTrue(refused(Kind.TRUST, request).getMessage().contains("revoked"));
	}

	@Test
	void asksTheServerForTheKindOfKeyThatIsKnown() throws Exception {
		Request request = start();
		trust(server.knownHostsLine("ecdsa"));
		assertWorks(request);
	}

	@Test
	void findsHashedEntries() throws Exception {
		Request request = start();
		int status = new ProcessBuilder("ssh-keygen", "-q", "-H", "-f", home.resolve("known_hosts").toString()).start().waitFor();
		assertEquals(0, status);
		assertFalse(Files.readString(home.resolve("known_hosts")).contains("127.0.0.1"));
		assertWorks(request);
	}

	@Test
	void looksTheHostKeyUpUnderItsAlias() throws Exception {
		Request request = start();
		trust("console " + server.publicKey("ed25519"));
		assertWorks(request.with(SshOptions.SSH_OPTIONS, "-o HostKeyAlias=console"));
	}

	@Test
	void suggestsTheOldAlgorithmThatTheServerInsistsOn() throws Exception {
		OpenSshServer.keygen(home.resolve("host_rsa"), "rsa", "");
		Request request = start("HostKey " + home.resolve("host_rsa"), "KexAlgorithms diffie-hellman-group14-sha1", "HostKeyAlgorithms ssh-rsa");
		trust(server.knownHostsLine("rsa"));
		FenceException refusal = refused(Kind.PROTOCOL, request);
		assertTrue(refusal.problem().advice().contains("-o KexAlgorithms=+diffie-hellman-group14-sha1"), refusal.problem().advice());
		assertWorks(request.with(SshOptions.SSH_OPTIONS, "-o KexAlgorithms=+diffie-hellman-group14-sha1 -oHostKeyAlgorithms=+ssh-rsa"));
	}

	@Test
	void warnsAboutWhatHasNoEffect() throws Exception {
		Request request = start().with(SshOptions.SSH_PATH, "/usr/bin/ssh").with(SshOptions.SSH_OPTIONS, "-t -o Compression=yes");
		assertWorks(request);
		assertEquals(2, request.diagnostics().warnings().size(), request.diagnostics().everything());
		assertTrue(request.diagnostics().everything().contains("-t Compression"), request.diagnostics().everything());
	}

	@Test
	void tellsThatThereIsNoVmwareCommand() throws Exception {
		Request request = start();
		Files.delete(home.resolve("bin/vmware-cmd"));
		FenceSession session = request.open();
		try {
			FenceException failure = assertThrows(FenceException.class, () -> session.check(Optional.empty(), Request.inSeconds(30)));
			assertEquals(Messages.Command_Missing, failure.getMessage());
		} finally {
			session.close(Request.inSeconds(1));
		}
	}

	private String fingerprint(String type) throws IOException {
		Process process = new ProcessBuilder("ssh-keygen", "-l", "-f", home.resolve("host_" + type + ".pub").toString()).start();
		return new String(process.getInputStream().readAllBytes()).split(" ")[1];
	}
}

package org.palisade.backend.ssh.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

/** A real OpenSSH server on a loopback port, with keys of its own. Stops with its close. */
final class OpenSshServer implements AutoCloseable {

	private static final Path SSHD = Path.of("/usr/sbin/sshd");
	private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

	private final Path home;
	private final int port;
	private final Process process;

	private OpenSshServer(Path home, int port, Process process) {
		this.home = home;
		this.port = port;
		this.process = process;
	}

	/** Skips the test, with the reason, where there is no OpenSSH server. */
	static void assumeInstalled() {
		Assumptions.assumeTrue(Files.isExecutable(SSHD), "needs OpenSSH's server (Debian: openssh-server)");
		Assumptions.assumeTrue(Files.isDirectory(PRIVILEGE_SEPARATION) || !user().equals("root") || PRIVILEGE_SEPARATION.toFile().mkdir(),
				"needs " + PRIVILEGE_SEPARATION);
	}

	/** Starts a server that lets the current user in with {@code home/identity}. */
	static OpenSshServer start(Path home, String... settings) throws IOException, InterruptedException {
		return start(home, List.of(), settings);
	}

	/**
	 * @param wrapper a command that runs the server, before the server's own command line
	 * @param settings further lines of sshd_config; the first value of a keyword wins there, and these come first
	 */
	static OpenSshServer start(Path home, List<String> wrapper, String... settings) throws IOException, InterruptedException {
		for (String type : List.of("ed25519", "ecdsa")) {
			if (!Files.exists(home.resolve("host_" + type))) {
				keygen(home.resolve("host_" + type), type, "");
			}
		}
		if (!Files.exists(home.resolve("identity"))) {
			keygen(home.resolve("identity"), "ed25519", "");
			Files.copy(home.resolve("identity.pub"), home.resolve("authorized_keys"));
		}
		int port = freePort();
		List<String> lines = new ArrayList<>(List.of(settings));
		lines.addAll(List.of("Port " + port, "ListenAddress 127.0.0.1", "HostKey " + home.resolve("host_ed25519"),
				"HostKey " + home.resolve("host_ecdsa"), "AuthorizedKeysFile " + home.resolve("authorized_keys"), "StrictModes no", "UsePAM no",
				"PasswordAuthentication no", "PermitRootLogin yes", "PidFile none", "SetEnv PATH=" + home.resolve("bin") + ":/usr/bin:/bin"));
		Files.write(home.resolve("sshd_config"), lines);
		List<String> command = new ArrayList<>(wrapper);
		command.addAll(List.of(SSHD.toString(), "-D", "-e", "-f", home.resolve("sshd_config").toString()));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		OpenSshServer server = new OpenSshServer(home, port, process);
		server.awaitListening();
		return server;
	}

	private void awaitListening() throws IOException {
		BufferedReader log = process.inputReader();
		StringBuilder said = new StringBuilder();
		String line = log.readLine();
		while (line != null && !line.startsWith("Server listening on")) {
			said.append(line).append('\n');
			line = log.readLine();
		}
		if (line == null) {
			throw new IOException("sshd did not start: " + said);
		}
		// The log must be read on, or the server would block once the pipe is full.
		Thread drain = new Thread(() -> drain(log), "sshd-log");
		drain.setDaemon(true);
		drain.start();
	}

	private static void drain(BufferedReader log) {
		try {
			log.transferTo(Writer.nullWriter());
		} catch (IOException closed) {
			// The server was stopped.
		}
	}

	static void keygen(Path file, String type, String passphrase) throws IOException, InterruptedException {
		int status = new ProcessBuilder("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", file.toString()).start().waitFor();
		if (status != 0) {
			throw new IOException("ssh-keygen: " + status);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return probe.getLocalPort();
		}
	}

	static String user() {
		return System.getProperty("user.name");
	}

	/** Has it fall silent for good, with its connections open, as on a machine that hangs. */
	void stopAnswering() throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("kill", "-STOP", Long.toString(process.pid())));
		process.descendants().forEach(descendant -> command.add(Long.toString(descendant.pid())));
		new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
	}

	int port() {
		return port;
	}

	/** The line of known_hosts for this server's key of the given type. */
	String knownHostsLine(String type) throws IOException {
		return "[127.0.0.1]:" + port + " " + publicKey(type);
	}

	/** Type and key, without the comment. */
	String publicKey(String type) throws IOException {
		String[] words = Files.readString(home.resolve("host_" + type + ".pub")).split(" ");
		return words[0] + " " + words[1];
	}

	@Override
	public void close() {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly().onExit().join();
	}
}

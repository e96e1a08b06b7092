package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** The service console of an old ESX host with one machine: a real OpenSSH server, and a stand-in for vmware-cmd. To be used by tests that need {@link RealPart#SSHD}. */
public final class ServiceConsole implements CommandHost {

	private static final String PLUG = "/vmfs/volumes/a/node1/node1.vmx";
	private static final String SECOND_USER = "fencing";
	private static final String PASSPHRASE = "c4nary-of-the-key";
	private static final String SECOND_PASSWORD = "c4nary-of-vmware-cmd";
	private static final Duration BOUND = Duration.ofSeconds(60);

	private final Path folder;
	private final int port;
	private final Running server;

	private ServiceConsole(Path folder, int port, Running server) {
		this.folder = folder;
		this.port = port;
		this.server = server;
	}

	/** Starts one whose files are in that folder, which is empty. */
	public static ServiceConsole start(Path folder) throws IOException {
		Path command = Files.createDirectory(folder.resolve("bin")).resolve("vmware-cmd");
		try (InputStream script = ServiceConsole.class.getResourceAsStream("/vmware-cmd.sh")) {
			Files.copy(script, command);
		}
		Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
		Files.writeString(command.resolveSibling("login"), SECOND_USER + "/" + SECOND_PASSWORD + "\n");
		Files.writeString(command.resolveSibling("machine"), PLUG + "\n");
		Files.writeString(command.resolveSibling("state"), "on\n");
		Files.createFile(command.resolveSibling("calls"));
		key(folder.resolve("host"), "");
		key(folder.resolve("identity"), PASSPHRASE);
		int port = freePort();
		String[] words = Files.readString(folder.resolve("host.pub")).split(" ");
		Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + port + " " + words[0] + " " + words[1] + "\n");
		Files.write(folder.resolve("sshd_config"), List.of("Port " + port, "ListenAddress 127.0.0.1", "HostKey " + folder.resolve("host"),
				"AuthorizedKeysFile " + folder.resolve("identity.pub"), "StrictModes no", "UsePAM no", "PasswordAuthentication no", "PermitRootLogin yes",
				"PidFile none", "SetEnv PATH=" + folder.resolve("bin") + ":/usr/bin:/bin"));
		Files.createDirectories(Path.of("/run/sshd"));
		Running server = new Command(RealPart.SERVER_OF_SSH.toString(), "-D", "-e", "-f", folder.resolve("sshd_config").toString()).start();
		Await.until("sshd", BOUND, () -> server.errSoFar().contains("Server listening on"));
		return new ServiceConsole(folder, port, server);
	}

	private static void key(Path file, String passphrase) {
		new Command("ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", file.toString()).run().require();
	}

	private static int freePort() throws IOException {
		try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return probe.getLocalPort();
		}
	}

	@Override
	public Request request() {
		return Request.empty().with("vmware_type", "ssh").with("ip", "127.0.0.1").with("ipport", port).with("username", System.getProperty("user.name"))
				.with("identity_file", folder.resolve("identity")).with("ssh_known_hosts", folder.resolve("known_hosts")).with("password", PASSPHRASE)
				.with("vmlogin", SECOND_USER).with("vmpasswd", SECOND_PASSWORD).plug(PLUG);
	}

	/** {@return the secrets: the passphrase of the key, and the password that vmware-cmd takes} */
	public List<String> secrets() {
		return List.of(PASSPHRASE, SECOND_PASSWORD);
	}

	/** {@return the process that stands for the other host, with all that descends from it} */
	public long pid() {
		return server.pid();
	}

	private Path besideTheCommand(String file) {
		return folder.resolve("bin").resolve(file);
	}

	@Override
	public List<String> commands() throws IOException {
		return Files.readAllLines(besideTheCommand("calls"));
	}

	@Override
	public HeldCommand hold(int nth) throws IOException {
		return HeldCommand.by(besideTheCommand("first"), "", "grep -c '' '" + besideTheCommand("calls") + "'", nth);
	}

	/** A connection has a process of the server. */
	@Override
	public boolean isLeftAlone(HeldCommand held) {
		return !server.hasDescendants();
	}

	@Override
	public void power(boolean on) throws IOException {
		Files.writeString(besideTheCommand("state"), on ? "on\n" : "off\n");
	}

	@Override
	public boolean isOn() throws IOException {
		return Files.readString(besideTheCommand("state")).equals("on\n");
	}

	@Override
	public void close() {
		server.close();
	}
}

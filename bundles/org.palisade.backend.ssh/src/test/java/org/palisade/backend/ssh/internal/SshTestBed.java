package org.palisade.backend.ssh.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.palisade.api.PowerState;
import org.palisade.api.option.StandardOptions;
import org.palisade.tck.Incident;
import org.palisade.tck.LocalConnections;
import org.palisade.tck.TestBed;

/**
 * A real OpenSSH server of its own with the stand-in for {@code vmware-cmd} on it, for the compatibility kit. A machine is what has its path, so none
 * can be replaced by another.
 */
final class SshTestBed implements TestBed {

	private static final String PLUG = "/vmfs/volumes/a/node1/node1.vmx";
	private static final String TEMPLATE = "/vmfs/volumes/a/golden/golden.vmtx";

	/** The number of the machine that was added last, the only one that can be told to misbehave. */
	private static final int NUMBER = 4;

	private final Path home;
	private final OpenSshServer server;
	private final VmwareCommandStandIn standIn;

	SshTestBed() throws Exception {
		home = Files.createTempDirectory("ssh-test-bed");
		server = OpenSshServer.start(home);
		Files.write(home.resolve("known_hosts"), List.of(server.knownHostsLine("ed25519")));
		standIn = new VmwareCommandStandIn(home);
		standIn.add("/vmfs/volumes/a/twin/twin.vmx", "on");
		standIn.add("/vmfs/volumes/b/twin/twin.vmx", "off");
		standIn.add(TEMPLATE, "off");
		standIn.add(PLUG, "on");
	}

	@Override
	public Map<String, Object> options() {
		Map<String, Object> options = new HashMap<>();
		options.put(StandardOptions.IP, "127.0.0.1");
		options.put(StandardOptions.IP_PORT, server.port());
		options.put(StandardOptions.USERNAME, OpenSshServer.user());
		options.put(SshOptions.IDENTITY_FILE, home.resolve("identity").toString());
		options.put(SshOptions.SSH_KNOWN_HOSTS, home.resolve("known_hosts").toString());
		return options;
	}

	@Override
	public String plug() {
		return PLUG;
	}

	@Override
	public String missingPlug() {
		return "/vmfs/volumes/a/nobody/nobody.vmx";
	}

	@Override
	public Optional<String> ambiguousPlug() {
		return Optional.of("twin");
	}

	@Override
	public Optional<String> template() {
		return Optional.of(TEMPLATE);
	}

	@Override
	public Map<String, Object> malformedOptions() {
		return Map.of(StandardOptions.IP, "no address", SshOptions.IDENTITY_FILE, "/none/such", SshOptions.SSH_KNOWN_HOSTS, "/none/such");
	}

	@Override
	public PowerState power() throws IOException {
		return standIn.state(NUMBER).equals("off") ? PowerState.OFF : PowerState.ON;
	}

	@Override
	public void power(PowerState state) throws IOException {
		standIn.setState(NUMBER, state == PowerState.ON ? "on" : "off");
	}

	@Override
	public boolean impose(Incident incident) throws Exception {
		switch (incident) {
			case SILENCE -> server.stopAnswering();
			case REFUSAL -> standIn.mark("forbidden");
			case NO_EFFECT -> standIn.mark("idle");
			case REMOVAL -> standIn.remove(NUMBER);
			case REPLACEMENT -> {
				return false;
			}
		}
		return true;
	}

	@Override
	public OptionalInt openConnections() {
		try {
			return LocalConnections.to(server.port());
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	public OptionalInt contacts() {
		try {
			return OptionalInt.of(standIn.calls().size());
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	public void close() throws IOException {
		server.close();
		try (Stream<Path> tree = Files.walk(home)) {
			tree.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
	}
}

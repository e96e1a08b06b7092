package org.palisade.backend.ssh.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerOperation;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.tck.LocalConnections;
import org.palisade.testsupport.faults.Cell;
import org.palisade.testsupport.faults.Fault;
import org.palisade.testsupport.faults.FaultBed;
import org.palisade.testsupport.faults.FaultyRelay;
import org.palisade.testsupport.faults.FencedAction;
import org.palisade.testsupport.faults.ShellFaults;
import org.palisade.testsupport.faults.Step;

/**
 * A real OpenSSH server with the stand-in for {@code vmware-cmd}, in which one command goes wrong, behind a relay in which the connection does. The step TLS is
 * the exchange of keys here, and what spoils the log-in comes right after it.
 *
 * <p>A command goes on when the agent has given it up, and one that sshd was about to start comes later still. So each cell has a stand-in of its own, which
 * the shells of its own log-ins find: what is left of one cell cannot touch the next. It is killed before the next one begins.
 */
final class SshFaultBed implements FaultBed {

	private static final String PLUG = "/vmfs/volumes/a/node1/node1.vmx";
	private static final String BYSTANDER = "/vmfs/volumes/a/bystander/bystander.vmx";
	private static final int BYSTANDER_NUMBER = 1;
	private static final int PLUG_NUMBER = 2;

	/** That of the second log-in, and the one that is offered where the key is refused. */
	private static final String PASSWORD = "s3cret $of 'the' bed";
	private static final String LIST = "-l";
	private static final String STATE = "getstate";

	/** RFC 4253, section 11.1. */
	private static final int HOST_NOT_ALLOWED_TO_CONNECT = 1;
	private static final int NO_REASON_THAT_IS_KNOWN = 0x7fff;

	/** The connection breaks when the process of the server that serves it is killed: the parent of the shell that runs the command. */
	private static final String BREAK_THE_CONNECTION = "printf 'Tot'; read -r process name state server rest < /proc/$PPID/stat; kill -9 $server; exit 1\n";
	private static final String UNKNOWN_FAULT_WITH_THE_PASSWORD = "echo \"Error: The flux of $password is inverted\"; exit 255\n";

	private static final Set<Fault> NOT_OF_COMMANDS = EnumSet.of(Fault.CLIENT_ERROR, Fault.SERVER_ERROR, Fault.EXPIRED, Fault.CERTIFICATE_CHANGED);
	private static final Set<Fault> NOT_OF_KEY_EXCHANGE = EnumSet.of(Fault.EXPIRED, Fault.RESTART);
	private static final Set<Fault> OF_LOGIN = EnumSet.of(Fault.REFUSED, Fault.HANG, Fault.RESET, Fault.DRIP, Fault.MALFORMED, Fault.TRUNCATED,
			Fault.ENORMOUS);
	private static final Set<Fault> OF_TCP = EnumSet.of(Fault.REFUSED, Fault.HANG, Fault.RESET);

	private final Path home = Files.createTempDirectory("ssh-fault-bed");
	// The first SetEnv counts, and the path of a command is told with the key.
	private final OpenSshServer server = OpenSshServer.start(home, "PermitUserEnvironment PATH", "SetEnv LC_ALL=C");
	private final FaultyRelay relay = new FaultyRelay(server.port());
	private final FaultyRelay.DeafPort deaf = new FaultyRelay.DeafPort();
	private final Map<String, Object> options = new HashMap<>();
	private int cells;
	private Path cell = home.resolve("none");
	private VmwareCommandStandIn standIn;
	private boolean struck;

	SshFaultBed() throws Exception {
		OpenSshServer.keygen(home.resolve("stranger"), "ed25519", "");
		String host = "[127.0.0.1]:" + relay.port() + " ";
		Files.writeString(home.resolve("known_hosts"), host + server.publicKey("ed25519") + "\n");
		Files.writeString(home.resolve("other_hosts"), host + Files.readString(home.resolve("stranger.pub")));
	}

	@Override
	public FenceBackEnd backEnd() {
		return new SshBackEnd();
	}

	@Override
	public Optional<String> senseless(Cell cell) {
		Fault fault = cell.fault();
		if (cell.action() == FencedAction.CYCLE && !backEnd().operations().contains(PowerOperation.CYCLE)) {
			return Optional.of("the back end offers no reset");
		}
		return switch (cell.step()) {
			case RESOLVE -> fault == Fault.REFUSED ? Optional.empty() : Optional.of("a resolver gives an address or none, and FaultSampleTest has one that hangs");
			case CONNECT -> OF_TCP.contains(fault) ? Optional.empty() : Optional.of("a connection is made or not; what is said on it is TLS, the exchange of keys");
			case TLS -> NOT_OF_KEY_EXCHANGE.contains(fault) ? Optional.of("nobody has logged in yet, and a restart is a connection that breaks, RESET")
					: Optional.empty();
			case LOGIN -> OF_LOGIN.contains(fault) ? Optional.empty()
					: Optional.of("the log-in is encrypted, so nobody but the server can answer it, and its key was looked at before");
			case LOG_OUT -> Optional.of("the connection is closed, and no answer is waited for");
			default -> NOT_OF_COMMANDS.contains(fault)
					? Optional.of("a command has no status of HTTP and no session but the connection, whose key is looked at when it is made")
					: Optional.empty();
		};
	}

	@Override
	public void restore(boolean running) throws IOException {
		relay.restore(server.port());
		retire();
		struck = false;
		cell = Files.createDirectories(home.resolve("cell" + ++cells));
		standIn = new VmwareCommandStandIn(cell);
		standIn.wantLogin("localhost", "fence", PASSWORD);
		standIn.add(BYSTANDER, "on");
		standIn.add(PLUG, running ? "on" : "off");
		Path keys = Files.writeString(home.resolve("next_keys"), "environment=\"PATH=" + path() + "\" " + Files.readString(home.resolve("identity.pub")));
		Files.move(keys, home.resolve("authorized_keys"), StandardCopyOption.ATOMIC_MOVE);
		options.clear();
		options.put(StandardOptions.IP, "127.0.0.1");
		options.put(StandardOptions.IP_PORT, relay.port());
		options.put(StandardOptions.USERNAME, OpenSshServer.user());
		options.put(StandardOptions.PASSWORD, Secret.of(PASSWORD));
		options.put(SshOptions.IDENTITY_FILE, home.resolve("identity").toString());
		options.put(SshOptions.SSH_KNOWN_HOSTS, home.resolve("known_hosts").toString());
		options.put(SshOptions.VMIPADDR, "localhost");
		options.put(SshOptions.VMLOGIN, "fence");
		options.put(SshOptions.VMPASSWD, Secret.of(PASSWORD));
	}

	private String path() {
		return cell.resolve("bin") + ":/usr/bin:/bin";
	}

	/** Kills what is left of the cell. A shell that starts after that finds no command any more. */
	private void retire() throws IOException {
		List<ProcessHandle> left = processesOfTheCell();
		while (!left.isEmpty()) {
			left.forEach(ProcessHandle::destroyForcibly);
			left = processesOfTheCell();
		}
		delete(cell);
	}

	/** By their environment: a shell whose connection has gone is nobody's child any more. That of a process that has ended is empty. */
	private List<ProcessHandle> processesOfTheCell() {
		String mark = "PATH=" + path();
		return ProcessHandle.allProcesses().filter(process -> environment(process).contains(mark)).toList();
	}

	private static String environment(ProcessHandle process) {
		try {
			return Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
		} catch (IOException goneOrOfAnotherUser) {
			return "";
		}
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> tree = Files.walk(folder)) {
				tree.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
			}
		}
	}

	@Override
	public void arm(Cell cell) throws IOException {
		Fault fault = cell.fault();
		switch (cell.step()) {
			case RESOLVE -> option(StandardOptions.IP, "no-such-host.invalid");
			case CONNECT -> armConnection(fault);
			case TLS -> armKeyExchange(fault);
			case LOGIN -> {
				if (fault == Fault.REFUSED) {
					option(SshOptions.IDENTITY_FILE, home.resolve("stranger").toString());
				} else {
					relay.spoilAfter(SshMessages::passKeyExchange, fault);
				}
			}
			default -> armCommand(cell.step(), fault);
		}
	}

	private void armConnection(Fault fault) throws IOException {
		switch (fault) {
			case REFUSED -> option(StandardOptions.IP_PORT, FaultyRelay.closedPort());
			case HANG -> option(StandardOptions.IP_PORT, deaf.port());
			default -> relay.spoil(fault);
		}
	}

	private void armKeyExchange(Fault fault) throws IOException {
		switch (fault) {
			case CERTIFICATE_CHANGED -> option(SshOptions.SSH_KNOWN_HOSTS, home.resolve("other_hosts").toString());
			case REFUSED -> relay.answer(SshMessages.disconnect(HOST_NOT_ALLOWED_TO_CONNECT, "You are not welcome"));
			case UNKNOWN_FAULT -> relay.answer(SshMessages.disconnect(NO_REASON_THAT_IS_KNOWN, "The flux is inverted"));
			case WRONG_TYPES -> relay.answer(SshMessages.channelInsteadOfKeys());
			default -> relay.spoil(fault);
		}
	}

	private void option(String name, Object value) {
		options.put(name, value);
		struck = true;
	}

	private void armCommand(Step step, Fault fault) throws IOException {
		if (fault == Fault.RESTART) {
			relay.cut();
			struck = true;
			return;
		}
		String script = switch (fault) {
			case RESET -> BREAK_THE_CONNECTION;
			case UNKNOWN_FAULT -> UNKNOWN_FAULT_WITH_THE_PASSWORD;
			default -> ShellFaults.of(fault);
		};
		switch (step) {
			case LOOK_UP -> standIn.order(LIST, script);
			case POWER -> {
				standIn.order("start", script);
				standIn.order("stop", script);
			}
			// The look-up has tried the list.
			default -> standIn.order(STATE, script);
		}
	}

	@Override
	public Map<String, Object> options() {
		return options;
	}

	@Override
	public String plug() {
		return PLUG;
	}

	/** A plug is read by a list and a state, in one script. */
	@Override
	public int answersOfACall() {
		return 2;
	}

	@Override
	public boolean hasStruck() {
		return struck || relay.struck() > 0 || standIn.struck();
	}

	@Override
	public void heal() {
		relay.heal();
	}

	@Override
	public Set<Kind> expected(Cell cell) {
		Step step = cell.step();
		Fault fault = cell.fault();
		return switch (step) {
			case RESOLVE -> Set.of(Kind.DNS);
			case CONNECT -> switch (fault) {
				case REFUSED -> Set.of(Kind.TCP);
				case HANG -> Set.of(Kind.TIMEOUT);
				default -> Set.of(Kind.PROTOCOL);
			};
			case TLS, LOGIN -> switch (fault) {
				case HANG, DRIP -> Set.of(Kind.TIMEOUT);
				case CERTIFICATE_CHANGED -> Set.of(Kind.TRUST);
				case REFUSED -> Set.of(step == Step.LOGIN ? Kind.LOGIN : Kind.PROTOCOL);
				default -> Set.of(Kind.PROTOCOL);
			};
			default -> switch (fault) {
				case REFUSED -> Set.of(Kind.PRIVILEGE);
				case HANG, DRIP -> Set.of(Kind.TIMEOUT);
				// A state that is a word, but none that is known, is read, and not relied on.
				case WRONG_TYPES -> Set.of(step == Step.POWER ? Kind.TASK : step == Step.LOOK_UP ? Kind.PROTOCOL : Kind.UNVERIFIED);
				case MALFORMED, TRUNCATED, UNKNOWN_FAULT -> Set.of(step == Step.POWER ? Kind.TASK : Kind.PROTOCOL);
				default -> Set.of(Kind.PROTOCOL);
			};
		};
	}

	@Override
	public boolean isOn() throws IOException {
		return standIn.state(PLUG_NUMBER).equals("on");
	}

	@Override
	public int powerOffs() throws IOException {
		return (int) standIn.stopped().stream().filter(PLUG::equals).count();
	}

	@Override
	public boolean anotherWasPowered() throws IOException {
		return !standIn.state(BYSTANDER_NUMBER).equals("on") || standIn.stopped().contains(BYSTANDER);
	}

	@Override
	public OptionalInt openSessions() throws IOException {
		return LocalConnections.to(relay.port());
	}

	@Override
	public Optional<String> mayLeaveASession(Cell cell) {
		return Optional.empty();
	}

	@Override
	public void close() throws IOException {
		relay.close();
		deaf.close();
		server.close();
		retire();
		delete(home);
	}
}

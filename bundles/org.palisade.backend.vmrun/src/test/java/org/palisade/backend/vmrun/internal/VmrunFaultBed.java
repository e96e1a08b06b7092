package org.palisade.backend.vmrun.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerOperation;
import org.palisade.testsupport.faults.Cell;
import org.palisade.testsupport.faults.Fault;
import org.palisade.testsupport.faults.FaultBed;
import org.palisade.testsupport.faults.FencedAction;
import org.palisade.testsupport.faults.ShellFaults;
import org.palisade.testsupport.faults.Step;

/** The stand-in for vmrun, in which one command goes wrong. vmrun connects by itself, so of connections there are words only. */
final class VmrunFaultBed implements FaultBed {

	private static final Set<Fault> NOT_OF_COMMANDS = EnumSet.of(Fault.CLIENT_ERROR, Fault.SERVER_ERROR, Fault.EXPIRED, Fault.CERTIFICATE_CHANGED);
	private static final String BYSTANDER = "bystander";

	private final ServerType type;
	private final Path folder;
	private final StandInVmrun vmrun;
	private final String plug;
	private final String bystander;

	VmrunFaultBed(ServerType type) throws IOException {
		this.type = type;
		plug = type == ServerType.SERVER1 ? "/vm/node1/node1.vmx" : "[standard] node1/node1.vmx";
		bystander = plug.replace("node1", BYSTANDER);
		folder = Files.createTempDirectory("vmrun-fault-bed");
		vmrun = new StandInVmrun(folder);
		vmrun.registered(plug, bystander);
	}

	@Override
	public FenceBackEnd backEnd() {
		return type == ServerType.SERVER1 ? new Server1BackEnd() : new Server2BackEnd();
	}

	@Override
	public Optional<String> senseless(Cell cell) {
		Fault fault = cell.fault();
		if (cell.action() == FencedAction.CYCLE && !backEnd().operations().contains(PowerOperation.CYCLE)) {
			return Optional.of("the back end offers no reset");
		}
		return switch (cell.step()) {
			case RESOLVE, CONNECT, TLS, LOGIN -> fault == Fault.REFUSED ? Optional.empty()
					: Optional.of("vmrun does that by itself within each command: it can refuse in words, and all else is that command going wrong, LOOK_UP");
			case LOG_OUT -> Optional.of("a vmrun command has logged out when it ends");
			default -> NOT_OF_COMMANDS.contains(fault) ? Optional.of("a command has no status of HTTP, and no session or certificate that outlives it")
					: Optional.empty();
		};
	}

	@Override
	public void restore(boolean running) throws IOException {
		heal();
		Files.deleteIfExists(folder.resolve("stopped"));
		if (running) {
			vmrun.running(plug, bystander);
		} else {
			vmrun.running(bystander);
		}
	}

	@Override
	public void arm(Cell cell) throws IOException {
		Fault fault = cell.fault();
		switch (cell.step()) {
			case RESOLVE -> order("next.list*", ShellFaults.says("Error: The host name could not be resolved", 255));
			case CONNECT -> order("next.list*", ShellFaults.says("Error: Cannot connect to host: connection refused", 255));
			case TLS -> order("next.list*", ShellFaults.says("Error: SSL error: certificate verify failed", 255));
			case LOGIN -> order("next.list*", ShellFaults.says("Error: Invalid user name or password", 255));
			case WAIT -> order("next.list", ShellFaults.of(fault));
			default -> order("next", ShellFaults.of(fault));
		}
	}

	/** The version is asked without a server; the first command that has one lists. */
	private void order(String name, String script) throws IOException {
		for (String file : name.endsWith("*") ? List.of("next.list", "next.listRegisteredVM") : List.of(name)) {
			Files.writeString(folder.resolve(file), script);
		}
	}

	@Override
	public Map<String, Object> options() {
		return vmrun.reach();
	}

	@Override
	public String plug() {
		return plug;
	}

	@Override
	public boolean hasStruck() {
		return Files.exists(folder.resolve("struck"));
	}

	@Override
	public void heal() throws IOException {
		for (String file : List.of("next", "next.list", "next.listRegisteredVM", "struck")) {
			Files.deleteIfExists(folder.resolve(file));
		}
	}

	@Override
	public Set<Kind> expected(Cell cell) {
		Step step = cell.step();
		Fault fault = cell.fault();
		return switch (step) {
			case RESOLVE -> Set.of(Kind.DNS);
			case CONNECT -> Set.of(Kind.TCP);
			case TLS -> Set.of(Kind.TLS);
			case LOGIN -> Set.of(Kind.LOGIN);
			default -> switch (fault) {
				case REFUSED -> Set.of(Kind.PRIVILEGE);
				case HANG, DRIP -> Set.of(Kind.TIMEOUT);
				case RESTART -> Set.of(Kind.TCP);
				case RESET, UNKNOWN_FAULT -> Set.of(step == Step.POWER ? Kind.TASK : Kind.PROTOCOL);
				// A power command says nothing when all is well, so what it says otherwise counts for nothing, and only what is seen does.
				default -> step == Step.POWER ? Set.of(Kind.PROTOCOL, Kind.TIMEOUT) : Set.of(Kind.PROTOCOL);
			};
		};
	}

	@Override
	public boolean isOn() throws IOException {
		return vmrun.lines("running").contains(plug);
	}

	@Override
	public int powerOffs() throws IOException {
		return (int) vmrun.lines("stopped").stream().filter(plug::equals).count();
	}

	@Override
	public boolean anotherWasPowered() throws IOException {
		return !vmrun.lines("running").contains(bystander) || vmrun.lines("stopped").contains(bystander);
	}

	@Override
	public OptionalInt openSessions() {
		return OptionalInt.empty();
	}

	@Override
	public Optional<String> mayLeaveASession(Cell cell) {
		return Optional.empty();
	}

	@Override
	public void close() throws IOException {
		vmrun.delete();
	}
}

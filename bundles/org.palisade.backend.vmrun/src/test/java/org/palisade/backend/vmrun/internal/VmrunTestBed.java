package org.palisade.backend.vmrun.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.palisade.api.PowerState;
import org.palisade.api.option.StandardOptions;
import org.palisade.tck.Incident;
import org.palisade.tck.TestBed;

/** The stand-in for vmrun, in a folder of its own, for the compatibility kit. A machine is what has its path, so none can be replaced by another. */
final class VmrunTestBed implements TestBed {

	private static final List<String> COMMANDS = List.of("list", "listRegisteredVM", "start", "stop");

	private static final String TEMPLATE = "[standard] golden/golden.vmtx";

	private final Path folder;
	private final StandInVmrun vmrun;
	private final ServerType type;
	private final String plug;

	VmrunTestBed(ServerType type) throws Exception {
		this.type = type;
		plug = type == ServerType.SERVER1 ? "/vm/node1/node1.vmx" : "[standard] node1/node1.vmx";
		folder = Files.createTempDirectory("vmrun-test-bed");
		vmrun = new StandInVmrun(folder);
		vmrun.registered(plug, path("twin", "one"), path("twin", "two"), TEMPLATE);
		vmrun.running(plug);
	}

	private String path(String name, String parent) {
		return plug.replace("node1/node1", parent + "/" + name);
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
	public String missingPlug() {
		return path("nobody", "nobody");
	}

	@Override
	public boolean listsRunningPlugsOnly() {
		return type == ServerType.SERVER1;
	}

	@Override
	public Optional<String> ambiguousPlug() {
		return type == ServerType.SERVER1 ? Optional.empty() : Optional.of("twin");
	}

	@Override
	public Optional<String> template() {
		return type == ServerType.SERVER1 ? Optional.empty() : Optional.of(TEMPLATE);
	}

	@Override
	public Map<String, Object> malformedOptions() {
		return Map.of(StandardOptions.IP, "no address", StandardOptions.EXEC, "/none/such");
	}

	@Override
	public PowerState power() throws IOException {
		return vmrun.lines("running").contains(plug) ? PowerState.ON : PowerState.OFF;
	}

	@Override
	public void power(PowerState state) throws IOException {
		vmrun.running(state == PowerState.ON ? new String[] { plug } : new String[0]);
	}

	@Override
	public boolean impose(Incident incident) throws Exception {
		switch (incident) {
			case SILENCE -> silence();
			case REFUSAL -> {
				vmrun.says("stop", "Error: The operation was refused\n", 255);
				vmrun.says("start", "Error: The operation was refused\n", 255);
			}
			case NO_EFFECT -> vmrun.isSlow();
			case REMOVAL -> {
				vmrun.registered(path("twin", "one"));
				vmrun.running();
			}
			case REPLACEMENT -> {
				return false;
			}
		}
		return true;
	}

	private void silence() throws Exception {
		vmrun.hangs(COMMANDS.get(0));
		for (String command : COMMANDS) {
			Files.writeString(folder.resolve("hang." + command), "");
		}
	}

	@Override
	public OptionalInt contacts() {
		try {
			return OptionalInt.of(vmrun.lines("calls").size());
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	public void close() throws IOException {
		vmrun.delete();
	}
}

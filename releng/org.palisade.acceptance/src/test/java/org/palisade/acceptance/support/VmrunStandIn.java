package org.palisade.acceptance.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** A stand-in for vmrun, which cannot be had: the script of the tests of its back end, in a folder of its own, with two machines. */
public final class VmrunStandIn implements CommandHost {

	/** VMware Server 1 knows machines by their files, its successor by datastores. */
	private static final String PLUG_OF_SERVER_1 = "/vm/node1/node1.vmx";
	private static final String PLUG_OF_SERVER_2 = "[standard] node1/node1.vmx";
	private static final String OTHER = "[standard] node2/node2.vmx";
	private static final Set<String> COMMANDS = Set.of("list", "listRegisteredVM", "start", "stop");
	private static final String USERNAME = "fencing";
	private static final String PASSWORD = "c4nary-of-vmrun";

	private final Path folder;
	private final String type;
	private final String plug;

	private VmrunStandIn(Path folder, String type, String plug) {
		this.folder = folder;
		this.type = type;
		this.plug = plug;
	}

	/** Puts one of VMware Server 2 into that folder, which is empty. */
	public static VmrunStandIn in(Path folder) throws IOException {
		return in(folder, "server2", PLUG_OF_SERVER_2);
	}

	/** Puts one of VMware Server 1 into that folder, which is empty. */
	public static VmrunStandIn ofServer1In(Path folder) throws IOException {
		return in(folder, "server1", PLUG_OF_SERVER_1);
	}

	private static VmrunStandIn in(Path folder, String type, String plug) throws IOException {
		VmrunStandIn standIn = new VmrunStandIn(folder, type, plug);
		Files.copy(Path.of(System.getProperty("palisade.vmrun")), standIn.executable());
		Files.setPosixFilePermissions(standIn.executable(), PosixFilePermissions.fromString("rwx------"));
		Files.writeString(folder.resolve("banner"), "\nvmrun version 2.0.0 build-122956\n\nUsage: vmrun [AUTHENTICATION-FLAGS] COMMAND [PARAMETERS]\n");
		Files.writeString(folder.resolve("account"), USERNAME + ":" + PASSWORD);
		Files.createFile(folder.resolve("calls"));
		Files.write(folder.resolve("registered"), List.of(plug, OTHER));
		standIn.power(true);
		return standIn;
	}

	private Path executable() {
		return folder.resolve("vmrun");
	}

	/** {@return the password that it takes} */
	public String password() {
		return PASSWORD;
	}

	@Override
	public Request request() {
		return Request.empty().with("ip", "vmhost.example.com").with("username", USERNAME).with("password", PASSWORD)
				.with("vmware_type", type).with("exec", executable()).plug(plug);
	}

	/** The question for the version is none of them. */
	@Override
	public List<String> commands() throws IOException {
		return Files.readAllLines(folder.resolve("calls")).stream().filter(COMMANDS::contains).toList();
	}

	@Override
	public HeldCommand hold(int nth) throws IOException {
		// The script reads this once, under another name, so it puts it back.
		Path script = folder.resolve("next");
		return HeldCommand.by(script, "mv '" + folder.resolve("struck") + "' '" + script + "'", "grep -cx -e -T '" + folder.resolve("calls") + "'", nth);
	}

	@Override
	public boolean isLeftAlone(HeldCommand held) {
		return held.process().isEmpty();
	}

	@Override
	public void power(boolean on) throws IOException {
		Files.write(folder.resolve("running"), on ? List.of(plug) : List.of());
	}

	@Override
	public boolean isOn() throws IOException {
		return Files.readAllLines(folder.resolve("running")).contains(plug);
	}

	@Override
	public void close() {
		// Each command is a process of its own.
	}
}

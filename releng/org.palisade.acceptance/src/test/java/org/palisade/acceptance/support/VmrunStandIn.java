package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A stand-in for vmrun, which cannot be had: the script of the tests of its back end, in a folder of its own, with two machines. */
public final class VmrunStandIn {

	/** The machine that may be powered. */
	public static final String PLUG = "[standard] node1/node1.vmx";
	private static final String OTHER = "[standard] node2/node2.vmx";
	private static final String USERNAME = "fencing";
	private static final String PASSWORD = "c4nary-of-vmrun";

	private final Path folder;

	private VmrunStandIn(Path folder) {
		this.folder = folder;
	}

	/** Puts one into that folder, which is empty. */
	public static VmrunStandIn in(Path folder) throws IOException {
		VmrunStandIn standIn = new VmrunStandIn(folder);
		Files.copy(Path.of(System.getProperty("palisade.vmrun")), standIn.executable());
		Files.setPosixFilePermissions(standIn.executable(), PosixFilePermissions.fromString("rwx------"));
		Files.writeString(folder.resolve("banner"), "\nvmrun version 2.0.0 build-122956\n\nUsage: vmrun [AUTHENTICATION-FLAGS] COMMAND [PARAMETERS]\n");
		Files.writeString(folder.resolve("account"), USERNAME + ":" + PASSWORD);
		Files.write(folder.resolve("registered"), List.of(PLUG, OTHER));
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

	/** {@return a request that reaches it} */
	public Request request() {
		return Request.empty().with("ip", "vmhost.example.com").with("username", USERNAME).with("password", PASSWORD)
				.with("vmware_type", "server2").with("exec", executable());
	}

	/** Has the machine run, or not. */
	public void power(boolean on) {
		try {
			Files.write(folder.resolve("running"), on ? List.of(PLUG) : List.of());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** {@return whether the machine runs} */
	public boolean isOn() {
		try {
			return Files.readAllLines(folder.resolve("running")).contains(PLUG);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

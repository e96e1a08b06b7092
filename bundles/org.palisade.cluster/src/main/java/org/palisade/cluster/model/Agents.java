package org.palisade.cluster.model;

import java.util.Set;

/** The agents that Palisade stands in for, and how their devices are recognised. */
public final class Agents {

	/** The agent's name. */
	public static final String PALISADE = "fence_vmware";
	/** The names under which Palisade's agent can be installed. */
	private static final Set<String> OURS = Set.of(PALISADE, "fence_vmware_ng", "fence_vmware_soap", "fence_vmware_rest");
	/** Types whose plugs are paths of {@code .vmx} files, and that have the second login of the old agent. */
	private static final Set<String> TYPES_OF_FILES = Set.of("server1", "server2", "ssh");

	private Agents() {
	}

	/** {@return whether the device's options are those of Palisade's agent} */
	public static boolean isOurs(FenceDevice device) {
		return OURS.contains(device.agent());
	}

	/** {@return whether the device asks for a way of fencing by which the old keys and paths are right} */
	public static boolean wantsFiles(FenceDevice device) {
		return device.text("vmware_type").filter(TYPES_OF_FILES::contains).isPresent();
	}
}

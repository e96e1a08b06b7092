package org.palisade.agent.internal;

import java.util.Map;
import java.util.Set;

import org.palisade.api.option.StandardOptions;
import org.palisade.core.option.CoreOptions;

/**
 * The agents in whose place this one may be installed. Under the name of each it has that agent's defaults and says of itself what
 * configuration tools know of that agent, as of ClusterLabs fence-agents 4.12.1.
 */
enum AgentName {

	/** Also for any name of an administrator's own. */
	FENCE_VMWARE("fence_vmware", Map.of("ssh", "1", "ssh_path", "/usr/bin/ssh"), Set.of(StandardOptions.IP, CoreOptions.PLUG)),
	/** The name under which fence_vmware was introduced in 2009. */
	FENCE_VMWARE_NG("fence_vmware_ng", FENCE_VMWARE.defaults, FENCE_VMWARE.optional),
	FENCE_VMWARE_SOAP("fence_vmware_soap", Map.of(), Set.of()),
	FENCE_VMWARE_REST("fence_vmware_rest", Map.of(CoreOptions.VMWARE_TYPE, AgentName.TYPE_OF_REST, CoreOptions.SHELL_TIMEOUT, "5",
			CoreOptions.POWER_WAIT, "1"), Set.of());

	/** The back end that {@code fence_vmware_rest} uses. */
	private static final String TYPE_OF_REST = "rest";

	private final String command;
	private final Map<String, String> defaults;
	private final Set<String> optional;

	AgentName(String command, Map<String, String> defaults, Set<String> optional) {
		this.command = command;
		this.defaults = defaults;
		this.optional = optional;
	}

	/** {@return the agent that a command of this name stands for} */
	static AgentName of(String command) {
		for (AgentName name : values()) {
			if (name.command.equals(command)) {
				return name;
			}
		}
		return FENCE_VMWARE;
	}

	/** {@return the defaults that differ from the declared ones, by the name of the option} */
	Map<String, String> defaults() {
		return defaults;
	}

	/** {@return the options that this agent's metadata does not mark as required, whatever the back ends require} */
	Set<String> optional() {
		return optional;
	}

	String summary() {
		return switch (this) {
			case FENCE_VMWARE, FENCE_VMWARE_NG -> Messages.agent_summary;
			case FENCE_VMWARE_SOAP -> Messages.agent_summary_soap;
			case FENCE_VMWARE_REST -> Messages.agent_summary_rest;
		};
	}
}

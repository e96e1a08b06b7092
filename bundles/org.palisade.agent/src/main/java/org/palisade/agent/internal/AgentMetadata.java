package org.palisade.agent.internal;

import java.util.HashSet;
import java.util.Set;

import org.palisade.api.FenceException;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.option.StandardOptions;
import org.palisade.core.backend.InstalledBackEnds;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.Metadata;
import org.palisade.core.option.OptionCatalog;

/** What the agent tells about itself. */
final class AgentMetadata {

	private static final String URL = "https://www.vmware.com";

	private AgentMetadata() {
	}

	static String of(String command, OptionCatalog catalog, InstalledBackEnds backEnds) {
		AgentName name = AgentName.of(command);
		Set<String> required = requiredByAll(backEnds);
		required.removeAll(name.optional());
		return Metadata.of(agent(command), catalog, required);
	}

	/** {@return what is said about the agent of that name as a whole} */
	static Metadata.Agent agent(String command) {
		return new Metadata.Agent(command, AgentName.of(command).summary(), Messages.agent_description, URL);
	}

	/**
	 * A configuration tool demands what is required here, so only what every back end requires is; not the password, which a script may
	 * give.
	 */
	private static Set<String> requiredByAll(InstalledBackEnds backEnds) {
		Set<String> required = null;
		for (FenceBackEnd backEnd : backEnds.all()) {
			Set<String> own = requiredBy(backEnd);
			if (required == null) {
				required = new HashSet<>(own);
			} else {
				required.retainAll(own);
			}
		}
		Set<String> all = required == null ? new HashSet<>() : required;
		all.remove(StandardOptions.PASSWORD);
		all.add(CoreOptions.ACTION);
		all.add(CoreOptions.PLUG);
		return all;
	}

	/** A back end that cannot tell must not make the metadata of the others unavailable; a power action names it. */
	private static Set<String> requiredBy(FenceBackEnd backEnd) {
		try {
			return BackEndCalls.requiredOptions(backEnd);
		} catch (FenceException e) {
			return Set.of();
		}
	}
}

package org.palisade.agent.internal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the agent knows about where it runs.
 *
 * @param version the version to show
 * @param fencer the value of the environment variable {@code PCMK_service}, null when there is none
 * @param user the user under whom the agent runs
 * @param log where records of power operations are left
 * @param callersFolder the folder of a caller who runs in another process than this one
 */
record AgentEnvironment(String version, String fencer, String user, SystemLog log, Optional<Path> callersFolder) {

	/** {@return whether pacemaker runs the agent, which watches the time itself} */
	boolean isPacemaker() {
		return "pacemaker-fenced".equals(fencer);
	}
}

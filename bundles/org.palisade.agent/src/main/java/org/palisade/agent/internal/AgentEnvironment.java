package org.palisade.agent.internal;

/**
 * What the agent knows about where it runs.
 *
 * @param version the version to show
 * @param fencer the value of the environment variable {@code PCMK_service}, null when there is none
 * @param user the user under whom the agent runs
 * @param log where records of power operations are left
 */
record AgentEnvironment(String version, String fencer, String user, SystemLog log) {

	/** {@return whether pacemaker runs the agent, which watches the time itself} */
	boolean isPacemaker() {
		return "pacemaker-fenced".equals(fencer);
	}
}

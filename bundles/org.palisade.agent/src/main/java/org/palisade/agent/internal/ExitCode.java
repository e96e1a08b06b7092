package org.palisade.agent.internal;

/** The only exit codes of a fence agent (ClusterLabs fence-agents, {@code doc/FenceAgentAPI.md}). */
enum ExitCode {

	/** It worked; the status is on. */
	SUCCESS(0),
	/** It did not work, or nobody knows. */
	FAILURE(1),
	/** The status is off. */
	OFF(2);

	private final int value;

	ExitCode(int value) {
		this.value = value;
	}

	int value() {
		return value;
	}
}

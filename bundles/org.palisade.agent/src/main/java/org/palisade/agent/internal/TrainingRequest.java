package org.palisade.agent.internal;

import java.util.List;

/**
 * A request to the agent and the exit code that it has to have.
 *
 * @param command the name under which the agent is called
 * @param arguments its arguments; without any it reads its standard input
 * @param input its standard input
 * @param exit the exit code
 */
record TrainingRequest(String command, List<String> arguments, String input, int exit) {

	/** Does not show the input, in which there is a password. */
	@Override
	public String toString() {
		return command + " " + (arguments.isEmpty() ? input.lines().filter(line -> line.startsWith("action=")).findFirst().orElse("") : arguments.get(0));
	}
}

package org.palisade.backend.vmrun.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.palisade.api.option.Secret;

/**
 * What {@code vmrun} needs on its command line to reach a server, as each of its commands logs in anew. Immutable.
 *
 * @param executable the full path of vmrun
 * @param address the server
 * @param serverType which of the two kinds of servers it is
 * @param user the user's name
 * @param password the user's password
 */
record Login(String executable, ServerAddress address, ServerType serverType, String user, Secret password) {

	/** {@return the command line that prints version and usage, without logging in} */
	List<String> usageCommand() {
		return List.of(executable);
	}

	/** {@return the command line for a vmrun command, the password on it} */
	List<String> command(List<String> words) {
		return assemble(password.reveal(), words);
	}

	/** {@return the same command line for people to read} */
	String shown(List<String> words) {
		return assemble(password.toString(), words).stream().map(Login::quoted).collect(Collectors.joining(" "));
	}

	/** {@return {@code text} without the password, should vmrun have repeated it} */
	String withoutPassword(String text) {
		return password.isEmpty() ? text : text.replace(password.reveal(), password.toString());
	}

	private List<String> assemble(String passwordArgument, List<String> words) {
		List<String> command = new ArrayList<>();
		command.add(executable);
		command.addAll(serverType.hostArguments(address));
		command.addAll(List.of("-u", user, "-p", passwordArgument, "-T", serverType.vmrunName()));
		command.addAll(words);
		return command;
	}

	private static String quoted(String argument) {
		boolean plain = argument.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_./:*@%+=,".indexOf(c) >= 0);
		return plain && !argument.isEmpty() ? argument : "'" + argument.replace("'", "'\\''") + "'";
	}
}

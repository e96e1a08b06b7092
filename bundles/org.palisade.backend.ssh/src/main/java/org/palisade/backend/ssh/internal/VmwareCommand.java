package org.palisade.backend.ssh.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;

/**
 * The dialect of VMware's {@code vmware-cmd}: its command lines, and what its answers mean. Two dialects are spoken: that of ESX 3, which
 * needs no log-in, and that of ESX 4, which talks to a host and wants {@code -H -U -P}. Neither gets {@code -v}, which ESX 4 does not know.
 *
 * @param login the log-in that {@code vmware-cmd} wants; empty for the dialect of ESX 3
 */
record VmwareCommand(Optional<SecondLogin> login) {

	private static final String COMMAND = "vmware-cmd";
	private static final int NOT_FOUND_BY_SHELL = 127;
	private static final Pattern STATE = Pattern.compile("\\s*getstate\\(\\)\\s*=\\s*(\\w+)\\s*");
	private static final Pattern DONE = Pattern.compile("\\s*(start|stop)\\(\\w*\\)\\s*=\\s*1\\s*");
	private static final String NO_MACHINE = "no virtual machine";
	private static final String TEMPLATE_SUFFIX = ".vmtx";
	private static final String MACHINE_SUFFIX = ".vmx";

	/**
	 * A power state as {@code vmware-cmd} tells it.
	 *
	 * @param power the state
	 * @param doubt why it says little, see {@link org.palisade.api.PlugState#doubt()}
	 */
	record State(PowerState power, Optional<String> doubt) {
	}

	List<String> list() {
		return words("-l");
	}

	List<String> state(String machine) {
		return words(machine, "getstate");
	}

	List<String> change(String machine, PowerOperation operation) {
		return switch (operation) {
			case ON -> words(machine, "start");
			case OFF -> words(machine, "stop", "hard");
			case CYCLE -> throw new IllegalArgumentException("not among the operations of this back end");
		};
	}

	private List<String> words(String... arguments) {
		List<String> words = new ArrayList<>();
		words.add(COMMAND);
		login.ifPresent(second -> words.addAll(List.of("-H", second.host(), "-U", second.user(), "-P", second.password().reveal())));
		words.addAll(List.of(arguments));
		return words;
	}

	/** {@return the paths of the configuration files in the answer to {@link #list()}} Whatever else is written there is no path. */
	static List<String> machines(ShellScript.Result answer) {
		return answer.lines().stream().map(String::stripTrailing).filter(VmwareCommand::isMachine).distinct().toList();
	}

	/** {@return whether an answer to {@link #list()} without a machine says that there is none} An answer of nothing does, and so do words of that meaning. */
	static boolean saysThatThereIsNone(ShellScript.Result answer) {
		return answer.lines().stream().allMatch(line -> line.toLowerCase(Locale.ROOT).contains(NO_MACHINE));
	}

	private static boolean isMachine(String line) {
		return (line.startsWith("/") || line.startsWith("[")) && (line.endsWith(MACHINE_SUFFIX) || line.endsWith(TEMPLATE_SUFFIX));
	}

	/** {@return the plug of a configuration file} Its name is the file's, without folder and suffix: vmware-cmd knows no other. */
	static Plug plug(String machine) {
		boolean template = machine.endsWith(TEMPLATE_SUFFIX);
		String suffix = template ? TEMPLATE_SUFFIX : MACHINE_SUFFIX;
		String name = machine.substring(machine.lastIndexOf('/') + 1, machine.length() - suffix.length());
		return new Plug(machine, name.isEmpty() ? machine : name, machine, Optional.empty(), template);
	}

	/**
	 * {@return the state in the answer to {@link #state}; empty when there is none, or more than one} A state counts only as a whole line:
	 * an error message may hold the name of a machine, and that name anything.
	 */
	static Optional<State> stateIn(ShellScript.Result answer) {
		List<String> words = answer.lines().stream().map(STATE::matcher).filter(Matcher::matches).map(match -> match.group(1)).toList();
		return words.size() == 1 ? Optional.of(state(words.get(0).toLowerCase(Locale.ROOT), words.get(0))) : Optional.empty();
	}

	private static State state(String word, String asWritten) {
		return switch (word) {
			case "on" -> new State(PowerState.ON, Optional.empty());
			case "off" -> new State(PowerState.OFF, Optional.empty());
			case "suspended" -> new State(PowerState.SUSPENDED, Optional.empty());
			case "stuck" -> new State(PowerState.UNKNOWN, Optional.of(Messages.State_Stuck));
			default -> new State(PowerState.UNKNOWN, Optional.of(NLS.bind(Messages.State_Unknown, Problems.quote(asWritten))));
		};
	}

	/** {@return whether the answer to {@link #change} says that it was done} */
	static boolean isDone(ShellScript.Result answer) {
		return answer.lines().stream().anyMatch(line -> DONE.matcher(line).matches());
	}

	/**
	 * {@return what an answer means that is not the hoped-for one}
	 *
	 * @param step what was asked, for the message
	 * @param otherwise the kind of problem when the text is none of the known ones
	 */
	FenceProblem problem(ShellScript.Result answer, String step, Kind otherwise) {
		String text = withoutPassword(String.join(" ", answer.lines()));
		String said = NLS.bind(Messages.Command_Failed, new Object[] { step, answer.exitStatus(), Problems.quote(text) });
		String folded = text.toLowerCase(Locale.ROOT);
		if (answer.exitStatus() == NOT_FOUND_BY_SHELL) {
			return new FenceProblem(Kind.PROTOCOL, Messages.Command_Missing, Messages.Command_Missing_Advice);
		}
		if (folded.contains("incorrect user name or password") || folded.contains("invalidlogin") || folded.contains("login failed")) {
			return new FenceProblem(Kind.LOGIN, said, NLS.bind(Messages.SecondLogin_Refused_Advice, SshOptions.VMLOGIN, SshOptions.VMPASSWD));
		}
		if (folded.contains("permission")) {
			return new FenceProblem(Kind.PRIVILEGE, said, Messages.Privilege_Advice);
		}
		if (folded.contains("no such virtual machine") || folded.contains("no virtual machine found")) {
			return new FenceProblem(Kind.NOT_FOUND, said, Messages.NotFound_Advice);
		}
		return new FenceProblem(otherwise, said, login.isPresent() ? "" : NLS.bind(Messages.Command_Failed_Advice, SshOptions.VMLOGIN));
	}

	/** {@return the text, with the password of the second log-in masked} */
	String withoutPassword(String text) {
		String password = login.map(second -> second.password().reveal()).orElse("");
		return password.isEmpty() ? text : text.replace(password, login.get().password().toString());
	}
}

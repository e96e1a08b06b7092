package org.palisade.backend.ssh.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.palisade.api.FenceProblem;
import org.palisade.api.Plug;
import org.palisade.api.PowerState;
import org.palisade.api.option.Secret;
import org.palisade.fuzz.Property;

/**
 * What two commands of {@code vmware-cmd} print through a shell: a state is only what stands in one line of its own, an output that was cut off
 * is none, and no password is shown.
 */
public final class VmwareCommandTarget {

	private static final String PASSWORD = "kX9-canary-77";
	private static final VmwareCommand COMMAND = new VmwareCommand(Optional.of(new SecondLogin("127.0.0.1", "root", Secret.of(PASSWORD))));

	private VmwareCommandTarget() {
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) {
		String output = new String(input, StandardCharsets.UTF_8);
		ShellScript script = new ShellScript().then(COMMAND.list()).then(COMMAND.list());
		List<ShellScript.Result> results = script.split(output);
		Property.require(results.isEmpty() || results.size() == script.commands(), "an output is complete or none");
		results.forEach(VmwareCommandTarget::requireSound);
		if (!results.isEmpty()) {
			// A mark begins a line; elsewhere it is a word that a command printed.
			int lastMark = ("\n" + output).lastIndexOf("\npalisade-exit-status ");
			Property.require(script.split(output.substring(0, lastMark)).isEmpty(), "an output that was cut off is none");
		}
	}

	private static void requireSound(ShellScript.Result answer) {
		VmwareCommand.stateIn(answer).ifPresent(state -> {
			String word = state.power() == PowerState.UNKNOWN ? "" : state.power().name().toLowerCase(Locale.ROOT);
			// Only the word of the state may be written in other cases: GETSTATE() is no answer of vmware-cmd.
			long lines = answer.lines().stream().filter(line -> line.matches("\\s*getstate\\(\\)\\s*=\\s*(?i:" + word + ")\\s*")).count();
			Property.require(word.isEmpty() ? state.doubt().isPresent() : lines == 1, "a state is one whole line");
		});
		for (String machine : VmwareCommand.machines(answer)) {
			Plug plug = VmwareCommand.plug(machine);
			Property.require(answer.lines().stream().anyMatch(line -> line.stripTrailing().equals(plug.id())) && !plug.name().isEmpty(), "a plug is what was listed");
		}
		Property.require(!VmwareCommand.isDone(answer) || answer.lines().stream().anyMatch(line -> line.contains("=")), "done is what was said");
		FenceProblem problem = COMMAND.problem(answer, "list", FenceProblem.Kind.TASK);
		Property.require(!problem.message().contains(PASSWORD) && problem.message().chars().noneMatch(Character::isISOControl), "a problem can be shown");
	}
}

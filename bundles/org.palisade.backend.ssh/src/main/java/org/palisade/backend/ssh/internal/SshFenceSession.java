package org.palisade.backend.ssh.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.SessionContext;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.Pause;

/** Fences with {@code vmware-cmd} on the other side of a {@link RemoteShell}. */
final class SshFenceSession implements FenceSession {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private final RemoteShell shell;
	private final VmwareCommand command;
	private final SessionContext context;
	private final Pause pause;

	SshFenceSession(RemoteShell shell, VmwareCommand command, SessionContext context, Pause pause) {
		this.shell = shell;
		this.command = command;
		this.context = context;
		this.pause = pause;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		String text = selector.text();
		if (ShellScript.hasControlCharacter(text)) {
			throw Problems.option(Messages.Plug_ControlCharacter, Messages.ControlCharacter_Advice);
		}
		// A datastore has two paths, by its name and by its UUID: the one is a symbolic link to the other, and -l knows only one of them.
		boolean isPath = text.startsWith("/");
		ShellScript script = new ShellScript().then(command.list());
		List<ShellScript.Result> answers = run(isPath ? script.then(List.of("readlink", "-f", text)) : script, Messages.Step_List, deadline);
		String resolved = isPath && answers.get(1).exitStatus() == 0 && !answers.get(1).lines().isEmpty() ? answers.get(1).lines().get(0) : text;
		return machines(answers.get(0)).stream().map(VmwareCommand::plug)
				.filter(plug -> plug.path().equals(text) || plug.path().equals(resolved) || plug.name().equals(text)).toList();
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		List<ShellScript.Result> answers = run(new ShellScript().then(command.list()).then(command.state(plug.id())), Messages.Step_State,
				deadline);
		return stateOf(plug, answers.get(0), answers.get(1));
	}

	private PlugState stateOf(Plug plug, ShellScript.Result list, ShellScript.Result state) throws FenceException {
		if (!machines(list).contains(plug.id())) {
			throw new FenceException(Kind.NOT_FOUND, NLS.bind(Messages.NotRegistered, plug.path()), Messages.NotFound_Advice);
		}
		VmwareCommand.State power = VmwareCommand.stateIn(state)
				.orElseThrow(() -> new FenceException(command.problem(state, Messages.Step_State, Kind.PROTOCOL)));
		return new PlugState(VmwareCommand.plug(plug.id()), power.power(), power.doubt());
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		String step = NLS.bind(operation == PowerOperation.ON ? Messages.Step_On : Messages.Step_Off, plug.path());
		ShellScript script = new ShellScript().then(command.change(plug.id(), operation)).then(command.state(plug.id()));
		// The operation itself may take as long as its deadline allows: vmware-cmd answers when it is done.
		List<ShellScript.Result> answers = split(script, shell.run(script.text(), step, deadline), step);
		boolean done = VmwareCommand.isDone(answers.get(0));
		Optional<VmwareCommand.State> state = VmwareCommand.stateIn(answers.get(1));
		Duration length = FIRST_PAUSE;
		while (state.isEmpty() || state.get().power() != operation.wanted()) {
			if (!done) {
				return new PowerChange.Failed(command.problem(answers.get(0), step, Kind.TASK));
			}
			if (state.isPresent() && state.get().power() == PowerState.UNKNOWN && operation == PowerOperation.ON) {
				return new PowerChange.Failed(new FenceProblem(Kind.TASK, state.get().doubt().orElse(""), Messages.State_Stuck_Advice));
			}
			await(length, step, deadline);
			length = length.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length.multipliedBy(2);
			state = VmwareCommand.stateIn(run(new ShellScript().then(command.state(plug.id())), step, deadline).get(0));
		}
		return new PowerChange.Seen();
	}

	private void await(Duration length, String step, Deadline deadline) throws FenceException {
		pause.await(deadline.within(length).remaining(), context.cancellation());
		if (Thread.currentThread().isInterrupted()) {
			throw Problems.cancelled(step);
		}
	}

	/** The privilege to power a machine cannot be asked for by {@code vmware-cmd}; that it can be seen is all that can be checked. */
	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		if (plug.isPresent()) {
			read(plug.get(), deadline);
		} else {
			machines(run(new ShellScript().then(command.list()), Messages.Step_List, deadline).get(0));
		}
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		List<Plug> plugs = new ArrayList<>();
		Map<String, Integer> names = new HashMap<>();
		for (String machine : machines(run(new ShellScript().then(command.list()), Messages.Step_List, deadline).get(0))) {
			Plug plug = VmwareCommand.plug(machine);
			if (!plug.template()) {
				plugs.add(plug);
				names.merge(plug.name(), 1, Integer::sum);
			}
		}
		for (Plug plug : plugs) {
			PowerState power = withPower ? powerForListing(plug, deadline) : PowerState.UNKNOWN;
			boolean unique = names.get(plug.name()) == 1;
			consumer.accept(new ListedPlug(unique ? plug.name() : plug.path(), unique ? plug.path() : "", power));
		}
	}

	/** A machine that cannot tell its state must not cost the user the others' rows. */
	private PowerState powerForListing(Plug plug, Deadline deadline) throws FenceException {
		ShellScript.Result answer = run(new ShellScript().then(command.state(plug.id())), Messages.Step_State, deadline).get(0);
		Optional<VmwareCommand.State> state = VmwareCommand.stateIn(answer);
		if (state.isEmpty()) {
			context.diagnostics().detail(command.problem(answer, Messages.Step_State, Kind.PROTOCOL).message());
		}
		return state.map(VmwareCommand.State::power).orElse(PowerState.UNKNOWN);
	}

	@Override
	public void close(Deadline deadline) {
		shell.close();
	}

	/** The registered machines whose paths can be handed back to the host unchanged. */
	private List<String> machines(ShellScript.Result answer) throws FenceException {
		if (answer.exitStatus() != 0) {
			throw new FenceException(command.problem(answer, Messages.Step_List, Kind.PROTOCOL));
		}
		List<String> machines = VmwareCommand.machines(answer);
		if (machines.isEmpty() && !VmwareCommand.saysThatThereIsNone(answer)) {
			throw new FenceException(Kind.PROTOCOL, NLS.bind(Messages.List_Senseless, Problems.quote(command.withoutPassword(String.join(" ", answer.lines())))),
					Messages.List_Senseless_Advice);
		}
		for (String machine : machines) {
			if (ShellScript.hasControlCharacter(machine)) {
				context.diagnostics().warning(NLS.bind(Messages.Machine_ControlCharacter, Problems.quote(machine)));
			}
		}
		return machines.stream().filter(machine -> !ShellScript.hasControlCharacter(machine)).toList();
	}

	/** Each command of a script may take as long as one answer may. */
	private List<ShellScript.Result> run(ShellScript script, String step, Deadline deadline) throws FenceException {
		return split(script, shell.run(script.text(), step, deadline.within(context.answerLimit().multipliedBy(script.commands()))), step);
	}

	private static List<ShellScript.Result> split(ShellScript script, String output, String step) throws FenceException {
		List<ShellScript.Result> results = script.split(output);
		if (results.isEmpty()) {
			throw new FenceException(Kind.PROTOCOL, NLS.bind(Messages.Output_Incomplete, step), Messages.Output_Incomplete_Advice);
		}
		return results;
	}
}

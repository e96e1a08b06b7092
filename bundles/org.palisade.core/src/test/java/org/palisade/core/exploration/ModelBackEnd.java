package org.palisade.core.exploration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
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
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;
import org.palisade.core.exploration.World.Machine;

/** A back end that keeps the contract of the API, and whose server does at each call whatever a server may do. */
final class ModelBackEnd implements FenceBackEnd {

	/** What is remembered from an earlier request. */
	enum Memory {
		/** Nothing. */
		NONE,
		/** What is true when the request begins. */
		RIGHT,
		/**
		 * That another machine has that name, which it had. A back end believes in that without a proof only of a path, and a folder has no two
		 * machines of one name, so nor has the world then.
		 */
		OF_ANOTHER,
		/** A machine that there is not any more. */
		OF_NONE,
		/** That there is no such machine. */
		OF_NOTHING
	}

	private final ModelRun run;
	private final Memory memory;

	ModelBackEnd(ModelRun run, Memory memory) {
		this.run = run;
		this.memory = memory;
	}

	@Override
	public String type() {
		return "model";
	}

	@Override
	public String summary() {
		return "a model";
	}

	@Override
	public List<OptionDeclaration> options() {
		return List.of();
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of();
	}

	@Override
	public Set<PowerOperation> operations() {
		return Set.of(PowerOperation.values());
	}

	@Override
	public boolean hasDatacenters() {
		return true;
	}

	@Override
	public void validate(OptionValues options) {
		// There are none.
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		run.call("open");
		run.environment("before the log-in");
		if (run.choose("log-in", 2) == 1) {
			throw failure(Kind.LOGIN);
		}
		run.openedSession();
		return new Session();
	}

	private FenceException failure(Kind kind) {
		return new FenceException(kind, run.answer(kind).toString(), "");
	}

	private final class Session implements FenceSession {

		private boolean remembers = memory != Memory.NONE;

		@Override
		public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
			begin("find");
			Optional<List<Plug>> known = remembered();
			return end(known.isPresent() ? known.get() : named());
		}

		private Optional<List<Plug>> remembered() {
			Plug right = new Plug(World.ID, World.NAME, "/dc/vm/node1", Optional.of("uuid-1"), false);
			return switch (memory) {
				case NONE -> Optional.empty();
				case RIGHT -> Optional.of(List.of(right));
				case OF_ANOTHER -> Optional.of(List.of(new Plug(World.BYSTANDER, World.NAME, "/dc/vm/node1", Optional.of("uuid-2"), false)));
				case OF_NONE -> Optional.of(List.of(new Plug("vm-9", World.NAME, "/dc/vm/node1", Optional.of("uuid-9"), false)));
				case OF_NOTHING -> Optional.of(List.of());
			};
		}

		private List<Plug> named() {
			return run.world().named().stream().map(Machine::plug).toList();
		}

		@Override
		public boolean isRemembered(Plug plug) {
			return remembers;
		}

		@Override
		public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
			if (memory == Memory.NONE) {
				return Optional.empty();
			}
			begin("findAnew");
			remembers = false;
			return Optional.of(end(named()));
		}

		@Override
		public PlugState read(Plug plug, Deadline deadline) throws FenceException {
			begin("read " + plug.id());
			remembers = false;
			Optional<Machine> machine = run.world().machine(plug.id());
			if (machine.isEmpty()) {
				throw failure(Kind.NOT_FOUND);
			}
			run.lastRead(Optional.of(machine.get().state()));
			return end(machine.get().state());
		}

		@Override
		public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
			judge(plug, operation);
			run.ordered(operation == PowerOperation.CYCLE ? PowerState.OFF : operation.wanted());
			begin(operation + " " + plug.id());
			Optional<Machine> machine = run.world().machine(plug.id());
			if (machine.isEmpty()) {
				throw failure(Kind.NOT_FOUND);
			}
			if (!machine.get().connected()) {
				return end(failed());
			}
			switch (run.choose("operation", 5)) {
				case 0 -> {
					carryOut(plug.id(), operation);
					return end(new PowerChange.Seen());
				}
				case 1 -> {
					return end(failed());
				}
				case 2 -> {
					carryOut(plug.id(), operation);
					return end(failed());
				}
				case 3 -> {
					carryOut(plug.id(), operation);
					run.environment("answer that is lost");
					throw failure(Kind.TCP);
				}
				default -> {
					run.change(run.world().queue(Optional.of(new World.Queued(plug.id(), operation.wanted()))));
					throw failure(Kind.TIMEOUT);
				}
			}
		}

		/** What must hold when a machine is powered. */
		private void judge(Plug plug, PowerOperation operation) {
			boolean confirmed = run.lastRead().filter(state -> state.plug().hasIdentityOf(plug) && !state.plug().template()).isPresent();
			if (!confirmed) {
				run.violated(operation + " of " + plug + " without its identity having been read right before: " + run.lastRead());
			}
			if (!run.wasMeantAlone(plug.id())) {
				run.violated(operation + " of " + plug + ", which was never the only one that was meant");
			}
			if (operation == PowerOperation.ON && run.lastRead().filter(state -> state.power() == PowerState.ON).isPresent() && run.powerOffs() > 0) {
				run.violated("powered on although it was not off");
			}
		}

		private void carryOut(String id, PowerOperation operation) {
			if (operation == PowerOperation.CYCLE) {
				run.change(run.world().with(id, machine -> machine.powered(PowerState.OFF)));
			}
			run.change(run.world().with(id, machine -> machine.powered(operation.wanted())));
		}

		private PowerChange failed() {
			return new PowerChange.Failed(new FenceException(Kind.TASK, "the task failed", "").problem());
		}

		@Override
		public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
			begin("check");
			end("checked");
		}

		@Override
		public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
			begin("list");
			end("listed");
		}

		@Override
		public void close(Deadline deadline) {
			run.closedSession();
		}

		/** What happens while the request is on its way. The connection may break then. */
		private void begin(String call) throws FenceException {
			run.call(call);
			run.lastRead(Optional.empty());
			run.environment("request");
			if (run.choose("connection", 2) == 1) {
				throw failure(Kind.TCP);
			}
		}

		/** What happens while the answer is on its way. It may come although the caller has given up. */
		private <T> T end(T answer) throws FenceException {
			run.environment("answer");
			if (run.gaveUp() && run.choose("cancellation", 2) == 1) {
				throw failure(Kind.CANCELLED);
			}
			return run.answer(answer);
		}
	}
}

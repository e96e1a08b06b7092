package org.palisade.sessions;

import java.util.ArrayList;
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
import org.palisade.api.option.Secret;
import org.palisade.api.time.Deadline;

/** A back end with one plug and one right password, whose server forgets its sessions when told to. */
final class MortalBackEnd implements FenceBackEnd {

	static final Plug PLUG = new Plug("vm-1", "web", "/DC0/vm/web", Optional.of("uuid"), false);

	/** What was done, by all sessions together: {@code open 1}, {@code find 1}, {@code close 1}. */
	final List<String> calls = new ArrayList<>();
	final List<Session> sessions = new ArrayList<>();
	/** How a dead session answers; empty for one that sees nothing any more. */
	Optional<Kind> death = Optional.of(Kind.LOGIN);
	/** Whether the first session finds from memory, without a word to the server. */
	boolean remembers;
	/** Whether the first session has grown too old to find anything without much work. */
	boolean firstIsOld;
	Plug found = PLUG;

	final class Session implements FenceSession {

		final int number;
		final SessionContext context;
		boolean dead;
		int setAside;

		Session(int number, SessionContext context) {
			this.number = number;
			this.context = context;
		}

		private void call(String name) throws FenceException {
			calls.add(name + " " + number);
			context.diagnostics().detail(name);
			if (dead && death.isPresent()) {
				throw new FenceException(death.get(), "the session is dead", "");
			}
		}

		@Override
		public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
			if (isRemembered(PLUG)) {
				return List.of(PLUG);
			}
			call("find");
			return dead ? List.of() : List.of(found);
		}

		@Override
		public boolean isTooOldToFind(PlugSelector selector) {
			return firstIsOld && number == 1;
		}

		@Override
		public boolean isRemembered(Plug plug) {
			return remembers && number == 1;
		}

		@Override
		public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
			call("anew");
			return number == 1 ? Optional.of(List.of(found)) : Optional.empty();
		}

		@Override
		public PlugState read(Plug plug, Deadline deadline) throws FenceException {
			call("read");
			return new PlugState(found, PowerState.ON, Optional.empty());
		}

		@Override
		public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
			call("change");
			return new PowerChange.Seen();
		}

		@Override
		public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
			call("check");
		}

		@Override
		public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
			call("list");
			if (!dead) {
				consumer.accept(new ListedPlug("web", "", PowerState.ON));
			}
		}

		@Override
		public void setAside() {
			setAside++;
		}

		@Override
		public void close(Deadline deadline) {
			calls.add("close " + number);
		}
	}

	@Override
	public String type() {
		return "esx";
	}

	@Override
	public String summary() {
		return "a back end for tests";
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
	public void validate(OptionValues options) {
		// Everything is sound.
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		calls.add("open " + (sessions.size() + 1));
		if (!options.secret("password").map(Secret::reveal).equals(Optional.of("right"))) {
			throw new FenceException(Kind.LOGIN, "wrong password", "");
		}
		Session session = new Session(sessions.size() + 1, context);
		sessions.add(session);
		return session;
	}
}

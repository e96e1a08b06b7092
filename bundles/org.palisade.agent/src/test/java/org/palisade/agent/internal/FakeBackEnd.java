package org.palisade.agent.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
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

/** A back end with one plug that obeys, and a hook that a test can put before every call of the session. */
final class FakeBackEnd implements FenceBackEnd, FenceSession {

	/** What happens before a call. */
	@FunctionalInterface
	interface Hook {
		void before(String call) throws FenceException;
	}

	static final Plug VM = new Plug("vm-1", "web", "/DC0/vm/web", Optional.of("uuid"), false);

	PowerState power = PowerState.ON;
	Optional<String> doubt = Optional.empty();
	List<ListedPlug> rows = List.of();
	Hook hook = call -> { };
	final List<String> calls = new ArrayList<>();
	OptionValues openedWith;
	SessionContext context;
	PlugSelector searched;

	@Override
	public String type() {
		return "esx";
	}

	@Override
	public String summary() {
		return "fake";
	}

	@Override
	public List<OptionDeclaration> options() {
		return List.of();
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of("ip", "username", "password");
	}

	@Override
	public void validate(OptionValues options) throws FenceException {
		call("validate");
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext sessionContext, Deadline deadline) throws FenceException {
		openedWith = options;
		context = sessionContext;
		call("open");
		return this;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		searched = selector;
		call("find");
		return selector.text().equals(VM.name()) ? List.of(VM) : List.of();
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		call("read");
		return new PlugState(VM, power, doubt);
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		call("change");
		power = operation.wanted();
		return new PowerChange.Seen();
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		call("check");
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		call("list");
		rows.forEach(consumer);
	}

	@Override
	public void close(Deadline deadline) {
		calls.add("close");
	}

	private void call(String name) throws FenceException {
		calls.add(name);
		hook.before(name);
	}
}

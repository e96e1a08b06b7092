package org.palisade.agent.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** A back end with plugs that obey, and a hook that a test can put before every call of the session. */
final class FakeBackEnd implements FenceBackEnd, FenceSession {

	/** What happens before a call. */
	@FunctionalInterface
	interface Hook {
		void before(String call) throws FenceException;
	}

	/** The names of its plugs. */
	final List<String> plugs = new ArrayList<>(List.of("web"));

	/** The state in which each of them is at first. */
	PowerState power = PowerState.ON;
	Optional<String> doubt = Optional.empty();
	List<ListedPlug> rows = List.of();
	Set<String> required = Set.of("ip", "username", "password");
	Hook hook = call -> { };
	private final Map<String, PowerState> powers = new HashMap<>();
	final List<String> calls = new ArrayList<>();
	OptionValues openedWith;
	SessionContext context;
	PlugSelector searched;

	@Override
	public String type() {
		return "esx";
	}

	@Override
	public boolean hasDatacenters() {
		return true;
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
		return required;
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
		int index = plugs.indexOf(selector.text());
		String id = "vm-" + (index + 1);
		return index < 0 ? List.of() : List.of(new Plug(id, selector.text(), "/DC0/vm/" + selector.text(), Optional.of("uuid"), false));
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		call("read");
		return new PlugState(plug, powerOf(plug.id()), doubt);
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		call("change");
		powers.put(plug.id(), operation.wanted());
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

	PowerState powerOf(String id) {
		return powers.getOrDefault(id, power);
	}

	private void call(String name) throws FenceException {
		calls.add(name);
		hook.before(name);
	}
}

package org.palisade.devices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
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
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;

/** Stands in for a back end: knows the machines that a test gives it. */
final class StandInBackEnd implements FenceBackEnd, FenceSession {

	final List<String> calls = new ArrayList<>();
	final Map<String, List<Plug>> plugs = new HashMap<>();
	final Map<String, PlugState> states = new HashMap<>();
	Optional<FenceProblem> refusal = Optional.empty();
	OptionValues openedWith;

	Plug add(String name, PowerState power, Optional<String> doubt, boolean template) {
		Plug plug = new Plug("vm-" + plugs.size() + name.length(), name, "/DC0/vm/" + name, Optional.of("uuid-of-" + name), template);
		plugs.computeIfAbsent(name, key -> new ArrayList<>()).add(plug);
		states.put(plug.id(), new PlugState(plug, power, doubt));
		return plug;
	}

	@Override
	public String type() {
		return "esx";
	}

	@Override
	public String summary() {
		return "stands in";
	}

	@Override
	public List<OptionDeclaration> options() {
		return List.of();
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of(StandardOptions.IP, StandardOptions.USERNAME, StandardOptions.PASSWORD);
	}

	@Override
	public Set<PowerOperation> operations() {
		return Set.of(PowerOperation.ON, PowerOperation.OFF);
	}

	@Override
	public boolean hasDatacenters() {
		return true;
	}

	@Override
	public void validate(OptionValues options) {
		calls.add("validate");
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		calls.add("open");
		openedWith = options;
		if (refusal.isPresent()) {
			throw new FenceException(refusal.get());
		}
		return this;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) {
		calls.add("find " + selector.text());
		return plugs.getOrDefault(selector.text(), List.of());
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) {
		calls.add("read");
		return states.get(plug.id());
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) {
		throw new AssertionError("powered " + plug);
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) {
		calls.add("check");
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) {
		throw new AssertionError("nobody asked for a list");
	}

	@Override
	public void close(Deadline deadline) {
		calls.add("close");
	}
}

package org.palisade.core.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;

/**
 * A back end and its session, which play the answers that a test has laid out for them and write down every call. An answer is used once;
 * a call without one is an error of the test.
 */
final class PlayedBackEnd implements FenceBackEnd, FenceSession {

	/** What a call does instead of returning at once. */
	@FunctionalInterface
	interface Part<T> {
		T play() throws FenceException;
	}

	final List<String> calls = new ArrayList<>();
	final List<String> searched = new ArrayList<>();
	final List<Plug> changed = new ArrayList<>();
	final Deque<Part<PlugState>> reads = new ArrayDeque<>();
	final Deque<Part<PowerChange>> changes = new ArrayDeque<>();
	Part<Void> onValidate = () -> null;
	Part<Void> onOpen = () -> null;
	Part<List<Plug>> onFind = List::of;
	Part<Optional<List<Plug>>> onFindAnew = Optional::empty;
	Part<Void> onCheck = () -> null;
	Part<List<ListedPlug>> onList = List::of;
	Runnable onClose = () -> { };
	List<OptionDeclaration> options = List.of();
	Set<PowerOperation> operations = Set.of(PowerOperation.ON, PowerOperation.OFF);
	boolean hasDatacenters = true;
	Supplier<String> onType = () -> "played";
	boolean remembers;

	OptionValues openedWith;
	SessionContext context;
	Duration openLimit;
	Duration changeLimit;
	Duration closeLimit;
	Optional<Plug> checked;
	boolean listedWithPower;
	int lookUpsAnew;
	int readsForChange;

	PlayedBackEnd reading(PlugState... states) {
		for (PlugState state : states) {
			reads.add(() -> state);
		}
		return this;
	}

	PlayedBackEnd changing(PowerChange... outcomes) {
		for (PowerChange outcome : outcomes) {
			changes.add(() -> outcome);
		}
		return this;
	}

	@Override
	public String type() {
		return onType.get();
	}

	@Override
	public boolean hasDatacenters() {
		return hasDatacenters;
	}

	@Override
	public String summary() {
		return "plays a part";
	}

	@Override
	public List<OptionDeclaration> options() {
		return options;
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of();
	}

	@Override
	public Set<PowerOperation> operations() {
		return operations;
	}

	@Override
	public void validate(OptionValues values) throws FenceException {
		calls.add("validate");
		onValidate.play();
	}

	@Override
	public FenceSession open(OptionValues values, SessionContext sessionContext, Deadline deadline) throws FenceException {
		calls.add("open");
		openedWith = values;
		context = sessionContext;
		openLimit = deadline.remaining();
		onOpen.play();
		return this;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		calls.add("find");
		searched.add(selector.text());
		return onFind.play();
	}

	@Override
	public boolean isRemembered(Plug plug) {
		return remembers;
	}

	@Override
	public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		lookUpsAnew++;
		return onFindAnew.play();
	}

	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		readsForChange++;
		return read(plug, deadline);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		calls.add("read");
		return reads.remove().play();
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		calls.add("change " + operation);
		changed.add(plug);
		changeLimit = deadline.remaining();
		return changes.remove().play();
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		calls.add("check");
		checked = plug;
		onCheck.play();
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		calls.add("list");
		listedWithPower = withPower;
		onList.play().forEach(consumer);
	}

	@Override
	public void close(Deadline deadline) {
		calls.add("close");
		closeLimit = deadline.remaining();
		onClose.run();
	}
}

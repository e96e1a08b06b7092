package org.palisade.tck.memory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

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
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.tck.memory.MemoryDevice.Machine;

/** A session that keeps the contract. */
final class MemorySession implements FenceSession {

	private final MemoryDevice device;
	private final Optional<String> listedDatacenter;
	private final SessionContext context;
	private final CountDownLatch cancelled = new CountDownLatch(1);
	private final Cancellation.Registration registration;
	private boolean connected;
	private boolean loggedIn;

	MemorySession(MemoryDevice device, Optional<String> listedDatacenter, SessionContext context) {
		this.device = device;
		this.listedDatacenter = listedDatacenter;
		this.context = context;
		registration = context.cancellation().onRequest(cancelled::countDown);
	}

	void logIn(String password, Deadline deadline) throws FenceException {
		try {
			exchange(deadline);
			device.connect();
			connected = true;
			if (!device.logIn(password)) {
				throw new FenceException(Kind.LOGIN, "the password was refused", "Check it");
			}
			loggedIn = true;
			exchange(deadline);
			context.diagnostics().detail("logged in");
		} catch (FenceException e) {
			close(deadline);
			throw e;
		}
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		exchange(deadline);
		String text = selector.text();
		return device.machines().stream().filter(machine -> isIn(selector.datacenter(), machine)).filter(machine -> machine.name().equals(text) || machine.uuid().equals(text)).map(MemorySession::plug)
				.toList();
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		exchange(deadline);
		Machine machine = machine(plug);
		return new PlugState(plug(machine), machine.power(), Optional.empty());
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		exchange(deadline);
		machine(plug);
		int powerOffs = device.powerOffs();
		if (!(operation == PowerOperation.CYCLE ? device.reset(plug.id()) : device.change(plug.id(), operation.wanted()))) {
			return new PowerChange.Failed(new FenceProblem(Kind.TASK, "the server refused", ""));
		}
		exchange(deadline);
		boolean seen = machine(plug).power() == operation.wanted() && (operation != PowerOperation.CYCLE || device.powerOffs() > powerOffs);
		return seen ? new PowerChange.Seen()
				: new PowerChange.Failed(new FenceProblem(Kind.TASK, "nothing has changed", ""));
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		exchange(deadline);
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		exchange(deadline);
		for (Machine machine : device.machines()) {
			if (machine.template() || !isIn(listedDatacenter, machine)) {
				continue;
			}
			consumer.accept(new ListedPlug(machine.name(), machine.uuid(), withPower ? machine.power() : PowerState.UNKNOWN));
		}
	}

	@Override
	public synchronized void close(Deadline deadline) {
		registration.close();
		if (connected) {
			connected = false;
			device.disconnect();
		}
		if (loggedIn) {
			loggedIn = false;
			device.logOut();
		}
	}

	/** Stands for a request and its answer. */
	private void exchange(Deadline deadline) throws FenceException {
		if (context.cancellation().requested()) {
			throw cancelled();
		}
		Duration left = deadline.remaining();
		if (left.isZero()) {
			throw timedOut();
		}
		if (!device.contact()) {
			awaitSilence(left.compareTo(context.answerLimit()) < 0 ? left : context.answerLimit());
		}
	}

	private void awaitSilence(Duration limit) throws FenceException {
		try {
			throw cancelled.await(limit.toNanos(), TimeUnit.NANOSECONDS) ? cancelled() : timedOut();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw cancelled();
		}
	}

	private static boolean isIn(Optional<String> datacenter, Machine machine) {
		return datacenter.isEmpty() || datacenter.get().equals(machine.datacenter());
	}

	private Machine machine(Plug plug) throws FenceException {
		return device.machines().stream().filter(machine -> machine.id().equals(plug.id())).findFirst()
				.orElseThrow(() -> new FenceException(Kind.NOT_FOUND, "no plug " + plug.name(), ""));
	}

	private static FenceException timedOut() {
		return new FenceException(Kind.TIMEOUT, "timed out", "");
	}

	private static FenceException cancelled() {
		return new FenceException(Kind.CANCELLED, "cancelled", "");
	}

	private static Plug plug(Machine machine) {
		return new Plug(machine.id(), machine.name(), machine.name(), Optional.of(machine.uuid()), machine.template());
	}
}

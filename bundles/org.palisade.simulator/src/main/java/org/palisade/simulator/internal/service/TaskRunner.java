package org.palisade.simulator.internal.service;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.palisade.simulator.internal.disruption.Disruption;
import org.palisade.simulator.internal.disruption.ScheduledChange.Moment;
import org.palisade.simulator.internal.model.DataObject;
import org.palisade.simulator.internal.model.PowerTask;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.VirtualMachine;
import org.palisade.simulator.internal.model.World;

/** Runs power tasks through their states in a thread of its own. Thread-safe. */
public final class TaskRunner implements AutoCloseable {

	private static final int HALF = 50;

	private final World world;
	private final long durationMillis;
	private final ScheduledThreadPoolExecutor timer;

	/** A runner whose tasks take that long. */
	public TaskRunner(World world, Duration duration) {
		this.world = world;
		this.durationMillis = duration.toMillis();
		this.timer = new ScheduledThreadPoolExecutor(1, runnable -> {
			Thread thread = new Thread(runnable, "vcenter-simulator-tasks");
			thread.setDaemon(true);
			return thread;
		});
		timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
	}

	/** Lets a queued task begin; called with the world's lock held. */
	public void start(PowerTask task, Disruption disruption) {
		later(0, task, () -> begin(task, disruption));
	}

	private void later(long millis, PowerTask task, Runnable step) {
		try {
			timer.schedule(() -> locked(task, step), millis, TimeUnit.MILLISECONDS);
		} catch (RejectedExecutionException closed) {
			// The server is being closed: nobody will ask for the task any more.
			return;
		}
	}

	private void locked(PowerTask task, Runnable step) {
		world.lock();
		try {
			if (world.tasks().find(task.id()).isPresent()) {
				step.run();
			}
		} finally {
			world.unlock();
		}
	}

	private void begin(PowerTask task, Disruption disruption) {
		Optional<VimFault> obstacle = obstacle(task);
		if (obstacle.isPresent()) {
			fail(task, obstacle.get());
			return;
		}
		world.tasks().activate(task);
		world.update(task, () -> task.run(world.clock().instant()));
		later(durationMillis / 2, task, () -> getOn(task, disruption));
	}

	private static Optional<VimFault> obstacle(PowerTask task) {
		VirtualMachine machine = task.machine();
		if (machine.activeTask().isPresent()) {
			return Optional.of(new VimFault(DataObject.of("TaskInProgress").with("task", machine.activeTask().get()),
					"The operation is not allowed in the current state: another task is already in progress."));
		}
		if (!machine.connectionState().equals("connected")) {
			return Optional.of(VimFault.named("HostNotConnected", "Unable to communicate with the remote host, since it is disconnected."));
		}
		return wrongState(task);
	}

	private static Optional<VimFault> wrongState(PowerTask task) {
		VirtualMachine machine = task.machine();
		if (task.operation().isPossibleIn(machine.powerState())) {
			return Optional.empty();
		}
		DataObject fault = DataObject.of("InvalidPowerState").with("requestedState", task.operation().result().name())
				.with("existingState", machine.powerState().name());
		return Optional.of(new VimFault(fault, "The attempted operation cannot be performed in the current state ("
				+ describe(machine) + ")."));
	}

	private static String describe(VirtualMachine machine) {
		return switch (machine.powerState()) {
		case poweredOn -> "Powered on";
		case poweredOff -> "Powered off";
		case suspended -> "Suspended";
		};
	}

	private void getOn(PowerTask task, Disruption disruption) {
		world.update(task, () -> task.progress(HALF));
		if (!disruption.taskNeverEnds()) {
			later(durationMillis - durationMillis / 2, task, () -> finish(task, disruption));
		}
	}

	private void finish(PowerTask task, Disruption disruption) {
		Optional<VimFault> fault = disruption.taskFault().or(() -> wrongState(task));
		world.tasks().release(task);
		if (fault.isPresent()) {
			fail(task, fault.get());
			return;
		}
		world.power(task.machine(), task.operation(), task.user());
		world.update(task, () -> task.succeed(world.clock().instant()));
		disruption.change(Moment.TASK);
	}

	private void fail(PowerTask task, VimFault fault) {
		world.update(task, () -> task.fail(fault, world.clock().instant()));
	}

	@Override
	public void close() {
		timer.shutdownNow();
	}
}

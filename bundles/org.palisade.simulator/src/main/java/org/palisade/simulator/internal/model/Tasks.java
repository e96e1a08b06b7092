package org.palisade.simulator.internal.model;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tasks of the server: those that run and the latest that ended. Guarded by the world's lock. */
public final class Tasks {

	private static final int KEPT = 10_000;

	private final Map<String, PowerTask> byId = new HashMap<>();
	private final Deque<PowerTask> oldestFirst = new ArrayDeque<>();
	private int created;

	/** A new task in the state {@code queued}. */
	public PowerTask create(PowerOperation operation, VirtualMachine machine, String user, Instant now) {
		PowerTask task = new PowerTask("task-" + ++created, operation, machine, user, now);
		byId.put(task.id(), task);
		oldestFirst.addLast(task);
		while (oldestFirst.size() > KEPT && !oldestFirst.peekFirst().isUnfinished()) {
			byId.remove(oldestFirst.removeFirst().id());
		}
		return task;
	}

	/** The task with that identifier. */
	public Optional<PowerTask> find(String id) {
		return Optional.ofNullable(byId.get(id));
	}

	/** How many there ever were. */
	public int created() {
		return created;
	}

	/** How many neither succeeded nor failed yet. */
	public int unfinished() {
		int count = 0;
		for (PowerTask task : oldestFirst) {
			count += task.isUnfinished() ? 1 : 0;
		}
		return count;
	}

	/** Lets go of the machines of unfinished tasks and forgets all, as a restarted server does. */
	public void forgetAll() {
		for (PowerTask task : oldestFirst) {
			VirtualMachine machine = task.machine();
			if (machine.activeTask().filter(active -> active == task).isPresent()) {
				machine.activeTask(null);
			}
		}
		oldestFirst.clear();
		byId.clear();
	}

	/** Makes the task its machine's active one. */
	public void activate(PowerTask task) {
		task.machine().activeTask(task);
	}

	/** Leaves the machine free for the next task. */
	public void release(PowerTask task) {
		task.machine().activeTask(null);
	}
}

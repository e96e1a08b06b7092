package org.palisade.simulator.internal.model;

import java.time.Instant;
import java.util.Optional;

/** A task that powers a machine. Guarded by the world's lock. */
public final class PowerTask implements ManagedObject {

	private static final VimType TYPE = VimTypes.get("Task");

	private final String id;
	private final PowerOperation operation;
	private final VirtualMachine machine;
	private final String user;
	private final Instant queued;
	private String state = "queued";
	private int progress;
	private Instant started;
	private Instant completed;
	private DataObject error;
	private VimFault fault;
	private long revision;

	PowerTask(String id, PowerOperation operation, VirtualMachine machine, String user, Instant queued) {
		this.id = id;
		this.operation = operation;
		this.machine = machine;
		this.user = user;
		this.queued = queued;
	}

	/** What it does. */
	public PowerOperation operation() {
		return operation;
	}

	/** The machine that it does it to. */
	public VirtualMachine machine() {
		return machine;
	}

	/** Who ordered it. */
	public String user() {
		return user;
	}

	/** Whether it neither succeeded nor failed yet. */
	public boolean isUnfinished() {
		return completed == null;
	}

	/** Why it failed, if it did. */
	public Optional<VimFault> fault() {
		return Optional.ofNullable(fault);
	}

	/** Begins. */
	public void run(Instant now) {
		state = "running";
		started = now;
	}

	/** Gets on, in percent. */
	public void progress(int percent) {
		progress = percent;
	}

	/** Ends well. */
	public void succeed(Instant now) {
		state = "success";
		completed = now;
	}

	/** Ends badly. */
	public void fail(VimFault reason, Instant now) {
		state = "error";
		fault = reason;
		error = DataObject.of("LocalizedMethodFault").with("fault", reason.detail()).with("localizedMessage", reason.getMessage());
		completed = now;
	}

	void changed(long inRevision) {
		this.revision = inRevision;
	}

	@Override
	public VimType type() {
		return TYPE;
	}

	@Override
	public String id() {
		return id;
	}

	@Override
	public long revision() {
		return revision;
	}

	@Override
	public Object property(String name) {
		return name.equals("info") ? info() : null;
	}

	private DataObject info() {
		return DataObject.of("TaskInfo").with("key", id).with("task", this).with("name", operation.method())
				.with("descriptionId", operation.descriptionId()).with("entity", machine).with("entityName", machine.name())
				.with("state", state).with("cancelled", false).with("cancelable", false).with("error", error)
				.with("progress", state.equals("running") ? progress : null)
				.with("reason", DataObject.of("TaskReasonUser").with("userName", user)).with("queueTime", queued).with("startTime", started)
				.with("completeTime", completed).with("eventChainId", 0);
	}
}

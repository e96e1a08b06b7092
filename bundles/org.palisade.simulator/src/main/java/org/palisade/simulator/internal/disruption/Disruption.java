package org.palisade.simulator.internal.disruption;

import java.util.List;
import java.util.Optional;

import org.palisade.simulator.internal.disruption.ScheduledChange.Moment;
import org.palisade.simulator.internal.model.VimFault;

/**
 * Everything that was ordered for one call.
 *
 * @param faults what goes wrong
 * @param changes what happens to the world
 */
public record Disruption(List<ArmedFault> faults, List<ScheduledChange> changes) {

	/** Nothing was ordered. */
	public static final Disruption NONE = new Disruption(List.of(), List.of());

	/** Keeps copies of the lists. */
	public Disruption {
		faults = List.copyOf(faults);
		changes = List.copyOf(changes);
	}

	private Optional<ArmedFault> find(FaultKind kind) {
		return faults.stream().filter(fault -> fault.kind() == kind).findFirst();
	}

	/** How many milliseconds the call waits. */
	public long delayMillis() {
		return faults.stream().filter(fault -> fault.kind() == FaultKind.DELAY).mapToLong(ArmedFault::number).sum();
	}

	/** The HTTP status to answer with. */
	public Optional<Integer> httpStatus() {
		return find(FaultKind.HTTP_STATUS).map(fault -> (int) fault.number());
	}

	/** The SOAP fault to answer with. */
	public Optional<VimFault> soapFault() {
		return find(FaultKind.SOAP_FAULT).map(Disruption::toFault);
	}

	/** How the answer's delivery is spoilt. */
	public Optional<ArmedFault> delivery() {
		return faults.stream().filter(fault -> fault.kind().spoilsDelivery()).findFirst();
	}

	/** Whether the method takes effect. */
	public boolean isExecuted() {
		return faults.stream().allMatch(ArmedFault::executed);
	}

	/** What the task that the call starts ends with. */
	public Optional<VimFault> taskFault() {
		return find(FaultKind.TASK_ERROR).map(Disruption::toFault);
	}

	/** Whether the task that the call starts never ends. */
	public boolean taskNeverEnds() {
		return find(FaultKind.TASK_HANG).isPresent();
	}

	private static VimFault toFault(ArmedFault fault) {
		return VimFault.named(fault.parameter(), "Simulated fault " + fault.parameter() + ", as ordered.");
	}

	/** Makes the changes that were ordered for that moment. */
	public void change(Moment moment) {
		for (ScheduledChange change : changes) {
			if (change.moment() == moment) {
				change.change().run();
			}
		}
	}
}

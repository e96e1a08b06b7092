package org.palisade.backend.esx.internal;

import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;

import com.vmware.vim25.LocalizedMethodFault;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.VirtualMachineConnectionState;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.Plug;
import org.palisade.api.PlugState;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.Faults;
import org.palisade.vsphere.InventoryNames;
import org.palisade.vsphere.MapContents;
import org.palisade.vsphere.ObjectProperties;
import org.palisade.vsphere.VSphereSession;

/** Reads the identity of virtual machines, and with it their power state. */
final class PlugReader {

	/** What tells machines apart, for reading them without their ancestors. */
	static final List<String> NAMED_IDENTITY = List.of("name", "config.uuid", "config.instanceUuid", "config.template");

	private static final List<String> IDENTITY = List.of("config.uuid", "config.instanceUuid", "config.template");
	/** What tells a machine apart, and its state. */
	static final List<String> STATE = List.of("config.uuid", "config.instanceUuid", "config.template", VirtualMachine.POWER_STATE,
			VirtualMachine.CONNECTION_STATE, VirtualMachine.BOOT_TIME);

	/**
	 * A state, and what tells it from a later one that looks the same.
	 *
	 * @param bootTime when the machine was booted last; empty when it is off, or when the server does not tell
	 */
	record Reading(PlugState state, Optional<Calendar> bootTime) {
	}

	private final VSphereSession session;
	private final Deadline deadline;

	PlugReader(VSphereSession session, Deadline deadline) {
		this.session = session;
		this.deadline = deadline;
	}

	/**
	 * {@return identity and state, from one call}
	 *
	 * @param place where the machine must be for it to be the one that was meant
	 * @throws FenceException of kind NOT_FOUND when it is not there
	 */
	Reading state(ManagedObjectReference reference, Place place) throws FenceException {
		return state(Ancestry.read(session, References.VIRTUAL_MACHINE, STATE, List.of(reference), deadline), reference, place);
	}

	/**
	 * {@return what the server has told of a machine, checked in the same way}
	 *
	 * @param ancestry the machine's {@link #STATE} with its ancestors, all as of one moment
	 */
	Reading state(Ancestry ancestry, ManagedObjectReference reference, Place place) throws FenceException {
		if (session.isContentAssumed() && !session.confirmContent(ancestry.instanceUuid())) {
			throw gone(reference);
		}
		ObjectProperties machine = ancestry.object(reference).orElseThrow(() -> gone(reference));
		for (String property : List.of("name", VirtualMachine.POWER_STATE, VirtualMachine.CONNECTION_STATE)) {
			refuseUnreadable(machine, property);
		}
		if (!place.holds(ancestry, machine)) {
			throw new FenceException(Kind.NOT_FOUND, NLS.bind(Messages.elsewhere, reference.getVal(), ancestry.path(machine)), Messages.gone_advice);
		}
		PlugState state = new PlugState(plug(ancestry, machine), VirtualMachine.power(machine), doubt(machine));
		return new Reading(state, machine.value(VirtualMachine.BOOT_TIME, Calendar.class));
	}

	private static FenceException gone(ManagedObjectReference reference) {
		return new FenceException(Kind.NOT_FOUND, NLS.bind(Messages.gone, reference.getVal()), Messages.gone_advice);
	}

	private static void refuseUnreadable(ObjectProperties machine, String property) throws FenceException {
		Optional<LocalizedMethodFault> fault = machine.missing(property);
		if (fault.isPresent()) {
			throw new FenceException(Faults.of(fault.get(), Kind.PROTOCOL));
		}
	}

	private static Optional<String> doubt(ObjectProperties machine) {
		Optional<VirtualMachineConnectionState> connection = machine.value(VirtualMachine.CONNECTION_STATE,
				VirtualMachineConnectionState.class);
		if (connection.isEmpty()) {
			return Optional.of(Messages.doubt_unknown);
		}
		return switch (connection.get()) {
		case connected -> Optional.empty();
		case disconnected -> Optional.of(Messages.doubt_disconnected);
		case orphaned -> Optional.of(Messages.doubt_orphaned);
		case inaccessible -> Optional.of(Messages.doubt_inaccessible);
		case invalid -> Optional.of(Messages.doubt_invalid);
		};
	}

	/**
	 * {@return the virtual machines that the server still knows}
	 *
	 * @param below the datacenter to which they are restricted
	 */
	List<Plug> plugs(List<ManagedObjectReference> references, Optional<ManagedObjectReference> below) throws FenceException {
		if (references.isEmpty()) {
			return List.of();
		}
		try {
			return known(references, below);
		} catch (FenceException failure) {
			if (failure.problem().kind() != Kind.NOT_FOUND) {
				throw failure;
			}
		}
		// The server refuses them all when one was removed since it was found.
		List<Plug> plugs = new ArrayList<>();
		if (references.size() > 1) {
			for (ManagedObjectReference reference : references) {
				plugs.addAll(plugs(List.of(reference), below));
			}
		}
		return plugs;
	}

	private List<Plug> known(List<ManagedObjectReference> references, Optional<ManagedObjectReference> below) throws FenceException {
		Ancestry ancestry = Ancestry.read(session, References.VIRTUAL_MACHINE, IDENTITY, references, deadline);
		List<Plug> plugs = new ArrayList<>();
		for (ManagedObjectReference reference : references) {
			Optional<ObjectProperties> machine = ancestry.object(reference);
			if (machine.isPresent() && (below.isEmpty() || ancestry.isBelow(machine.get(), below.get()))) {
				plugs.add(plug(ancestry, machine.get()));
			}
		}
		return plugs;
	}

	/** A virtual machine that is being created, or whose files are out of reach, has no config; it is a plug all the same. */
	private static Plug plug(Ancestry ancestry, ObjectProperties machine) {
		String name = InventoryNames.decoded(machine.text("name").orElse(machine.id()));
		return new Plug(machine.id(), name, ancestry.path(machine), uuids(machine), isTemplate(machine));
	}

	/** {@return the instance UUID and the BIOS UUID, as far as the machine has them} */
	static Optional<String> uuids(ObjectProperties machine) {
		return MapContents.uuids(machine.text("config.instanceUuid"), machine.text("config.uuid"));
	}

	static boolean isTemplate(ObjectProperties machine) {
		return machine.value("config.template", Boolean.class).orElse(false);
	}
}

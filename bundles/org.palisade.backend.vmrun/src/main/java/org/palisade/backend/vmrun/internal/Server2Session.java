package org.palisade.backend.vmrun.internal;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerState;
import org.palisade.api.SessionContext;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.Pause;

/**
 * A session with VMware Server 2. A machine is what the list of registered machines shows; its identity is its path,
 * {@code [datastore] folder/name.vmx}, as vmrun shows no UUID. It is on when the list of running machines shows it too.
 * <p>
 * vmrun has no command that tells identity and power state together. The state is therefore read first and the identity after it: what is
 * told is the power state that the path had, and that the path was still that of a registered machine afterwards. A machine must be off
 * to be unregistered, so a running one cannot have moved from another path to this one in between. A suspended machine is not
 * told from one that is off.
 */
final class Server2Session extends VmrunSession {

	Server2Session(Vmrun vmrun, SessionContext context, Pause pause) {
		super(vmrun, context, pause);
	}

	/** Reads the text as a full path and as a short name, the name of the file without folder and extension. */
	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		String text = selector.text();
		List<String> registered = vmrun().registered(deadline);
		List<String> matching = registered.stream().filter(path -> path.equals(text) || VmxPath.shortName(path).equals(text)).toList();
		for (String path : matching) {
			requireSingle(path, registered);
		}
		return matching.stream().map(this::plug).toList();
	}

	@Override
	String name(String path) {
		return VmxPath.shortName(path);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		List<String> running = vmrun().running(deadline);
		List<String> registered = vmrun().registered(deadline);
		requireSingle(plug.id(), registered);
		boolean on = isAmong(running, plug.id());
		if (!on && !registered.contains(plug.id())) {
			throw new FenceException(FenceProblem.Kind.NOT_FOUND, NLS.bind(Messages.noLongerRegistered, plug.path()),
					Messages.notFoundAdvice);
		}
		return new PlugState(plug(plug.id()), on ? PowerState.ON : PowerState.OFF, disagreement(plug.id(), running, registered));
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		if (plug.isPresent()) {
			read(plug.get(), deadline);
			return;
		}
		vmrun().running(deadline);
		if (vmrun().registered(deadline).isEmpty()) {
			throw new FenceException(FenceProblem.Kind.PRIVILEGE, Messages.nothingRegistered, Messages.nothingRegisteredAdvice);
		}
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		Set<String> running = withPower ? new HashSet<>(vmrun().running(deadline)) : Set.of();
		List<String> registered = vmrun().registered(deadline).stream().filter(path -> !VmxPath.isTemplate(path)).toList();
		Set<String> ambiguous = ambiguousNames(registered);
		for (String path : registered) {
			String shortName = VmxPath.shortName(path);
			consumer.accept(new ListedPlug(path, ambiguous.contains(shortName) ? "" : shortName, power(withPower, running.contains(path))));
		}
	}

	@Override
	boolean isAmong(List<String> running, String path) {
		return running.contains(path);
	}

	/** Two machines of one path exist behind a vCenter whose datacenters have datastores of the same name. */
	private static void requireSingle(String path, List<String> registered) throws FenceException {
		if (Collections.frequency(registered, path) > 1) {
			throw new FenceException(FenceProblem.Kind.AMBIGUOUS, NLS.bind(Messages.listedTwice, path), Messages.listedTwiceAdvice);
		}
	}

	/** {@return in what the two lists contradict each other about a machine, if they do} */
	private static Optional<String> disagreement(String path, List<String> running, List<String> registered) {
		if (!registered.contains(path)) {
			return Optional.of(NLS.bind(Messages.runsUnregistered, path));
		}
		if (running.contains(path)) {
			return Optional.empty();
		}
		// Something of this name runs and is not registered: this very machine may be listed as running under another path.
		return running.stream().filter(other -> !registered.contains(other))
				.filter(other -> VmxPath.isAlike(VmxPath.shortName(other), VmxPath.shortName(path))).findFirst()
				.map(other -> NLS.bind(Messages.runsUnderOtherPath, other));
	}

	private static Set<String> ambiguousNames(List<String> paths) {
		Set<String> seen = new HashSet<>();
		Set<String> repeated = new HashSet<>();
		for (String path : paths) {
			String name = VmxPath.shortName(path);
			if (!seen.add(name)) {
				repeated.add(name);
			}
		}
		return repeated;
	}

	private static PowerState power(boolean known, boolean runs) {
		if (!known) {
			return PowerState.UNKNOWN;
		}
		return runs ? PowerState.ON : PowerState.OFF;
	}
}

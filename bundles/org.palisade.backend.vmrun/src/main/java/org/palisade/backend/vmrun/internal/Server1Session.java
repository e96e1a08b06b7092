package org.palisade.backend.vmrun.internal;

import java.util.List;
import java.util.Optional;
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
 * A session with VMware Server 1, of which vmrun can ask one thing only: the paths of the running machines. A path among them is on, and
 * identity and state come from the same call. Any other path is off, whether or not a machine of that path exists: a misspelt plug
 * cannot be told from one that is off, and neither can a suspended machine, nor one that the account may not see.
 */
final class Server1Session extends VmrunSession {

	Server1Session(Vmrun vmrun, SessionContext context, Pause pause) {
		super(vmrun, context, pause);
	}

	/**
	 * Checks the form of the path. The server is asked all the same, though it cannot say whether the machine exists: that it answers, and takes the
	 * password, has to be known before a machine that it does not list is called off.
	 */
	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		if (!VmxPath.isAbsoluteFile(selector.text())) {
			throw new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.notAbsolute, selector.text()), Messages.notAbsoluteAdvice);
		}
		vmrun().running(deadline);
		return List.of(plug(selector.text()));
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		List<String> running = vmrun().running(deadline);
		boolean on = isAmong(running, plug.id());
		Optional<String> doubt = on ? Optional.empty()
				: running.stream().filter(path -> VmxPath.isAlike(path, plug.id())).findFirst()
						.map(path -> NLS.bind(Messages.runsInOtherCase, path));
		return new PlugState(plug(plug.id()), on ? PowerState.ON : PowerState.OFF, doubt);
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		vmrun().running(deadline);
	}

	/** Lists the running machines alone: vmrun cannot list others. */
	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		for (String path : vmrun().running(deadline)) {
			consumer.accept(new ListedPlug(path, "", withPower ? PowerState.ON : PowerState.UNKNOWN));
		}
	}

	/** No other name finds the machine. */
	@Override
	String name(String path) {
		return path;
	}

	@Override
	boolean isAmong(List<String> running, String path) {
		return running.stream().anyMatch(listed -> VmxPath.isSameFile(listed, path));
	}
}

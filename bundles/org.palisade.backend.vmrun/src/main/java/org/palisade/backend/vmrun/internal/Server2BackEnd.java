package org.palisade.backend.vmrun.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.time.Pause;

/** The back end {@code server2}: VMware Server 2, and what else speaks its protocol. */
@Component(service = FenceBackEnd.class)
public final class Server2BackEnd extends VmrunBackEnd {

	private final Pause pause;

	/** Made by Declarative Services. */
	@Activate
	public Server2BackEnd() {
		this(Pause.system());
	}

	Server2BackEnd(Pause pause) {
		super(ServerType.SERVER2);
		this.pause = pause;
	}

	@Override
	public String type() {
		return "server2";
	}

	@Override
	public String summary() {
		return Messages.server2Summary;
	}

	@Override
	FenceSession session(Vmrun vmrun, SessionContext context) {
		return new Server2Session(vmrun, context, pause);
	}
}

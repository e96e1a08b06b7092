package org.palisade.backend.vmrun.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.time.Pause;

/** The back end {@code server1}: VMware Server 1, of which only the running machines can be seen. */
@Component(service = FenceBackEnd.class)
public final class Server1BackEnd extends VmrunBackEnd {

	private final Pause pause;

	/** Made by Declarative Services. */
	@Activate
	public Server1BackEnd() {
		this(Pause.system());
	}

	Server1BackEnd(Pause pause) {
		super(ServerType.SERVER1);
		this.pause = pause;
	}

	@Override
	public String type() {
		return "server1";
	}

	@Override
	public String summary() {
		return Messages.server1Summary;
	}

	@Override
	FenceSession session(Vmrun vmrun, SessionContext context) {
		return new Server1Session(vmrun, context, pause);
	}
}

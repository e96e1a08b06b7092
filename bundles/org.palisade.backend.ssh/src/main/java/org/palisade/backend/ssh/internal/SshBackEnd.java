package org.palisade.backend.ssh.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.Pause;

/** The back end {@code ssh}: {@code vmware-cmd} on an ESX service console. */
@Component
public final class SshBackEnd implements FenceBackEnd {

	private final Pause pause;

	/** Made by the service component runtime. */
	@Activate
	public SshBackEnd() {
		this(Pause.system());
	}

	SshBackEnd(Pause pause) {
		this.pause = pause;
	}

	@Override
	public String type() {
		return "ssh";
	}

	@Override
	public String summary() {
		return Messages.Summary;
	}

	@Override
	public List<OptionDeclaration> options() {
		return SshOptions.all();
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of(StandardOptions.IP, StandardOptions.USERNAME);
	}

	@Override
	public void validate(OptionValues options) throws FenceException {
		SshSettings.check(options);
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		SshSettings settings = SshSettings.of(options);
		tellWhatIsIgnored(options, settings, context);
		VmwareCommand command = new VmwareCommand(secondLogin(options));
		return new SshFenceSession(new RemoteAccount(settings, context, deadline), command, context, pause);
	}

	private static void tellWhatIsIgnored(OptionValues options, SshSettings settings, SessionContext context) {
		if (!settings.client().ignored().isEmpty()) {
			context.diagnostics().warning(NLS.bind(Messages.SshOptions_Ignored, SshOptions.SSH_OPTIONS,
					Problems.quote(String.join(" ", settings.client().ignored()))));
		}
		if (options.isGiven(SshOptions.SSH_PATH)) {
			context.diagnostics().warning(NLS.bind(Messages.SshPath_Ignored, SshOptions.SSH_PATH));
		}
	}

	private static Optional<SecondLogin> secondLogin(OptionValues options) {
		if (!options.isGiven(SshOptions.VMLOGIN)) {
			return Optional.empty();
		}
		Secret password = options.secret(SshOptions.VMPASSWD).orElseThrow();
		return Optional.of(new SecondLogin(options.requiredText(SshOptions.VMIPADDR), options.requiredText(SshOptions.VMLOGIN), password));
	}
}

package org.palisade.backend.esx.internal;

import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.PowerOperation;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;
import org.palisade.transport.Endpoint;
import org.palisade.vsphere.VSphereSession;

/** Fences virtual machines through the vSphere API. */
@Component
public final class EsxBackEnd implements FenceBackEnd {

	@Override
	public String type() {
		return "esx";
	}

	@Override
	public String summary() {
		return Messages.summary;
	}

	@Override
	public List<OptionDeclaration> options() {
		return List.of();
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of(StandardOptions.IP, StandardOptions.USERNAME, StandardOptions.PASSWORD);
	}

	@Override
	public Set<PowerOperation> operations() {
		return Set.of(PowerOperation.ON, PowerOperation.OFF, PowerOperation.CYCLE);
	}

	@Override
	public boolean hasDatacenters() {
		return true;
	}

	@Override
	public void validate(OptionValues options) throws FenceException {
		Endpoint.of(options).validate();
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		Secret password = options.secret(StandardOptions.PASSWORD).orElseThrow();
		VSphereSession session = VSphereSession.open(Endpoint.of(options), options.requiredText(StandardOptions.USERNAME), password, context,
				deadline);
		boolean resets = options.text(StandardOptions.METHOD).filter(StandardOptions.METHOD_CYCLE::equals).isPresent();
		return new EsxSession(session, context.diagnostics(), options.text(StandardOptions.VMWARE_DATACENTER), resets);
	}
}

package org.palisade.backend.esx.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.PowerOperation;
import org.palisade.api.SessionContext;
import org.palisade.api.lookup.LookUpCache;
import org.palisade.api.lookup.LookUpService;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;
import org.palisade.transport.Endpoint;
import org.palisade.vsphere.KnownContent;
import org.palisade.vsphere.VSphereSession;

/** Fences virtual machines through the vSphere API. */
@Component
public final class EsxBackEnd implements FenceBackEnd {

	private final LookUpService lookUps;
	private final Clock clock;

	/**
	 * @param lookUps remembers inventories; null where no such service is installed
	 */
	@Activate
	public EsxBackEnd(@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) LookUpService lookUps) {
		this(lookUps, Clock.systemUTC());
	}

	/**
	 * @param clock of this machine
	 */
	EsxBackEnd(LookUpService lookUps, Clock clock) {
		this.lookUps = lookUps;
		this.clock = clock;
	}

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
		if (lookUps != null) {
			lookUps.validate(options);
		}
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		Secret password = options.secret(StandardOptions.PASSWORD).orElseThrow();
		String account = options.requiredText(StandardOptions.USERNAME);
		LookUpCache cache = lookUps == null ? LookUpCache.none() : lookUps.open(options, context.diagnostics());
		Endpoint endpoint = Endpoint.of(options);
		Optional<Map<String, String>> known = cache.server(endpoint.url(""));
		VSphereSession session = VSphereSession.open(endpoint, account, password, known.flatMap(KnownContent::content), context, deadline);
		EventHistory history = new EventHistory(session, context.diagnostics(), clock, clock.instant());
		PlugMemory memory = new PlugMemory(cache, session, account, context.diagnostics(), history);
		ServerMemory server = new ServerMemory(cache, endpoint.url(""), known, session);
		boolean resets = options.text(StandardOptions.METHOD).filter(StandardOptions.METHOD_CYCLE::equals).isPresent();
		return new EsxSession(session, context.diagnostics(), options.text(StandardOptions.VMWARE_DATACENTER), resets, memory, server);
	}
}

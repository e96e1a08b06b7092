package org.palisade.backend.rest.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.Pause;
import org.palisade.transport.Endpoint;

/** Fences virtual machines through the vSphere Automation API. */
@Component
public final class RestBackEnd implements FenceBackEnd {

	private static final String API_PATH = "api_path";
	private static final String FILTER = "filter";

	@Override
	public String type() {
		return "rest";
	}

	@Override
	public String summary() {
		return Messages.summary;
	}

	@Override
	public List<OptionDeclaration> options() {
		return List.of(OptionDeclaration.of(API_PATH, OptionType.STRING, Messages.option_api_path),
				OptionDeclaration.of(FILTER, OptionType.STRING, Messages.option_filter));
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of(StandardOptions.IP, StandardOptions.USERNAME, StandardOptions.PASSWORD);
	}

	@Override
	public boolean hasDatacenters() {
		return true;
	}

	@Override
	public void validate(OptionValues options) throws FenceException {
		Endpoint.of(options).validate();
		ApiPath.candidates(given(options, API_PATH));
		ListFilter.parse(given(options, FILTER));
		if (options.requiredText(StandardOptions.USERNAME).indexOf(':') >= 0) {
			// The log-in sends name and password with a colon in between (RFC 7617, section 2).
			throw new FenceException(Kind.OPTION, Messages.username_colon, Messages.username_colon_advice);
		}
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		Secret password = options.secret(StandardOptions.PASSWORD).orElseThrow();
		Scope scope = new Scope(options.text(StandardOptions.VMWARE_DATACENTER), ListFilter.parse(given(options, FILTER)));
		AutomationSession session = AutomationSession.open(Endpoint.of(options), ApiPath.candidates(given(options, API_PATH)),
				options.requiredText(StandardOptions.USERNAME), password, context, deadline);
		return new RestSession(session, scope, Pause.system());
	}

	private static Optional<String> given(OptionValues options, String name) {
		return options.text(name).filter(text -> !text.isBlank());
	}
}

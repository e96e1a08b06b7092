package org.palisade.transport.internal;

import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.palisade.transport.tls.TlsEngine;

/**
 * Knows the engine that takes the place of the platform's TLS. Static, because a transport is made by a constructor, wherever one is needed, also
 * outside of a framework.
 */
@Component(service = TlsEngines.class, immediate = true)
public final class TlsEngines {

	private static volatile TlsEngine installed;

	/** @param engine the service, null when there is none */
	@Activate
	public TlsEngines(@Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) TlsEngine engine) {
		install(engine);
	}

	@Deactivate
	void uninstall() {
		install(null);
	}

	/** Has connections that are opened from now on use this engine, or the platform's when it is null or not available. */
	public static void install(TlsEngine engine) {
		installed = engine;
	}

	/** {@return the engine to use; empty for the platform's} */
	static Optional<TlsEngine> available() {
		TlsEngine engine = installed;
		return engine != null && engine.isAvailable() ? Optional.of(engine) : Optional.empty();
	}
}

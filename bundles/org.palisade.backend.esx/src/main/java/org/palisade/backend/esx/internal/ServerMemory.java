package org.palisade.backend.esx.internal;

import java.util.Map;
import java.util.Optional;

import org.palisade.api.FenceException;
import org.palisade.api.lookup.LookUpCache;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.KnownContent;
import org.palisade.vsphere.VSphereSession;

/** What is remembered about the server at an address. */
final class ServerMemory {

	private final LookUpCache cache;
	private final String address;
	private Optional<Map<String, String>> known;
	private final VSphereSession session;

	/**
	 * @param known what was remembered when the session was opened
	 */
	ServerMemory(LookUpCache cache, String address, Optional<Map<String, String>> known, VSphereSession session) {
		this.cache = cache;
		this.address = address;
		this.known = known;
		this.session = session;
	}

	/** Makes sure of the server: from now on nothing about it comes from memory. */
	void settle(Deadline deadline) throws FenceException {
		if (session.isContentAssumed()) {
			session.retrieveContent(deadline);
		}
	}

	/** Remembers what the server has said, when it is anything new. */
	void keep() {
		if (!session.isContentAssumed()) {
			KnownContent.facts(session.content()).filter(facts -> known.filter(facts::equals).isEmpty()).ifPresent(facts -> {
				cache.rememberServer(address, facts);
				known = Optional.of(facts);
			});
		}
	}
}

package org.palisade.vsphere;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.vmware.vim25.AboutInfo;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ServiceContent;

/**
 * What a session needs of a server's service content, as texts that can be kept. It changes only when another vCenter is installed in its place, so a
 * session may begin with what an earlier one was told, and spare a round trip, if it makes sure of the server before anything depends on it.
 */
public final class KnownContent {

	private static final String INSTANCE_UUID = "instanceUuid";
	private static final String API_VERSION = "apiVersion";

	private KnownContent() {
	}

	/** {@return the content as texts; empty for a server that cannot be told from others, such as an ESXi host} */
	public static Optional<Map<String, String>> facts(ServiceContent content) {
		String uuid = content.getAbout().getInstanceUuid();
		String version = content.getAbout().getApiVersion();
		if (uuid == null || version == null) {
			return Optional.empty();
		}
		Map<String, String> facts = new HashMap<>(Map.of(INSTANCE_UUID, uuid, API_VERSION, version));
		put(facts, "rootFolder", content.getRootFolder());
		put(facts, "propertyCollector", content.getPropertyCollector());
		put(facts, "viewManager", content.getViewManager());
		put(facts, "sessionManager", content.getSessionManager());
		put(facts, "authorizationManager", content.getAuthorizationManager());
		put(facts, "eventManager", content.getEventManager());
		put(facts, "searchIndex", content.getSearchIndex());
		return Optional.of(facts);
	}

	private static void put(Map<String, String> facts, String name, ManagedObjectReference reference) {
		if (reference != null) {
			facts.put(name, reference.getType() + ":" + reference.getVal());
		}
	}

	/** {@return the content that the texts tell; empty when they lack something} */
	public static Optional<ServiceContent> content(Map<String, String> facts) {
		AboutInfo about = new AboutInfo();
		about.setInstanceUuid(facts.get(INSTANCE_UUID));
		about.setApiVersion(facts.get(API_VERSION));
		ServiceContent content = new ServiceContent();
		content.setAbout(about);
		content.setRootFolder(reference(facts, "rootFolder"));
		content.setPropertyCollector(reference(facts, "propertyCollector"));
		content.setViewManager(reference(facts, "viewManager"));
		content.setSessionManager(reference(facts, "sessionManager"));
		content.setAuthorizationManager(reference(facts, "authorizationManager"));
		content.setEventManager(reference(facts, "eventManager"));
		content.setSearchIndex(reference(facts, "searchIndex"));
		boolean whole = about.getInstanceUuid() != null && about.getApiVersion() != null && content.getSessionManager() != null
				&& content.getPropertyCollector() != null && content.getRootFolder() != null;
		return whole ? Optional.of(content) : Optional.empty();
	}

	private static ManagedObjectReference reference(Map<String, String> facts, String name) {
		String text = facts.getOrDefault(name, "");
		int colon = text.indexOf(':');
		if (colon < 0) {
			return null;
		}
		ManagedObjectReference reference = new ManagedObjectReference();
		reference.setType(text.substring(0, colon));
		reference.setVal(text.substring(colon + 1));
		return reference;
	}
}

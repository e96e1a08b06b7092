package org.palisade.api.inventory;

import java.util.Objects;
import java.util.Optional;

/**
 * The server that a feed is in contact with. Immutable.
 *
 * @param instanceUuid what tells this installation from every other (vSphere API: AboutInfo.instanceUuid), so that what is remembered of one
 *            is not taken for another; empty for a server that has none, such as an ESXi host
 * @param product its full name with version and build, for display
 * @param apiVersion the version of its API, {@code 8.0.2.0} for example
 * @param rootFolder the {@link InventoryObject#id()} of the root folder
 */
public record InventoryServer(Optional<String> instanceUuid, String product, String apiVersion, String rootFolder) {

	/** Refuses nulls. */
	public InventoryServer {
		Objects.requireNonNull(instanceUuid);
		Objects.requireNonNull(product);
		Objects.requireNonNull(apiVersion);
		Objects.requireNonNull(rootFolder);
	}
}

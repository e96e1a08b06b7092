package org.palisade.api.inventory;

/**
 * An OSGi service that wants to see every feed that anybody opens, without a session of its own: a cache of look-ups, for example. Feeds that are
 * open when it is registered count too; when it is unregistered its consumers are taken away.
 */
@FunctionalInterface
public interface InventoryFollower {

	/** {@return a consumer for one feed} {@link InventoryConsumer#connected} tells it which server that is. Must not wait. */
	InventoryConsumer follow();
}

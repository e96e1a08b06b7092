/**
 * The inventory of a server, loaded once and then kept current by what the server pushes, for hosts that run for long: the workbench and the
 * resident agent.
 * <p>
 * A bundle registers an {@link org.palisade.api.inventory.InventoryService}. Who wants to see a server's inventory opens an
 * {@link org.palisade.api.inventory.InventoryFeed} there, reads its {@link org.palisade.api.inventory.InventorySnapshot} from any thread and is
 * told of changes as an {@link org.palisade.api.inventory.InventoryConsumer}. Who wants to see the inventory of whatever feeds others open
 * registers an {@link org.palisade.api.inventory.InventoryFollower}.
 * <p>
 * What a feed says is never proof enough to power anything: {@link org.palisade.api.FenceSession#read} is.
 */
package org.palisade.api.inventory;

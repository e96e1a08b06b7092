package org.palisade.api.inventory;

import java.util.Set;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;

/**
 * Opens feeds. A connection is described by the same options as for a {@link org.palisade.api.FenceBackEnd}, so that it is described once.
 * Implementations are thread-safe.
 */
public interface InventoryService {

	/** {@return the types of the back ends whose servers it can read: what {@link org.palisade.api.FenceBackEnd#type()} says} */
	Set<String> types();

	/** {@return the names of the {@linkplain org.palisade.api.option.StandardOptions standard options} without which a feed cannot be opened} */
	Set<String> requiredOptions();

	/**
	 * Opens a feed. Returns at once; connecting is the matter of the feed's thread, and its failure is told to the consumer.
	 *
	 * @param options values of the standard options, required ones present; others are not looked at
	 * @param context cancellation, which ends the feed as closing it does, diagnostics, and the limit of a single answer, for the life of the
	 *            feed. A wait for news is longer than that limit by how long the server was told to wait
	 * @param consumer the first consumer, told everything from the beginning
	 * @throws FenceException of kind {@link FenceProblem.Kind#OPTION}, naming the option and what would be right; nothing was opened then
	 */
	InventoryFeed open(OptionValues options, SessionContext context, InventoryConsumer consumer) throws FenceException;
}

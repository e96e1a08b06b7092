package org.palisade.core.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.ListedPlug;
import org.palisade.api.PlugSelector;
import org.palisade.api.option.OptionValues;
import org.palisade.core.option.FenceAction;

/**
 * What the engine is asked to do. Immutable.
 *
 * @param action what to do, anything that does not {@linkplain FenceAction#describesTheAgent describe the agent}
 * @param plug to what, or to what several plugs, separated as the settings say; not empty for an action that {@linkplain FenceAction#needsPlug needs a plug} and is not a mere check of options
 * @param backEnd by what means
 * @param options checked values; those that the back end requires are there, but for a password that a password script is to give
 * @param settings how to behave
 * @param rows receives the rows of a listing, in the calling thread
 */
public record FenceRequest(FenceAction action, Optional<PlugSelector> plug, FenceBackEnd backEnd, OptionValues options,
		FenceSettings settings, Consumer<ListedPlug> rows) {

	/** Refuses nulls, an action that is not the engine's, and a missing plug. */
	public FenceRequest {
		Objects.requireNonNull(backEnd);
		Objects.requireNonNull(options);
		Objects.requireNonNull(settings);
		Objects.requireNonNull(rows);
		if (action.describesTheAgent()) {
			throw new IllegalArgumentException(action.word() + " is not the engine's");
		}
		if (action.needsPlug() && plug.isEmpty()) {
			throw new IllegalArgumentException(action + " needs a plug");
		}
	}
}

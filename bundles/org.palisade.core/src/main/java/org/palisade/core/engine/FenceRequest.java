package org.palisade.core.engine;

import java.util.List;
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
 * @param fallback by what other means where the server does not offer the interface of the first; empty to change over in no case
 * @param options checked values; those that either back end requires are there, but for a password that a password script is to give
 * @param settings how to behave
 * @param rows receives the rows of a listing, in the calling thread
 */
public record FenceRequest(FenceAction action, Optional<PlugSelector> plug, FenceBackEnd backEnd, Optional<FenceBackEnd> fallback, OptionValues options,
		FenceSettings settings, Consumer<ListedPlug> rows) {

	/** Refuses nulls, an action that is not the engine's, and a missing plug. */
	public FenceRequest {
		Objects.requireNonNull(backEnd);
		Objects.requireNonNull(fallback);
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

	/** {@return the back ends that may be used, in the order in which they are tried} */
	List<FenceBackEnd> backEnds() {
		return fallback.map(other -> List.of(backEnd, other)).orElse(List.of(backEnd));
	}
}

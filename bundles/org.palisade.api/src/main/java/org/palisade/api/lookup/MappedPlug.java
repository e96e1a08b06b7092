package org.palisade.api.lookup;

import java.util.Objects;
import java.util.Optional;

import org.palisade.api.Plug;

/**
 * A plug as it is remembered. Immutable.
 *
 * @param id {@link Plug#id()}
 * @param name {@link Plug#name()}
 * @param uuids {@link Plug#uuids()}; also empty when they were not read
 * @param template {@link Plug#template()}
 */
public record MappedPlug(String id, String name, Optional<String> uuids, boolean template) {

	/** Refuses nulls. */
	public MappedPlug {
		Objects.requireNonNull(id);
		Objects.requireNonNull(name);
		Objects.requireNonNull(uuids);
	}

	/** {@return what is to be remembered of a plug} */
	public static MappedPlug of(Plug plug) {
		return new MappedPlug(plug.id(), plug.name(), plug.uuids(), plug.template());
	}
}

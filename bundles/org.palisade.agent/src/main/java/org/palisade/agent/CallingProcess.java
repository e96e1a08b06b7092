package org.palisade.agent;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a request takes from the process of its caller, beside command, arguments and streams. Immutable.
 *
 * @param fencer the value of the environment variable {@code PCMK_service}
 * @param folder the folder in which the caller runs
 */
public record CallingProcess(Optional<String> fencer, Path folder) {

	/** Refuses nulls. */
	public CallingProcess {
		Objects.requireNonNull(fencer);
		Objects.requireNonNull(folder);
	}
}

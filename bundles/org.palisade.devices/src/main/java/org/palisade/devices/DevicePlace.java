package org.palisade.devices;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a device stands: by this it is the same device after its file was read again. Immutable.
 *
 * @param file the file of the configuration
 * @param node the name of the node
 * @param method which of the node's methods, from 0
 * @param step which of the method's devices, from 0
 */
public record DevicePlace(Path file, String node, int method, int step) {

	/** Refuses nulls. */
	public DevicePlace {
		Objects.requireNonNull(file);
		Objects.requireNonNull(node);
	}
}

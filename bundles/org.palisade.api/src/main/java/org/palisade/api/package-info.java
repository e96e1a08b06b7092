/**
 * The service that a fence back end provides, and the values that pass between it and the fencing core.
 * <p>
 * A back end is a bundle that registers a {@link org.palisade.api.FenceBackEnd} as an OSGi service. It offers plain operations: find,
 * read, change, list. The promises of fencing (exactly one plug, identity read again before each power operation, off only when read
 * back as off) are kept by the core, in one place for all back ends.
 */
package org.palisade.api;

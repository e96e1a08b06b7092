package org.palisade.vsphere.internal;

import java.time.Duration;

import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;

/**
 * What bounds a call.
 *
 * @param deadline by when it must have been answered
 * @param cancellation ends it at once
 * @param grace how long its answer is still waited for after that, see {@link org.palisade.transport.HttpTransport}
 */
public record CallLimits(Deadline deadline, Cancellation cancellation, Duration grace) {
}

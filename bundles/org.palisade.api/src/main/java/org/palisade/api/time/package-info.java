/** Time that is passed in rather than asked for: monotonic clocks, deadlines and cancellation. */
package org.palisade.api.time;

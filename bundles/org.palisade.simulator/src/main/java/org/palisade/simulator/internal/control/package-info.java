/** The control endpoint: the truth about what happened, and orders for what shall happen. */
package org.palisade.simulator.internal.control;

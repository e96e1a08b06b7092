/** What was armed to go wrong, or to happen, when a method is called. */
package org.palisade.simulator.internal.disruption;

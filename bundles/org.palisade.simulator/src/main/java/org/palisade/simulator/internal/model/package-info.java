/** The simulated world: the vim25 types, the inventory, its objects and their properties, and the lock that guards them. */
package org.palisade.simulator.internal.model;

/** The vim25 methods that the simulator answers. */
package org.palisade.simulator.internal.service;

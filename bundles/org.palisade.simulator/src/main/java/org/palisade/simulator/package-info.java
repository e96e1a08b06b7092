/**
 * A simulated vCenter or ESXi host that real vSphere clients can talk to, for tests and demonstrations. Embed it with
 * {@link org.palisade.simulator.SimulatedVCenter#start}; it shares no code with our own vSphere client, so that neither hides the other's
 * mistakes.
 */
package org.palisade.simulator;

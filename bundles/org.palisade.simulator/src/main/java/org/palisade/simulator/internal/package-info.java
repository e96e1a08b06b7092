/** The program {@code vcenter-simulator} and the server that puts the parts together. */
package org.palisade.simulator.internal;

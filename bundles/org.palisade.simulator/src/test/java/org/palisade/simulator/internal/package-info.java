/** Tests of the program. */
package org.palisade.simulator.internal;

/** Tests of the simulator over real connections, with SOAP as text. */
package org.palisade.simulator;

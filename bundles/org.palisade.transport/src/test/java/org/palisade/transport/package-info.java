/** Tests of the transport against real sockets on the loopback interface. */
package org.palisade.transport;

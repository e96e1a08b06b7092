/** SOAP messages: hardened reading of requests, streaming writing of answers, faults. */
package org.palisade.simulator.internal.soap;

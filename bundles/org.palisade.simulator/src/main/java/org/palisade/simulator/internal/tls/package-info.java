/** The self-signed certificate. */
package org.palisade.simulator.internal.tls;

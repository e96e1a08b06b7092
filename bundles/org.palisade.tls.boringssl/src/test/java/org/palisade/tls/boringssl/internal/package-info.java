/** Tests of what the tests of the transport, which run on this engine too, do not reach. */
package org.palisade.tls.boringssl.internal;

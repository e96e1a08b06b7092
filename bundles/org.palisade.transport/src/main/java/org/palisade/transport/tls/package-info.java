/**
 * The seam for another implementation of TLS than the Java platform's, which takes a third of a short-lived process's time to get going. A bundle
 * provides one as the service {@link org.palisade.transport.tls.TlsEngine}; without any, or where it is not available, the platform's is used.
 */
package org.palisade.transport.tls;

/** Sockets, TLS and HTTP/1.1 beneath {@link org.palisade.transport.HttpTransport}. */
package org.palisade.transport.internal;

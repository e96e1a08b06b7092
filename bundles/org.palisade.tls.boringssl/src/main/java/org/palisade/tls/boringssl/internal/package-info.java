/**
 * TLS by BoringSSL, through the raw interface of netty-tcnative and none of Netty: the platform's own implementation takes several times as long to get
 * going in a process that lives for a fraction of a second.
 */
package org.palisade.tls.boringssl.internal;

/**
 * The resident agent: answers the requests of {@code fence_vmware} over a Unix-domain socket, so that no Java has to be started for them.
 * The other side is {@code palisade-client.c}, which speaks the protocol of {@link org.palisade.resident.internal.Wire}.
 */
package org.palisade.resident.internal;

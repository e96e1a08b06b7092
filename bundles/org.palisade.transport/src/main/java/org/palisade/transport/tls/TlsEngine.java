package org.palisade.transport.tls;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/**
 * Speaks TLS 1.2 and 1.3 as a client. A service; thread-safe. It decides nothing about certificates: that is left to the {@link CertificateCheck},
 * without whose consent no connection may come about.
 */
public interface TlsEngine {

	/** {@return whether it can be used on this machine} Called before it is used, and cheap when it was called before. */
	boolean isAvailable();

	/**
	 * Negotiates TLS. Blocks in reading from and writing to the socket only, so that closing the socket ends it.
	 *
	 * @param raw a connected socket, which the caller closes, in whatever way this ends
	 * @param serverName the name to send to the server (SNI); empty when the server is addressed by number
	 * @param check is asked exactly once, from within this call
	 * @return the connection, on which the check has consented
	 * @throws TlsFailure when TLS failed, or the check refused
	 * @throws IOException when the socket failed
	 */
	TlsConnection negotiate(Socket raw, Optional<String> serverName, CertificateCheck check) throws IOException;
}

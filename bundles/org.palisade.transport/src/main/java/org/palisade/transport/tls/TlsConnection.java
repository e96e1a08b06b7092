package org.palisade.transport.tls;

import java.io.InputStream;
import java.io.OutputStream;

/** An open TLS connection. One thread reads and writes; {@link #close} may be called by any, at any time, more than once. */
public interface TlsConnection extends AutoCloseable {

	/** {@return what the server sends; it ends where the server ended TLS or the TCP connection} */
	InputStream input();

	/** {@return what is sent to the server; each write is sent at once} */
	OutputStream output();

	/** Frees what the connection holds, without a word to the server and without waiting. Does not close the socket. */
	@Override
	void close();
}

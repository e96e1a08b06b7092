package org.palisade.tls.boringssl.internal;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.palisade.transport.tls.CertificateCheck;
import org.palisade.transport.tls.TlsConnection;
import org.palisade.transport.tls.TlsEngine;

/** TLS by BoringSSL, where the library for this machine is there. */
@Component
public final class BoringSslEngine implements TlsEngine {

	/** A library is loaded once in a process, and only when TLS is wanted. */
	private static final class Loaded {
		static final boolean AVAILABLE = NativeLibrary.load();
	}

	@Override
	public boolean isAvailable() {
		return Loaded.AVAILABLE;
	}

	@Override
	public TlsConnection negotiate(Socket raw, Optional<String> serverName, CertificateCheck check) throws IOException {
		BoringSslConnection connection = new BoringSslConnection(raw, new NativeSession(serverName, check));
		try {
			connection.handshake();
			return connection;
		} catch (IOException | RuntimeException | Error failure) {
			connection.close();
			throw failure;
		}
	}
}

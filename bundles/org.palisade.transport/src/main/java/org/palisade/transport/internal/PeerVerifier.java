package org.palisade.transport.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.transport.ServerAddress;
import org.palisade.transport.TrustPolicy;

/**
 * Decides about a server's certificate and remembers why it said no, since all that comes out of a failed handshake is an alert. Used
 * for one handshake at a time.
 */
final class PeerVerifier extends X509ExtendedTrustManager {

	/** The platform's word for a key exchange in which the server signs, as it does in TLS 1.3 and in all that is safe of TLS 1.2. */
	private static final String SIGNING = "UNKNOWN";

	private final ServerAddress server;
	private final TrustPolicy policy;
	private final X509ExtendedTrustManager authorities;
	private FenceProblem rejection;

	private PeerVerifier(ServerAddress server, TrustPolicy policy, X509ExtendedTrustManager authorities) {
		this.server = server;
		this.policy = policy;
		this.authorities = authorities;
	}

	static PeerVerifier of(TrustPolicy policy, ServerAddress server) throws GeneralSecurityException, FenceException {
		// The system's authorities are parsed for 100 ms, so only where they are asked for.
		if (policy instanceof TrustPolicy.SystemAuthorities) {
			return new PeerVerifier(server, policy, authorities(null));
		}
		if (policy instanceof TrustPolicy.AuthoritiesFile file) {
			return new PeerVerifier(server, policy, authorities(keyStore(CertificateFile.read(file.file()))));
		}
		return new PeerVerifier(server, policy, null);
	}

	private static KeyStore keyStore(Iterable<? extends Certificate> certificates) throws GeneralSecurityException {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		try {
			store.load(null, null);
		} catch (IOException broken) {
			throw new KeyStoreException(broken);
		}
		int number = 0;
		for (Certificate certificate : certificates) {
			store.setCertificateEntry("authority" + number++, certificate);
		}
		return store;
	}

	private static X509ExtendedTrustManager authorities(KeyStore store) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		for (TrustManager manager : factory.getTrustManagers()) {
			if (manager instanceof X509ExtendedTrustManager found) {
				return found;
			}
		}
		throw new GeneralSecurityException("no X.509 trust manager");
	}

	/** {@return whether the certificate must carry the server's name} */
	boolean checksName() {
		return authorities != null;
	}

	/** {@return why the last certificate was refused, empty when it was not} */
	Optional<FenceProblem> rejection() {
		return Optional.ofNullable(rejection);
	}

	/** Gets ready for the next handshake. */
	void forget() {
		rejection = null;
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
		if (policy instanceof TrustPolicy.Unverified) {
			return;
		}
		if (policy instanceof TrustPolicy.Pinned pinned) {
			checkPin(chain[0], pinned);
			return;
		}
		checkAuthorities(chain, () -> authorities.checkServerTrusted(chain, authType, socket));
	}

	/** The same for an engine that is not the platform's, which hands over the chain in DER form. */
	void checkChain(List<byte[]> encoded) throws CertificateException {
		if (policy instanceof TrustPolicy.Unverified) {
			return;
		}
		if (policy instanceof TrustPolicy.Pinned pinned && Fingerprint.sha256(encoded.get(0)).equals(pinned.sha256())) {
			return;
		}
		X509Certificate[] chain = decoded(encoded);
		if (policy instanceof TrustPolicy.Pinned pinned) {
			checkPin(chain[0], pinned);
			return;
		}
		checkAuthorities(chain, () -> authorities.checkServerTrusted(chain, SIGNING));
	}

	private static X509Certificate[] decoded(List<byte[]> encoded) throws CertificateException {
		CertificateFactory factory = CertificateFactory.getInstance("X.509");
		X509Certificate[] chain = new X509Certificate[encoded.size()];
		for (int i = 0; i < chain.length; i++) {
			chain[i] = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded.get(i)));
		}
		return chain;
	}

	@FunctionalInterface
	private interface Check {
		void run() throws CertificateException;
	}

	private void checkAuthorities(X509Certificate[] chain, Check authority) throws CertificateException {
		try {
			authority.run();
			// The platform looks at no dates of a certificate that is itself among the authorities.
			chain[0].checkValidity();
			ServerName.check(chain[0], server);
		} catch (CertificateException refused) {
			rejection = CertificateProblems.refused(server, chain[0], refused);
			throw refused;
		}
	}

	private void checkPin(X509Certificate leaf, TrustPolicy.Pinned pinned) throws CertificateException {
		if (!Fingerprint.sha256(leaf).equals(pinned.sha256())) {
			rejection = CertificateProblems.otherFingerprint(server, leaf);
			throw new CertificateException("not the pinned certificate");
		}
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
		throw new CertificateException("only sockets are verified");
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		throw new CertificateException("only sockets are verified");
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
		throw new CertificateException("clients are not verified");
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
		throw new CertificateException("clients are not verified");
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		throw new CertificateException("clients are not verified");
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return new X509Certificate[0];
	}
}

package org.palisade.connections;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Accepts no certificate, and keeps the one that it was shown. */
final class CertificateRecorder extends X509ExtendedTrustManager {

	/** Kinds of a subject alternative name, RFC 5280, 4.2.1.6. */
	private static final int DNS_NAME = 2;
	private static final int IP_ADDRESS = 7;

	private ServerCertificate seen;

	Optional<ServerCertificate> seen() {
		return Optional.ofNullable(seen);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authenticationType, Socket socket) throws CertificateException {
		X509Certificate leaf = chain[0];
		seen = new ServerCertificate(leaf.getSubjectX500Principal().getName(), leaf.getIssuerX500Principal().getName(), names(leaf),
				leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant(), fingerprint(leaf), namesServer(leaf, authenticationType, socket));
		throw new CertificateException(Messages.only_looked_at);
	}

	/** Has the JDK compare the names, by trusting nothing but this certificate for the moment. */
	private static boolean namesServer(X509Certificate leaf, String authenticationType, Socket socket) {
		try {
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			store.setCertificateEntry("leaf", leaf);
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(store);
			((X509ExtendedTrustManager) factory.getTrustManagers()[0]).checkServerTrusted(new X509Certificate[] { leaf }, authenticationType, socket);
			return true;
		} catch (GeneralSecurityException | IOException e) {
			return false;
		}
	}

	private static List<String> names(X509Certificate leaf) throws CertificateParsingException {
		List<String> names = new ArrayList<>();
		Collection<List<?>> alternatives = leaf.getSubjectAlternativeNames();
		for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
			int kind = (Integer) alternative.get(0);
			if (kind == DNS_NAME || kind == IP_ADDRESS) {
				names.add(String.valueOf(alternative.get(1)));
			}
		}
		return names;
	}

	private static String fingerprint(X509Certificate leaf) throws CertificateException {
		try {
			return HexFormat.ofDelimiter(":").withUpperCase().formatHex(MessageDigest.getInstance("SHA-256").digest(leaf.getEncoded()));
		} catch (GeneralSecurityException e) {
			throw new CertificateException(e);
		}
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authenticationType, SSLEngine engine) throws CertificateException {
		throw new CertificateException(Messages.only_looked_at);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authenticationType) throws CertificateException {
		throw new CertificateException(Messages.only_looked_at);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authenticationType, Socket socket) throws CertificateException {
		throw new CertificateException(Messages.only_looked_at);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authenticationType, SSLEngine engine) throws CertificateException {
		throw new CertificateException(Messages.only_looked_at);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authenticationType) throws CertificateException {
		throw new CertificateException(Messages.only_looked_at);
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return new X509Certificate[0];
	}
}

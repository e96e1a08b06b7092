package org.palisade.transport.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/** The SHA-256 fingerprint of a certificate. */
final class Fingerprint {

	private Fingerprint() {
	}

	/** {@return 64 lower-case hexadecimal digits} */
	static String sha256(X509Certificate certificate) throws CertificateEncodingException {
		return sha256(certificate.getEncoded());
	}

	/** {@return 64 lower-case hexadecimal digits for a certificate in DER form} */
	static String sha256(byte[] certificate) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("every Java platform has SHA-256", impossible);
		}
	}

	/** {@return the fingerprint as openssl shows it: upper-case pairs with colons between} */
	static String display(X509Certificate certificate) {
		try {
			String digits = sha256(certificate).toUpperCase(Locale.ROOT);
			return HexFormat.ofDelimiter(":").withUpperCase().formatHex(HexFormat.of().parseHex(digits));
		} catch (CertificateEncodingException unreadable) {
			return "?";
		}
	}
}

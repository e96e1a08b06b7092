package org.palisade.simulator.internal.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.palisade.simulator.CertificateKind;

/**
 * A new key and its self-signed certificate (RFC 5280), which live in memory only. The JDK has no public API to make certificates, and its
 * keytool would cost a second and files.
 */
public final class SelfSignedCertificate {

	private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
	private static final String COMMON_NAME = "2.5.4.3";
	private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
	private static final String KEY_USAGE = "2.5.29.15";
	private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
	private static final String BASIC_CONSTRAINTS = "2.5.29.19";
	private static final int DNS_NAME = 0x82;
	private static final int IP_ADDRESS = 0x87;
	private static final int SERIAL_BITS = 120;

	private final KeyPair keys;
	private final byte[] encoded;
	private final String fingerprint;

	private SelfSignedCertificate(KeyPair keys, byte[] encoded) throws GeneralSecurityException {
		this.keys = keys;
		this.encoded = encoded;
		this.fingerprint = HexFormat.ofDelimiter(":").withUpperCase().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
	}

	/** Makes a key and a certificate of that kind. */
	public static SelfSignedCertificate create(CertificateKind kind, Instant now) throws IOException {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			KeyPair keys = generator.generateKeyPair();
			return new SelfSignedCertificate(keys, sign(body(kind, now, keys.getPublic().getEncoded()), keys));
		} catch (GeneralSecurityException e) {
			throw new IOException("cannot make a certificate: " + e.getMessage(), e);
		}
	}

	private static byte[] sign(byte[] body, KeyPair keys) throws GeneralSecurityException {
		Signature signature = Signature.getInstance("SHA256withECDSA");
		signature.initSign(keys.getPrivate());
		signature.update(body);
		return Der.sequence(body, algorithm(), Der.bits(0, signature.sign()));
	}

	private static byte[] algorithm() {
		return Der.sequence(Der.identifier(ECDSA_WITH_SHA256));
	}

	private static byte[] body(CertificateKind kind, Instant now, byte[] publicKey) throws IOException, GeneralSecurityException {
		String host = kind == CertificateKind.WRONG_HOST ? "vcenter.example.com" : "localhost";
		Instant end = now.plus(Duration.ofDays(kind == CertificateKind.EXPIRED ? -1 : 30));
		byte[] name = Der.sequence(Der.encode(Der.SET, Der.sequence(Der.identifier(COMMON_NAME), Der.utf8(host))));
		byte[] version3 = Der.encode(0xa0, Der.integer(BigInteger.TWO));
		byte[] serial = Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0));
		byte[] validity = Der.sequence(Der.time(now.minus(Duration.ofDays(2))), Der.time(end));
		return Der.sequence(version3, serial, algorithm(), name, validity, name, publicKey,
				Der.encode(0xa3, Der.sequence(extensions(kind, host, publicKey))));
	}

	private static byte[][] extensions(CertificateKind kind, String host, byte[] publicKey) throws IOException, GeneralSecurityException {
		byte[] names = Der.encode(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII));
		if (kind != CertificateKind.WRONG_HOST) {
			names = concat(List.of(names, Der.encode(IP_ADDRESS, InetAddress.getByName("127.0.0.1").getAddress()),
					Der.encode(IP_ADDRESS, InetAddress.getByName("::1").getAddress())));
		}
		byte[] keyIdentifier = MessageDigest.getInstance("SHA-1").digest(publicKey);
		byte[] digitalSignatureAndCertificateSign = Der.bits(2, (byte) 0b1000_0100);
		return new byte[][] { extension(SUBJECT_ALTERNATIVE_NAME, false, Der.sequence(names)),
				extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.bool(true))),
				extension(KEY_USAGE, true, digitalSignatureAndCertificateSign),
				extension(SUBJECT_KEY_IDENTIFIER, false, Der.encode(Der.OCTET_STRING, keyIdentifier)) };
	}

	private static byte[] concat(List<byte[]> parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		parts.forEach(all::writeBytes);
		return all.toByteArray();
	}

	private static byte[] extension(String identifier, boolean critical, byte[] value) {
		byte[] wrapped = Der.encode(Der.OCTET_STRING, value);
		return critical ? Der.sequence(Der.identifier(identifier), Der.bool(true), wrapped) : Der.sequence(Der.identifier(identifier), wrapped);
	}

	/** A TLS context that shows this certificate. */
	public SSLContext sslContext() throws IOException {
		try {
			char[] onlyInMemory = new BigInteger(SERIAL_BITS, new SecureRandom()).toString(36).toCharArray();
			Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setKeyEntry("vcenter-simulator", keys.getPrivate(), onlyInMemory, new Certificate[] { certificate });
			KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			managers.init(store, onlyInMemory);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(managers.getKeyManagers(), null, null);
			return context;
		} catch (GeneralSecurityException e) {
			throw new IOException("cannot set TLS up: " + e.getMessage(), e);
		}
	}

	/** The certificate as PEM. */
	public String pem() {
		return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(encoded)
				+ "\n-----END CERTIFICATE-----\n";
	}

	/** Its SHA-256 as upper case hexadecimal bytes with colons between. */
	public String fingerprint() {
		return fingerprint;
	}
}

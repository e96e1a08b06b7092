package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HexFormat;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate with its key, in PEM files, made by the JDK's keytool.
 *
 * @param certificateFile the certificate
 * @param keyFile its private key
 * @param fingerprint its SHA-256 fingerprint, hexadecimal digits in capitals with colons between the bytes
 */
public record ServerCertificate(Path certificateFile, Path keyFile, String fingerprint) {

	private static final String STORE = "store.p12";
	private static final String STORE_PASSWORD = "changeit";

	/**
	 * Makes one.
	 *
	 * @param folder where to put the files
	 * @param subjectAlternativeName as keytool writes it: {@code ip:127.0.0.1}, {@code dns:host.example}
	 */
	public static ServerCertificate create(Path folder, String subjectAlternativeName) {
		return create(folder, subjectAlternativeName, "-0d");
	}

	/**
	 * Makes one that is valid for two days.
	 *
	 * @param folder where to put the files
	 * @param subjectAlternativeName as keytool writes it: {@code ip:127.0.0.1}, {@code dns:host.example}
	 * @param from the begin of its validity, as keytool writes it: {@code -10d} for ten days ago
	 */
	public static ServerCertificate create(Path folder, String subjectAlternativeName, String from) {
		Path store = folder.resolve(STORE);
		new Command(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server", "-keyalg", "RSA",
				"-keysize", "2048", "-dname", "CN=acceptance", "-ext", "san=" + subjectAlternativeName, "-ext", "bc=ca:true", "-startdate", from,
				"-validity", "2",
				"-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", STORE_PASSWORD).run().require();
		try {
			KeyStore keys = read(store);
			Certificate certificate = keys.getCertificate("server");
			byte[] key = keys.getKey("server", STORE_PASSWORD.toCharArray()).getEncoded();
			return new ServerCertificate(pem(folder.resolve("certificate.pem"), "CERTIFICATE", certificate.getEncoded()),
					pem(folder.resolve("key.pem"), "PRIVATE KEY", key), fingerprint(certificate));
		} catch (IOException | GeneralSecurityException e) {
			throw new AssertionError("no certificate", e);
		}
	}

	private static KeyStore read(Path store) throws IOException, GeneralSecurityException {
		try (InputStream in = Files.newInputStream(store)) {
			KeyStore keys = KeyStore.getInstance("PKCS12");
			keys.load(in, STORE_PASSWORD.toCharArray());
			return keys;
		}
	}

	/** {@return what a server that shows this certificate needs} */
	public SSLContext serverContext() {
		try {
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(read(keyFile.resolveSibling(STORE)), STORE_PASSWORD.toCharArray());
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys.getKeyManagers(), null, null);
			return context;
		} catch (IOException | GeneralSecurityException e) {
			throw new AssertionError("no server's context", e);
		}
	}

	private static String fingerprint(Certificate certificate) throws GeneralSecurityException {
		return HexFormat.ofDelimiter(":").withUpperCase().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
	}

	/** {@return the SHA-256 fingerprint of the certificate in a file} */
	public static String fingerprint(Path certificateFile) {
		try (InputStream in = Files.newInputStream(certificateFile)) {
			return fingerprint(CertificateFactory.getInstance("X.509").generateCertificate(in));
		} catch (IOException | GeneralSecurityException e) {
			throw new AssertionError("no certificate in " + certificateFile, e);
		}
	}

	private static Path pem(Path file, String label, byte[] content) throws IOException {
		String body = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content);
		return Files.writeString(file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
	}
}

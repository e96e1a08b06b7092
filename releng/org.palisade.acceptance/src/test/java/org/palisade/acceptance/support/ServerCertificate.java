package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A self-signed certificate with its key, in PEM files, made by the JDK's keytool.
 *
 * @param certificateFile the certificate
 * @param keyFile its private key
 * @param fingerprint its SHA-256 fingerprint, hexadecimal digits in capitals with colons between the bytes
 */
public record ServerCertificate(Path certificateFile, Path keyFile, String fingerprint) {

	private static final String STORE_PASSWORD = "changeit";

	/**
	 * Makes one.
	 *
	 * @param folder where to put the files
	 * @param subjectAlternativeName as keytool writes it: {@code ip:127.0.0.1}, {@code dns:host.example}
	 */
	public static ServerCertificate create(Path folder, String subjectAlternativeName) {
		Path store = folder.resolve("store.p12");
		new Command(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server", "-keyalg", "RSA",
				"-keysize", "2048", "-dname", "CN=acceptance", "-ext", "san=" + subjectAlternativeName, "-ext", "bc=ca:true", "-validity", "2",
				"-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", STORE_PASSWORD).run().require();
		try (InputStream in = Files.newInputStream(store)) {
			KeyStore keys = KeyStore.getInstance("PKCS12");
			keys.load(in, STORE_PASSWORD.toCharArray());
			Certificate certificate = keys.getCertificate("server");
			byte[] key = keys.getKey("server", STORE_PASSWORD.toCharArray()).getEncoded();
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
			return new ServerCertificate(pem(folder.resolve("certificate.pem"), "CERTIFICATE", certificate.getEncoded()),
					pem(folder.resolve("key.pem"), "PRIVATE KEY", key), HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest));
		} catch (IOException | GeneralSecurityException e) {
			throw new AssertionError("no certificate", e);
		}
	}

	private static Path pem(Path file, String label, byte[] content) throws IOException {
		String body = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content);
		return Files.writeString(file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
	}
}

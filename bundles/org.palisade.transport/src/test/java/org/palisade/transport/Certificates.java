package org.palisade.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Certificates made by the keytool of the running Java, and servers that show them. */
final class Certificates {

	private static final String PASSWORD = "changeit";

	private final Path folder;
	private final Path store;

	Certificates(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
		this.folder = folder;
		this.store = folder.resolve("test.p12");
		generate("ca", "-ext", "bc:c");
		generate("otherca", "-ext", "bc:c");
		generate("good", "-signer", "ca", "-ext", "san=dns:localhost,ip:127.0.0.1");
		generate("wronghost", "-signer", "ca", "-ext", "san=dns:other.example");
		generate("expired", "-signer", "ca", "-ext", "san=dns:localhost,ip:127.0.0.1", "-startdate", "-10d", "-validity", "5");
		generate("notyet", "-signer", "ca", "-ext", "san=dns:localhost,ip:127.0.0.1", "-startdate", "+5d", "-validity", "5");
		generate("selfsigned", "-ext", "san=dns:localhost,ip:127.0.0.1");
		generate("nameonly", "-signer", "ca", "-ext", "san=dns:localhost,dns:127.0.0.1");
		generate("addressonly", "-signer", "ca", "-ext", "san=ip:127.0.0.1");
		generate("otheraddress", "-signer", "ca", "-ext", "san=ip:127.0.0.2,dns:localhost");
		generate("wildcard", "-signer", "ca", "-ext", "san=dns:*.localhost");
		generate("commonname", "-signer", "ca", "-dname", "CN=localhost");
		generate("unsigned", "-signer", "good", "-ext", "san=dns:localhost,ip:127.0.0.1");
		export("ca");
		export("otherca");
		export("selfsigned");
		export("expired");
		export("notyet");
		Files.writeString(pem("both"), Files.readString(pem("otherca")) + Files.readString(pem("ca")));
	}

	private void generate(String alias, String... more) throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(
				List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1"));
		List<String> given = List.of(more);
		arguments.addAll(given);
		if (!given.contains("-dname")) {
			arguments.addAll(List.of("-dname", "CN=Test " + alias));
		}
		keytool(arguments);
	}

	private void export(String alias) throws IOException, GeneralSecurityException {
		String base64 = Base64.getMimeEncoder().encodeToString(load().getCertificate(alias).getEncoded());
		Files.writeString(pem(alias), "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
	}

	private void keytool(List<String> arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-J-XX:TieredStopAtLevel=1"));
		command.addAll(arguments);
		command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		if (process.waitFor() != 0) {
			throw new IOException(output);
		}
	}

	/** {@return the file of a certificate authority} */
	Path pem(String alias) {
		return folder.resolve(alias + ".pem");
	}

	/** {@return the SHA-256 fingerprint, lower-case digits} */
	String fingerprint(String alias) throws IOException, GeneralSecurityException {
		byte[] der = load().getCertificate(alias).getEncoded();
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
	}

	/** {@return a socket on the loopback interface that shows one of the certificates} */
	ServerSocket listen(String alias, String... protocols) throws IOException, GeneralSecurityException {
		KeyStore all = load();
		KeyStore one = KeyStore.getInstance("PKCS12");
		one.load(null, null);
		Certificate[] chain = all.getCertificateChain(alias);
		one.setKeyEntry(alias, all.getKey(alias, PASSWORD.toCharArray()), PASSWORD.toCharArray(), chain);
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(one, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		SSLServerSocket socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 50,
				InetAddress.getByName("127.0.0.1"));
		if (protocols.length > 0) {
			socket.setEnabledProtocols(protocols);
		}
		return socket;
	}

	private KeyStore load() throws IOException, GeneralSecurityException {
		KeyStore all = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(store)) {
			all.load(in, PASSWORD.toCharArray());
		}
		return all;
	}
}

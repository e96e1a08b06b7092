package org.palisade.tls.boringssl.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Speaks TLS by the Java platform on the loopback interface and sends back what it gets. */
final class EchoServer implements AutoCloseable {

	private static final String PASSWORD = "changeit";

	private final SSLServerSocket listener;

	EchoServer(Path folder) throws Exception {
		Path store = folder.resolve("echo.p12");
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		Process process = new ProcessBuilder(keytool, "-genkeypair", "-alias", "echo", "-dname", "CN=localhost", "-keyalg", "EC", "-keystore",
				store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		if (process.waitFor() != 0) {
			throw new IOException(output);
		}
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(store)) {
			keys.load(in, PASSWORD.toCharArray());
		}
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		listener = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		start(this::accept);
	}

	int port() {
		return listener.getLocalPort();
	}

	private interface Task {
		void run() throws IOException;
	}

	/** A client that leaves, and the listener that is closed, end their threads. */
	private static void start(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			} catch (IOException ended) {
				throw new UncheckedIOException(ended);
			}
		}, "echo");
		thread.setDaemon(true);
		thread.setUncaughtExceptionHandler((ignored, ended) -> Thread.currentThread().interrupt());
		thread.start();
	}

	private void accept() throws IOException {
		while (true) {
			Socket connection = listener.accept();
			start(() -> {
				try (connection) {
					connection.getInputStream().transferTo(connection.getOutputStream());
				}
			});
		}
	}

	@Override
	public void close() throws IOException {
		listener.close();
	}
}

package org.palisade.acceptance.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Somebody in the middle: shows a certificate of its own, speaks TLS with both sides, passes on what it gets, and remembers what the client said.
 */
public final class Relay implements Server, AutoCloseable {

	private final Server behind;
	private final SSLServerSocket listener;
	private final SSLContext client;
	private final ByteArrayOutputStream overheard = new ByteArrayOutputStream();

	private Relay(Server behind, SSLServerSocket listener, SSLContext client) {
		this.behind = behind;
		this.listener = listener;
		this.client = client;
	}

	/** Starts one on a free port of the loopback address. */
	public static Relay start(Server behind, ServerCertificate certificate) throws IOException, GeneralSecurityException {
		SSLContext client = SSLContext.getInstance("TLS");
		client.init(null, new TrustManager[] { new Credulous() }, null);
		SSLServerSocket listener = (SSLServerSocket) certificate.serverContext().getServerSocketFactory().createServerSocket(0, 50,
				InetAddress.getLoopbackAddress());
		Relay relay = new Relay(behind, listener, client);
		start("relay", relay::accept);
		return relay;
	}

	private static void start(String name, Runnable work) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		while (!listener.isClosed()) {
			try {
				Socket caller = listener.accept();
				start("relay of a connection", () -> relay(caller));
			} catch (IOException closed) {
				return;
			}
		}
	}

	private void relay(Socket caller) {
		try (caller; Socket server = client.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), behind.port())) {
			start("relay of answers", () -> pass(server, caller, new ByteArrayOutputStream()));
			pass(caller, server, overheard);
		} catch (IOException ended) {
			// The client has refused the certificate, or one side has closed the connection: what was overheard tells.
			return;
		}
	}

	private static void pass(Socket from, Socket to, ByteArrayOutputStream copy) {
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] bytes = new byte[8192];
			for (int length = in.read(bytes); length > 0; length = in.read(bytes)) {
				synchronized (copy) {
					copy.write(bytes, 0, length);
				}
				out.write(bytes, 0, length);
			}
			to.close();
		} catch (IOException ended) {
			// as above
			return;
		}
	}

	/** {@return everything that clients said, in the clear} */
	public String overheard() {
		synchronized (overheard) {
			return overheard.toString(StandardCharsets.UTF_8);
		}
	}

	@Override
	public int port() {
		return listener.getLocalPort();
	}

	@Override
	public String username() {
		return behind.username();
	}

	@Override
	public String password() {
		return behind.password();
	}

	@Override
	public void close() {
		try {
			listener.close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Wants to hear, not to be sure. */
	private static final class Credulous implements X509TrustManager {

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type) {
			// whoever it is
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type) {
			// whoever it is
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}
	}
}

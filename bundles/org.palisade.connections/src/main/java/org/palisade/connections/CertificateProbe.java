package org.palisade.connections;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Fetches a server's certificate so that the user can decide whether to trust it. The handshake is broken off as soon as the certificate is
 * there, so that nothing is ever said to a server that nobody trusts yet.
 */
public final class CertificateProbe {

	private CertificateProbe() {
	}

	/**
	 * {@return the certificate that the server shows}
	 *
	 * @param host host name or address, an IPv6 address without brackets
	 * @param port TCP port
	 * @param limit how long connecting, and each answer, may take
	 * @throws IOException when there is no connection, or the server does not speak TLS
	 */
	public static ServerCertificate fetch(String host, int port, Duration limit) throws IOException {
		CertificateRecorder recorder = new CertificateRecorder();
		try (Socket socket = new Socket()) {
			int milliseconds = Math.toIntExact(limit.toMillis());
			socket.connect(new InetSocketAddress(host, port), milliseconds);
			socket.setSoTimeout(milliseconds);
			shakeHands(socket, host, port, recorder);
		} catch (SSLException e) {
			return recorder.seen().orElseThrow(() -> e);
		} catch (GeneralSecurityException e) {
			throw new IOException(e);
		}
		return recorder.seen().orElseThrow(() -> new IOException(Messages.no_certificate));
	}

	private static void shakeHands(Socket socket, String host, int port, CertificateRecorder recorder) throws GeneralSecurityException, IOException {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, new TrustManager[] { recorder }, new SecureRandom());
		try (SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true)) {
			SSLParameters parameters = secured.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			secured.setSSLParameters(parameters);
			secured.startHandshake();
		}
	}
}

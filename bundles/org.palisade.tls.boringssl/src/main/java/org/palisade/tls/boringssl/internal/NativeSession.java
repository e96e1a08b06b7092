package org.palisade.tls.boringssl.internal;

import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;

import org.palisade.transport.tls.CertificateCheck;
import org.palisade.transport.tls.TlsFailure;

import io.netty.internal.tcnative.Buffer;
import io.netty.internal.tcnative.CertificateVerifier;
import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLContext;

/**
 * What BoringSSL holds for one connection, and the only class that hands its pointers over. Every call into it is made with the lock of this object
 * held and the pointers known to be valid, and none of them waits for the network. So another thread can free it at any time: nobody is inside then,
 * and whoever comes later is told that it is closed. The buffers are handed over for the length of one call only.
 */
final class NativeSession {

	/** A record of TLS, RFC 8446, section 5.2. */
	static final int RECORD = 16_384;
	/** What BoringSSL may have to write at once: a record of ours with its frame, or its part of a handshake. */
	private static final int PENDING = 2 * RECORD;
	private static final int CHAIN_DEPTH = 10;
	/** Of TLS 1.2; those of 1.3 are not chosen. Forward secrecy always, so that the server signs and the certificate check knows what for. */
	private static final String CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES";

	/** What came of a step. */
	enum Step {
		/** Something was done. */
		DONE,
		/** It goes on when the server has sent more. */
		NEEDS_INPUT,
		/** The server has ended TLS. */
		ENDED
	}

	private final CertificateCheck check;
	private final ByteBuffer received = ByteBuffer.allocateDirect(2 * RECORD);
	private final ByteBuffer plain = ByteBuffer.allocateDirect(RECORD);
	private final ByteBuffer toSend = ByteBuffer.allocateDirect(PENDING);
	private long context;
	private long ssl;
	private long bio;
	private boolean consented;
	private int lastRead;

	/**
	 * @param serverName the name to send to the server
	 * @param check has to consent in the handshake
	 * @throws IOException when BoringSSL has no memory or refuses its settings
	 */
	NativeSession(Optional<String> serverName, CertificateCheck check) throws IOException {
		this.check = check;
		try {
			context = SSLContext.make(SSL.SSL_PROTOCOL_TLSV1_2 | SSL.SSL_PROTOCOL_TLSV1_3, SSL.SSL_MODE_CLIENT);
			SSLContext.setCipherSuite(context, CIPHERS, false);
			SSLContext.setVerify(context, SSL.SSL_CVERIFY_REQUIRED, CHAIN_DEPTH);
			SSLContext.setCertVerifyCallback(context, new Verifier());
			ssl = SSL.newSSL(context, false);
			serverName.ifPresent(name -> SSL.setTlsExtHostName(ssl, name));
			bio = SSL.bioNewByteBuffer(ssl, PENDING);
		} catch (Exception refused) {
			free();
			throw new TlsFailure(TlsFailure.Reason.OTHER, String.valueOf(refused.getMessage()));
		}
		received.flip();
	}

	/** Called by BoringSSL from within the handshake. */
	private final class Verifier extends CertificateVerifier {
		@Override
		public int verify(long unused, byte[][] chain, String authentication) {
			try {
				check.check(List.of(chain));
				consented = true;
				return X509_V_OK;
			} catch (CertificateException | RuntimeException | Error refused) {
				// Errors too: nothing may be thrown through the library, and whatever goes wrong here is no consent.
				consented = false;
				return X509_V_ERR_CERT_REJECTED;
			}
		}
	}

	/** Goes on with the handshake as far as what was received allows. */
	synchronized Step handshake() throws IOException {
		requireOpen();
		SSL.clearError();
		lend();
		int result = SSL.doHandshake(ssl);
		takeBack();
		if (result != 1) {
			return unfinished(result);
		}
		if (!consented) {
			throw new TlsFailure(TlsFailure.Reason.REFUSED, "the certificate was not verified");
		}
		return Step.DONE;
	}

	/** Decrypts into {@code target}; with {@link Step#DONE} at least one byte, whose number {@link #lastRead} tells. */
	synchronized Step read(byte[] target, int offset, int length) throws IOException {
		requireOpen();
		SSL.clearError();
		lend();
		int result = SSL.readFromSSL(ssl, Buffer.address(plain), Math.min(length, plain.capacity()));
		takeBack();
		if (result <= 0) {
			return unfinished(result);
		}
		plain.get(0, target, offset, result);
		lastRead = result;
		return Step.DONE;
	}

	/** {@return the number of bytes of the last read that was done} */
	synchronized int lastRead() {
		return lastRead;
	}

	/** Encrypts at most a record. */
	synchronized Step write(byte[] source, int offset, int length) throws IOException {
		requireOpen();
		SSL.clearError();
		plain.put(0, source, offset, length);
		lend();
		int result = SSL.writeToSSL(ssl, Buffer.address(plain), length);
		takeBack();
		return result > 0 ? Step.DONE : unfinished(result);
	}

	private void lend() {
		SSL.bioSetByteBuffer(bio, Buffer.address(received) + received.position(), received.remaining(), false);
	}

	private void takeBack() {
		received.position(received.limit() - SSL.bioLengthByteBuffer(bio));
		SSL.bioClearByteBuffer(bio);
	}

	private Step unfinished(int result) throws IOException {
		int error = SSL.getError(ssl, result);
		if (error == SSL.SSL_ERROR_WANT_READ || error == SSL.SSL_ERROR_WANT_WRITE) {
			return Step.NEEDS_INPUT;
		}
		if (error == SSL.SSL_ERROR_ZERO_RETURN) {
			return Step.ENDED;
		}
		throw NativeErrors.failure(SSL.getLastError());
	}

	/** {@return what has to be sent to the server, empty when there is nothing} */
	synchronized byte[] takeOutput() throws IOException {
		requireOpen();
		int length = SSL.bioLengthNonApplication(bio);
		if (length <= 0) {
			return new byte[0];
		}
		SSL.bioSetByteBuffer(bio, Buffer.address(toSend), toSend.capacity(), true);
		SSL.bioFlushByteBuffer(bio);
		byte[] output = new byte[toSend.capacity() - SSL.bioLengthByteBuffer(bio)];
		SSL.bioClearByteBuffer(bio);
		toSend.get(0, output);
		return output;
	}

	/** Adds what the server sent: at most a record at a time, after a step that needed input. */
	synchronized void addInput(byte[] source, int length) throws IOException {
		requireOpen();
		received.compact();
		received.put(source, 0, length);
		received.flip();
	}

	private void requireOpen() throws SocketException {
		if (ssl == 0) {
			throw new SocketException("Socket closed");
		}
	}

	/** Frees it, once. */
	synchronized void free() {
		if (ssl != 0) {
			SSL.freeSSL(ssl);
		}
		if (context != 0) {
			SSLContext.free(context);
		}
		ssl = 0;
		bio = 0;
		context = 0;
	}
}

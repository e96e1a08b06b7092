package org.palisade.tls.boringssl.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

import org.palisade.tls.boringssl.internal.NativeSession.Step;
import org.palisade.transport.tls.TlsConnection;
import org.palisade.transport.tls.TlsFailure;

/** Carries bytes between the socket, where this thread waits, and the native session, where it never does. */
final class BoringSslConnection implements TlsConnection {

	private final InputStream fromServer;
	private final OutputStream toServer;
	private final NativeSession session;
	private final byte[] chunk = new byte[NativeSession.RECORD];

	BoringSslConnection(Socket raw, NativeSession session) throws IOException {
		this.session = session;
		this.fromServer = raw.getInputStream();
		this.toServer = raw.getOutputStream();
	}

	void handshake() throws IOException {
		while (true) {
			Step step = handshakeStep();
			if (step == Step.DONE) {
				return;
			}
			if (step == Step.ENDED || !receive()) {
				throw new TlsFailure(TlsFailure.Reason.CLOSED, "the connection ended");
			}
		}
	}

	/** Whatever comes of the step, an alert for the server included, is sent. */
	private Step handshakeStep() throws IOException {
		try {
			Step step = session.handshake();
			send();
			return step;
		} catch (TlsFailure failure) {
			sendAlert();
			throw failure;
		}
	}

	private void sendAlert() {
		try {
			send();
		} catch (IOException gone) {
			System.getLogger(BoringSslConnection.class.getName()).log(System.Logger.Level.DEBUG, "the server has gone", gone);
		}
	}

	private void send() throws IOException {
		byte[] output = session.takeOutput();
		if (output.length > 0) {
			toServer.write(output);
		}
	}

	/** {@return whether the server sent something, and did not end the connection} */
	private boolean receive() throws IOException {
		int length = fromServer.read(chunk);
		if (length > 0) {
			session.addInput(chunk, length);
		}
		return length > 0;
	}

	@Override
	public InputStream input() {
		return new Input();
	}

	@Override
	public OutputStream output() {
		return new Output();
	}

	@Override
	public void close() {
		session.free();
	}

	private final class Input extends InputStream {

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			if (length == 0) {
				return 0;
			}
			while (true) {
				Step step = session.read(target, offset, length);
				// The server may have asked for new keys.
				send();
				if (step == Step.DONE) {
					return session.lastRead();
				}
				if (step == Step.ENDED || !receive()) {
					return -1;
				}
			}
		}
	}

	private final class Output extends OutputStream {

		@Override
		public void write(int one) throws IOException {
			write(new byte[] { (byte) one }, 0, 1);
		}

		@Override
		public void write(byte[] source, int offset, int length) throws IOException {
			int from = offset;
			while (from < offset + length) {
				int part = Math.min(NativeSession.RECORD, offset + length - from);
				if (session.write(source, from, part) != Step.DONE) {
					throw new TlsFailure(TlsFailure.Reason.OTHER, "nothing can be sent");
				}
				send();
				from += part;
			}
		}
	}
}

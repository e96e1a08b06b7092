package org.palisade.resident.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.palisade.agent.PowerJournal;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.time.CancellationSource;

/**
 * The connection with one client: frames out, answers in. One thread answers the request, another one {@linkplain #listen listens}, and
 * any may show that the resident is alive. When the client has gone, the request is cancelled and nothing is sent any more.
 */
final class Conversation implements PowerJournal, AutoCloseable {

	/** How long a client that is alive may take to note an entry. */
	private static final long NOTE_SECONDS = 5;

	/** In place of an answer: there will be none. */
	private static final byte GONE = 0;

	private final SocketChannel channel;
	private final CancellationSource cancellation;
	private final LinkedBlockingQueue<Byte> answers = new LinkedBlockingQueue<>();
	private final ReentrantLock sending = new ReentrantLock();
	private volatile boolean unheard;
	private volatile boolean gone;

	/**
	 * @param cancellation requested when the client has gone
	 */
	Conversation(SocketChannel channel, CancellationSource cancellation) {
		this.channel = channel;
		this.cancellation = cancellation;
	}

	/**
	 * Receives what the client asks.
	 *
	 * @throws IOException when it sends something else, or nothing until the channel is closed
	 */
	Request receive() throws IOException {
		int length = read(4).getInt();
		if (length < 0 || length > Wire.LONGEST_REQUEST) {
			throw new IOException("a request of " + length + " bytes");
		}
		return Request.parse(read(length));
	}

	private ByteBuffer read(int length) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(length);
		while (bytes.hasRemaining()) {
			if (channel.read(bytes) < 0) {
				throw new EOFException();
			}
		}
		return bytes.flip();
	}

	/** Passes the client's answers on until it goes or the connection is closed. */
	void listen() {
		try (InputStream in = Channels.newInputStream(channel)) {
			for (int answer = in.read(); answer > 0; answer = in.read()) {
				take((byte) answer);
			}
		} catch (IOException e) {
			// As good as an end.
			gone = true;
		} finally {
			leave();
		}
	}

	private void take(byte answer) {
		switch (answer) {
			case Wire.HEARD -> unheard = false;
			case Wire.CANCEL -> cancellation.request();
			default -> answers.add(answer);
		}
	}

	private void leave() {
		gone = true;
		answers.add(GONE);
		cancellation.request();
	}

	/** Sends a frame; when that is not possible the client has gone. */
	void send(byte tag, byte[] payload) {
		sending.lock();
		try {
			write(tag, payload);
		} finally {
			sending.unlock();
		}
	}

	private void write(byte tag, byte[] payload) {
		ByteBuffer frame = ByteBuffer.allocate(5 + payload.length).put(tag).putInt(payload.length).put(payload).flip();
		try {
			while (frame.hasRemaining()) {
				channel.write(frame);
			}
		} catch (IOException e) {
			leave();
		}
	}

	void send(byte tag, String text) {
		send(tag, text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Shows that the resident is alive, unless the client has yet to hear it or a frame is being sent anyway. Does not wait: a client that
	 * does not read cannot fill the connection with this.
	 */
	void showLife() {
		if (!unheard && sending.tryLock()) {
			try {
				unheard = true;
				write(Wire.ALIVE, new byte[0]);
			} finally {
				sending.unlock();
			}
		}
	}

	/** {@return a stream whose bytes become frames} */
	OutputStream stream(byte tag) {
		return new OutputStream() {

			@Override
			public void write(int b) throws IOException {
				write(new byte[] { (byte) b }, 0, 1);
			}

			@Override
			public void write(byte[] bytes, int offset, int length) throws IOException {
				for (int start = offset; start < offset + length; start += Wire.LONGEST_FRAME) {
					byte[] piece = new byte[Math.min(Wire.LONGEST_FRAME, offset + length - start)];
					System.arraycopy(bytes, start, piece, 0, piece.length);
					pass(tag, piece);
				}
			}
		};
	}

	private void pass(byte tag, byte[] piece) throws IOException {
		if (gone) {
			throw new IOException("the client has gone");
		}
		if (tag == Wire.OUT) {
			// However long it takes: a process of the caller's own would wait as well.
			if (answer(Wire.OUT, piece, Long.MAX_VALUE) != Wire.WRITTEN) {
				throw new IOException("nobody reads");
			}
		} else {
			send(tag, piece);
		}
	}

	private byte answer(byte tag, byte[] payload, long seconds) {
		try {
			send(tag, payload);
			Byte answer = answers.poll(seconds, TimeUnit.SECONDS);
			return answer == null ? GONE : answer;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return GONE;
		}
	}

	@Override
	public void before(String entry) throws FenceException {
		if (gone || cancellation.requested() || answer(Wire.BEFORE, entry.getBytes(StandardCharsets.US_ASCII), NOTE_SECONDS) != Wire.GO) {
			// An answer that comes late must not be taken for that to another entry.
			leave();
			throw new FenceException(Kind.CANCELLED, Messages.caller_gone, "");
		}
	}

	@Override
	public void after(String entry) {
		send(Wire.AFTER, entry);
	}

	/** Ends it without a word, so that the client goes on by itself. */
	void abandon() {
		close();
		leave();
	}

	@Override
	public void close() {
		try {
			channel.close();
		} catch (IOException e) {
			// It cannot be used any more either way.
			gone = true;
		}
	}
}

package org.palisade.backend.ssh.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What an SSH server says while nothing is encrypted yet (RFC 4253). */
final class SshMessages {

	private static final int DISCONNECT = 1;
	private static final int CHANNEL_OPEN = 90;
	private static final int NEWKEYS = 21;
	private static final int BLOCK = 8;
	private static final int LEAST_PADDING = 4;
	private static final String IDENTIFICATION = "SSH-2.0-OpenSSH_9.2\r\n";

	private SshMessages() {
	}

	/** {@return a server that says its name and then that it ends the connection} */
	static byte[] disconnect(int reason, String words) throws IOException {
		ByteArrayOutputStream payload = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(payload);
		out.writeByte(DISCONNECT);
		out.writeInt(reason);
		text(out, words);
		text(out, "");
		return identified(payload.toByteArray());
	}

	/** {@return a server that opens a channel where it should offer its algorithms} */
	static byte[] channelInsteadOfKeys() throws IOException {
		ByteArrayOutputStream payload = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(payload);
		out.writeByte(CHANNEL_OPEN);
		text(out, "session");
		out.writeInt(0);
		out.writeInt(1 << 20);
		out.writeInt(1 << 15);
		return identified(payload.toByteArray());
	}

	private static void text(DataOutputStream out, String words) throws IOException {
		byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	private static byte[] identified(byte[] payload) throws IOException {
		int head = Integer.BYTES + 1;
		int padding = BLOCK - (head + payload.length) % BLOCK;
		padding += padding < LEAST_PADDING ? BLOCK : 0;
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(all);
		out.write(IDENTIFICATION.getBytes(StandardCharsets.US_ASCII));
		out.writeInt(1 + payload.length + padding);
		out.writeByte(padding);
		out.write(payload);
		out.write(new byte[padding]);
		return all.toByteArray();
	}

	/** Passes on what the server says up to the message after which all is encrypted: keys are agreed upon, and the log-in comes next. */
	static void passKeyExchange(InputStream server, OutputStream client) throws IOException {
		DataInputStream in = new DataInputStream(server);
		passLine(in, client);
		int type;
		do {
			int length = in.readInt();
			byte[] packet = in.readNBytes(length);
			if (packet.length < length) {
				throw new EOFException();
			}
			DataOutputStream out = new DataOutputStream(client);
			out.writeInt(length);
			out.write(packet);
			type = packet[1];
		} while (type != NEWKEYS);
	}

	private static void passLine(DataInputStream in, OutputStream client) throws IOException {
		byte character;
		do {
			character = in.readByte();
			client.write(character);
		} while (character != '\n');
	}
}

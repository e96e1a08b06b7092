package org.palisade.resident.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A client whose every byte a test chooses. */
final class RawClient implements AutoCloseable {

	private final SocketChannel channel;
	private final DataInputStream in;

	RawClient(Path socket) throws IOException {
		channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
		in = new DataInputStream(Channels.newInputStream(channel));
	}

	/** A request with everything that is needed. */
	static RawClient asking(Path socket, Surroundings surroundings, String order) throws IOException {
		RawClient client = new RawClient(socket);
		client.send(request(surroundings, Wire.ARGUMENT, order));
		return client;
	}

	static byte[] request(Surroundings surroundings, byte tag, String order) throws IOException {
		ByteArrayOutputStream fields = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(fields);
		field(out, Wire.IDENTITY, surroundings.identity());
		field(out, Wire.NAME_SPACES, surroundings.nameSpaces());
		field(out, Wire.FOLDER, "/tmp");
		field(out, Wire.COMMAND, "fence_vmware_soap");
		field(out, Wire.LOCALE, "C");
		field(out, tag, order);
		return ByteBuffer.allocate(4 + fields.size()).putInt(fields.size()).put(fields.toByteArray()).array();
	}

	private static void field(DataOutputStream out, byte tag, String value) throws IOException {
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		out.write(tag);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	void send(byte... bytes) throws IOException {
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		while (buffer.hasRemaining()) {
			channel.write(buffer);
		}
	}

	/** {@return the next frame but those that only show life, as tag and text; empty at the end} */
	String frame() throws IOException {
		try {
			while (true) {
				char tag = (char) in.readUnsignedByte();
				String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
				if (tag != Wire.ALIVE) {
					return text.isEmpty() ? String.valueOf(tag) : tag + " " + text;
				}
			}
		} catch (EOFException e) {
			return "";
		} catch (IOException e) {
			if (String.valueOf(e.getMessage()).contains("reset")) {
				return "";
			}
			throw e;
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}

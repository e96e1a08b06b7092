package org.palisade.resident.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.palisade.agent.internal.takeover.JournalEntries;
import org.palisade.api.time.CancellationSource;
import org.palisade.fuzz.Property;

/**
 * What a client sends to the resident agent through a socket, which it closes: a request that is read or refused, then answers, after whose end
 * the request is cancelled. And the journal, which comes back from the client, a line for each line of the input.
 */
public final class ResidentTarget {

	private static final Surroundings HERE = new Surroundings("identity", "name spaces", "en", Path.of("/java"));
	private static final ServerSocketChannel SERVER = listen();

	private ResidentTarget() {
	}

	private static ServerSocketChannel listen() {
		try {
			Path socket = Files.createTempDirectory("resident").resolve("s");
			socket.toFile().deleteOnExit();
			return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** {@return a whole request with answers, one without anything, and a journal} */
	public static List<byte[]> seeds() {
		try {
			ByteArrayOutputStream fields = new ByteArrayOutputStream();
			DataOutputStream out = new DataOutputStream(fields);
			field(out, Wire.IDENTITY, HERE.identity());
			field(out, Wire.NAME_SPACES, HERE.nameSpaces());
			field(out, Wire.LOCALE, "en_GB.UTF-8");
			field(out, Wire.JAVA, "/java");
			field(out, Wire.COMMAND, "fence_vmware");
			field(out, Wire.ARGUMENT, "-o");
			field(out, Wire.ARGUMENT, "status");
			field(out, Wire.INPUT, "plug=node1\n");
			byte[] request = ByteBuffer.allocate(Integer.BYTES + fields.size() + 3).putInt(fields.size()).put(fields.toByteArray())
					.put(Wire.WRITTEN).put(Wire.HEARD).put(Wire.CANCEL).array();
			return List.of(request, new byte[Integer.BYTES], "ASKED OFF vm-1\nSEEN CYCLE vm%2D1".getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void field(DataOutputStream out, byte tag, String value) throws IOException {
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		out.write(tag);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) throws IOException {
		new String(input, StandardCharsets.UTF_8).lines().forEach(JournalEntries::requireReadable);
		try (SocketChannel client = SocketChannel.open(SERVER.getLocalAddress()); SocketChannel channel = SERVER.accept()) {
			client.write(ByteBuffer.wrap(input));
			client.shutdownOutput();
			converse(channel);
		}
	}

	private static void converse(SocketChannel channel) {
		CancellationSource cancellation = new CancellationSource();
		try (Conversation conversation = new Conversation(channel, cancellation)) {
			Request request = conversation.receive();
			requireReadable(request);
			conversation.listen();
			Property.require(cancellation.requested(), "a client that has gone cancels its request");
		} catch (IOException refused) {
			Property.require(!cancellation.requested(), "what is no request cancels nothing");
		}
	}

	private static void requireReadable(Request request) throws IOException {
		ByteArrayOutputStream fields = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(fields);
		for (String argument : request.arguments()) {
			field(out, Wire.ARGUMENT, argument);
		}
		out.write(Wire.INPUT);
		out.writeInt(request.input().length);
		out.write(request.input());
		Request again = Request.parse(ByteBuffer.wrap(fields.toByteArray()));
		Property.requireEqual(new ArrayList<>(request.arguments()), new ArrayList<>(again.arguments()), "arguments that were written are read");
		Property.require(Arrays.equals(request.input(), again.input()), "an input that was written is read");
		HERE.difference(request);
	}
}

package org.palisade.backend.rest.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.palisade.testsupport.scripted.LoopbackServer;

/** A plain-HTTP server that answers each request as a test told it to; it listens on the loopback interface. */
final class ScriptedServer implements AutoCloseable {

	private final LoopbackServer server;
	private final Map<String, Supplier<String>> script = new ConcurrentHashMap<>();
	private final List<String> heads = new CopyOnWriteArrayList<>();

	/** Knows how to log in and out with {@code /api}. */
	ScriptedServer() throws IOException {
		on("POST /api/session", "201 \"t0ken\"");
		on("DELETE /api/session", "204 ");
		server = new LoopbackServer("127.0.0.1", (head, body) -> answer(head));
	}

	private byte[] answer(String head) {
		heads.add(head);
		String answer = script.getOrDefault(head.substring(0, head.indexOf(" HTTP/")), () -> "404 <html>nothing here</html>").get();
		byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
		String length = answer.startsWith("204") ? "" : "Content-Length: " + body.length + "\r\n";
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.writeBytes(("HTTP/1.1 " + answer.substring(0, 4) + "x\r\n" + length + "Location: /elsewhere\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
		whole.writeBytes(body);
		return whole.toByteArray();
	}

	/** Has a request answered from now on: a status, a blank and the body. */
	ScriptedServer on(String methodAndPath, String statusAndBody) {
		return on(methodAndPath, () -> statusAndBody);
	}

	/** Has a request answered from now on, each time by asking for the answer. */
	ScriptedServer on(String methodAndPath, Supplier<String> answer) {
		script.put(methodAndPath, answer);
		return this;
	}

	Map<String, Object> endpoint() {
		return Map.of("ip", "127.0.0.1:" + server.port(), "ssl", false);
	}

	/** {@return the heads of the requests that arrived} */
	List<String> heads() {
		return heads;
	}

	/** {@return how often this was requested} */
	long count(String methodAndPath) {
		return heads.stream().filter(head -> head.startsWith(methodAndPath + " HTTP/")).count();
	}

	@Override
	public void close() throws IOException {
		server.close();
	}
}

package org.palisade.backend.esx.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A plain-HTTP server that answers each method of the vSphere API as a test told it to, and counts sessions. */
final class ScriptedServer implements AutoCloseable {

	/** The session's cookie, which must never be seen outside the protocol. */
	static final String COOKIE = "vmware_soap_session=\"c00c1e-5ecret\"";

	/** The password that logs in. */
	static final String PASSWORD = "pa55<&>w0rd";

	/** What a method answers. */
	interface Answer {
		/** {@return a status, a blank and the body} */
		String to(String request);
	}

	private final ServerSocket listener;
	private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
	private final Map<String, Answer> script = new ConcurrentHashMap<>();
	private final List<String> calls = new CopyOnWriteArrayList<>();
	private final List<String> requests = new CopyOnWriteArrayList<>();
	private final AtomicInteger sessions = new AtomicInteger();

	ScriptedServer() throws IOException {
		this("127.0.0.1");
	}

	/**
	 * @param address the loopback address on which to listen
	 */
	ScriptedServer(String address) throws IOException {
		listener = new ServerSocket(0, 50, InetAddress.getByName(address));
		on("RetrieveServiceContent", request -> returns("<rootFolder type=\"Folder\">group-d1</rootFolder>"
				+ "<propertyCollector type=\"PropertyCollector\">pc</propertyCollector><about><apiVersion>8.0.2.0</apiVersion></about>"
				+ "<sessionManager type=\"SessionManager\">SessionManager</sessionManager>"));
		on("Login", request -> {
			if (!request.contains("<password>pa55&lt;&amp;&gt;w0rd</password>")) {
				return fault("InvalidLogin", "Cannot complete login.", "");
			}
			return loggedIn();
		});
		on("Logout", request -> sessions.getAndUpdate(open -> Math.max(0, open - 1)) > 0 ? nothing()
				: fault("NotAuthenticated", "The session is not authenticated.", ""));
		start(this::serve);
	}

	private interface Task {
		void run() throws IOException;
	}

	private static void start(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			} catch (IOException clientLeftOrServerClosed) {
				Thread.currentThread().interrupt();
			}
		}, "scripted-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void serve() throws IOException {
		while (true) {
			Socket connection = listener.accept();
			connections.add(connection);
			start(() -> serve(connection));
		}
	}

	private void serve(Socket connection) throws IOException {
		try (connection) {
			InputStream in = new BufferedInputStream(connection.getInputStream());
			while (true) {
				String head = head(in);
				int at = head.indexOf("Content-Length: ");
				int length = Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
				String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
				requests.add(head + body);
				write(connection.getOutputStream(), answer(body));
			}
		}
	}

	private static String head(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				throw new IOException("no more requests");
			}
			head.append((char) next);
		}
		return head.toString();
	}

	private String answer(String body) {
		int at = body.indexOf("<soapenv:Body><") + "<soapenv:Body><".length();
		String method = body.substring(at, body.indexOf(' ', at));
		calls.add(method);
		Answer answer = script.get(method);
		return answer == null ? fault("NotImplemented", method, "") : answer.to(body);
	}

	private static void write(OutputStream out, String statusAndBody) throws IOException {
		byte[] body = statusAndBody.substring(4).getBytes(StandardCharsets.UTF_8);
		out.write(("HTTP/1.1 " + statusAndBody.substring(0, 4) + "x\r\nSet-Cookie: " + COOKIE
				+ "; Path=/; HttpOnly; Secure\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
		out.write(body);
	}

	/** Has a method answered from now on. */
	ScriptedServer on(String method, Answer answer) {
		script.put(method, answer);
		return this;
	}

	/** Opens a session. */
	String loggedIn() {
		sessions.incrementAndGet();
		return returns("<key>session-key</key><userName>u</userName>");
	}

	static String nothing() {
		return "200 " + envelope("<R xmlns=\"urn:vim25\"/>");
	}

	static String returns(String value) {
		return "200 " + envelope("<R xmlns=\"urn:vim25\"><returnval>" + value + "</returnval></R>");
	}

	static String fault(String name, String text, String fields) {
		return "500 " + envelope("<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>" + text + "</faultstring><detail><" + name
				+ "Fault xmlns=\"urn:vim25\" xsi:type=\"" + name + "\">" + fields + "</" + name + "Fault></detail></soapenv:Fault>");
	}

	private static String envelope(String body) {
		return "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
				+ " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><soapenv:Body>"
				+ body + "</soapenv:Body></soapenv:Envelope>";
	}

	int port() {
		return listener.getLocalPort();
	}

	/** {@return the methods that were called, in order} */
	List<String> calls() {
		return calls;
	}

	/** {@return the requests that arrived, heads and bodies} */
	List<String> requests() {
		return requests;
	}

	/** {@return how many sessions are logged in} */
	int sessions() {
		return sessions.get();
	}

	/** Ends the sessions, as time would. */
	void forgetSessions() {
		sessions.set(0);
	}

	@Override
	public void close() throws IOException {
		listener.close();
		for (Socket connection : connections) {
			connection.close();
		}
	}
}

package org.palisade.testsupport.scripted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A plain-HTTP server that answers each method of the vSphere API as a test told it to, and counts sessions. */
public final class ScriptedVSphere implements AutoCloseable {

	/** The session's cookie, which must never be seen outside the protocol. */
	public static final String COOKIE = "vmware_soap_session=\"c00c1e-5ecret\"";

	/** The password that logs in. */
	public static final String PASSWORD = "pa55<&>w0rd";

	/** What a method answers. */
	@FunctionalInterface
	public interface Answer {
		/** {@return a status, a blank and the body} */
		String to(String request);
	}

	private final LoopbackServer server;
	private final Map<String, Answer> script = new ConcurrentHashMap<>();
	private final List<String> calls = new CopyOnWriteArrayList<>();
	private final List<String> requests = new CopyOnWriteArrayList<>();
	private final AtomicInteger sessions = new AtomicInteger();

	/** Listens on 127.0.0.1, and knows how to log in and out. */
	public ScriptedVSphere() throws IOException {
		this("127.0.0.1");
	}

	/**
	 * Knows how to log in and out.
	 *
	 * @param address the loopback address on which to listen
	 */
	public ScriptedVSphere(String address) throws IOException {
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
		server = new LoopbackServer(address, this::answer);
	}

	private byte[] answer(String head, InputStream in) throws IOException {
		int at = head.indexOf("Content-Length: ");
		int length = Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
		String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
		requests.add(head + body);
		return bytes(answer(body));
	}

	private String answer(String body) {
		int at = body.indexOf("<soapenv:Body><") + "<soapenv:Body><".length();
		String method = body.substring(at, body.indexOf(' ', at));
		calls.add(method);
		Answer answer = script.get(method);
		return answer == null ? fault("NotImplemented", method, "") : answer.to(body);
	}

	private static byte[] bytes(String statusAndBody) {
		byte[] body = statusAndBody.substring(4).getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.writeBytes(("HTTP/1.1 " + statusAndBody.substring(0, 4) + "x\r\nSet-Cookie: " + COOKIE
				+ "; Path=/; HttpOnly; Secure\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
		whole.writeBytes(body);
		return whole.toByteArray();
	}

	/** Has a method answered from now on. */
	public ScriptedVSphere on(String method, Answer answer) {
		script.put(method, answer);
		return this;
	}

	/** {@return the answer to a log-in, which opens a session} */
	public String loggedIn() {
		sessions.incrementAndGet();
		return returns("<key>session-key</key><userName>u</userName>");
	}

	/** {@return an answer without a value} */
	public static String nothing() {
		return "200 " + envelope("<R xmlns=\"urn:vim25\"/>");
	}

	/** {@return an answer with that value} */
	public static String returns(String value) {
		return "200 " + envelope("<R xmlns=\"urn:vim25\"><returnval>" + value + "</returnval></R>");
	}

	/** {@return a fault of that type} */
	public static String fault(String name, String text, String fields) {
		return "500 " + envelope("<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>" + text + "</faultstring><detail><" + name
				+ "Fault xmlns=\"urn:vim25\" xsi:type=\"" + name + "\">" + fields + "</" + name + "Fault></detail></soapenv:Fault>");
	}

	private static String envelope(String body) {
		return "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
				+ " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><soapenv:Body>"
				+ body + "</soapenv:Body></soapenv:Envelope>";
	}

	/** {@return the port on which it listens} */
	public int port() {
		return server.port();
	}

	/** {@return the methods that were called, in order} */
	public List<String> calls() {
		return List.copyOf(calls);
	}

	/** Forgets which methods were called so far. */
	public void forgetCalls() {
		calls.clear();
	}

	/** {@return the requests that arrived, heads and bodies} */
	public List<String> requests() {
		return List.copyOf(requests);
	}

	/** {@return how many sessions are logged in} */
	public int sessions() {
		return sessions.get();
	}

	/** Ends the sessions, as time would. */
	public void forgetSessions() {
		sessions.set(0);
	}

	@Override
	public void close() throws IOException {
		server.close();
	}
}

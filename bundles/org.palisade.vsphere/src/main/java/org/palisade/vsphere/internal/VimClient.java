package org.palisade.vsphere.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.rmi.RemoteException;
import java.util.HashMap;
import java.util.Map;

import javax.net.ssl.TrustManager;

import com.vmware.vim25.MethodFault;
import com.vmware.vim25.ws.Argument;
import com.vmware.vim25.ws.Client;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.Redaction;
import org.palisade.transport.Endpoint;
import org.palisade.transport.HttpAnswer;
import org.palisade.transport.HttpRequest;
import org.palisade.transport.HttpTransport;

/**
 * The client under yavijava's stubs. Keeps the session's cookie in memory and tells it to nobody. Used by one thread at a time.
 */
public final class VimClient implements Client {

	private static final String PATH = "/sdk";

	/** Every server from vSphere 5.0 on answers this version, and a log-in is the same in all of them. */
	private static final String OLDEST_VERSION = "5.0";

	/** No page of a sane answer reaches it: forty thousand machines with all that is read of them are a tenth of this. */
	private static final long LONGEST_ANSWER = 1L << 28;

	private final Endpoint endpoint;
	private final HttpTransport transport;
	private final Diagnostics diagnostics;
	private final VimTypes types = new VimTypes();
	private final Redaction redaction;
	private final SoapReader reader;
	private String version = OLDEST_VERSION;
	private String cookie;
	private CallLimits limits;

	/** What came of a call: a value or a fault. */
	private record Outcome(Object value, MethodFault fault) {
	}

	/**
	 * @param redaction removes from the server's words what is sent to it
	 * @throws FenceException of kind OPTION when a file of certificate authorities cannot be used
	 */
	public VimClient(Endpoint endpoint, Diagnostics diagnostics, Redaction redaction) throws FenceException {
		this.endpoint = endpoint;
		this.redaction = redaction;
		this.reader = new SoapReader(types, redaction);
		this.diagnostics = diagnostics;
		this.transport = new HttpTransport(endpoint);
	}

	/** Bounds the calls that follow. */
	public void limit(CallLimits next) {
		limits = next;
	}

	/** {@return whether the server has given this client a session, logged in or not} */
	public boolean hasCookie() {
		return cookie != null;
	}

	/** Closes the connection. */
	public void close() {
		transport.close();
	}

	@Override
	public Object invoke(String methodName, Argument[] paras, String returnType) throws RemoteException {
		Outcome outcome;
		long begin = System.nanoTime();
		try {
			HttpRequest request = new HttpRequest("POST", PATH, headers(), body(methodName, paras));
			outcome = transport.exchange(request, answer -> outcome(methodName, answer, returnType, begin), limits.deadline(),
					limits.cancellation(), limits.grace());
		} catch (FenceException failure) {
			diagnostics.detail(NLS.bind(Messages.call_failed, methodName, failure.problem().kind()));
			throw new CallFailure(failure);
		}
		if (outcome.fault() != null) {
			throw outcome.fault();
		}
		return outcome.value();
	}

	private byte[] body(String methodName, Argument[] paras) throws FenceException {
		try {
			return SoapWriter.write(types, methodName, paras).getBytes(StandardCharsets.UTF_8);
		} catch (IllegalArgumentException unwritable) {
			throw new FenceException(FenceProblem.Kind.OPTION, Messages.unwritable, Messages.unwritable_advice);
		}
	}

	private Map<String, String> headers() {
		Map<String, String> headers = new HashMap<>();
		headers.put("Content-Type", "text/xml; charset=utf-8");
		headers.put("SOAPAction", "\"urn:vim25/" + version + "\"");
		if (cookie != null) {
			headers.put("Cookie", cookie);
		}
		return headers;
	}

	private Outcome outcome(String methodName, HttpAnswer answer, String returnType, long begin) throws IOException, FenceException {
		keepCookie(answer);
		HttpStatus.check(endpoint, answer);
		CountingInput counted = new CountingInput(answer.body(), LONGEST_ANSWER);
		Outcome outcome = outcome(counted, returnType);
		String result = outcome.fault() == null ? Integer.toString(answer.status()) : answer.status() + " " + FaultNames.of(outcome.fault());
		diagnostics.detail(NLS.bind(Messages.call_done,
				new Object[] { methodName, result, counted.count(), (System.nanoTime() - begin) / 1_000_000 }));
		return outcome;
	}

	private Outcome outcome(InputStream body, String returnType) throws IOException, FenceException {
		try {
			return new Outcome(reader.read(body, returnType), null);
		} catch (MethodFault fault) {
			return new Outcome(null, fault);
		} catch (MalformedAnswer malformed) {
			throw new FenceException(new FenceProblem(FenceProblem.Kind.PROTOCOL,
					NLS.bind(Messages.not_soap, endpoint.url(PATH), ServerText.sanitised(redaction.apply(malformed.getMessage()))), Messages.not_soap_advice),
					malformed);
		}
	}

	private void keepCookie(HttpAnswer answer) {
		for (String header : answer.headers("set-cookie")) {
			if (header.startsWith("vmware_soap_session=")) {
				// Sent back as it came, quotes and all: some versions do not recognise it otherwise.
				int end = header.indexOf(';');
				cookie = end < 0 ? header : header.substring(0, end);
			}
		}
	}

	/** Speaks this version of the API from now on: the one that the server says it has. */
	@Override
	public void setSoapActionOnApiVersion(String apiVersion) {
		boolean plausible = apiVersion != null && !apiVersion.isEmpty() && apiVersion.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
		if (plausible) {
			version = apiVersion;
		}
	}

	@Override
	public URL getBaseUrl() {
		try {
			return new URL(endpoint.url(PATH));
		} catch (MalformedURLException impossible) {
			throw new IllegalStateException("an address is checked when it is made", impossible);
		}
	}

	@Override
	public String getVimNameSpace() {
		return "urn:vim25";
	}

	@Override
	public String marshall(String methodName, Argument[] paras) {
		return SoapWriter.write(types, methodName, paras);
	}

	@Override
	public Object unMarshall(String returnType, InputStream is) throws IOException {
		return reader.read(is, returnType);
	}

	@Override
	public StringBuffer readStream(InputStream stream) throws IOException {
		return new StringBuffer(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
	}

	/** The cookie is a secret, and nobody but this client needs it. */
	@Override
	public String getCookie() {
		throw new UnsupportedOperationException();
	}

	/** A session is opened by logging in. */
	@Override
	public void setCookie(String value) {
		throw new UnsupportedOperationException();
	}

	/** An answer is decoded as it arrives, never kept as text. */
	@Override
	public StringBuffer invokeAsString(String methodName, Argument[] paras) {
		throw new UnsupportedOperationException();
	}

	/** The server is that of the endpoint. */
	@Override
	public void setBaseUrl(URL baseUrl) {
		throw new UnsupportedOperationException();
	}

	/** There is one namespace. */
	@Override
	public void setVimNameSpace(String vimNameSpace) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int getConnectTimeout() {
		return remainingMillis();
	}

	/** Calls are bounded by their deadlines. */
	@Override
	public void setConnectTimeout(int timeoutMilliSec) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int getReadTimeout() {
		return remainingMillis();
	}

	/** Calls are bounded by their deadlines. */
	@Override
	public void setReadTimeout(int timeoutMilliSec) {
		throw new UnsupportedOperationException();
	}

	private int remainingMillis() {
		return limits == null ? 0 : (int) Math.min(Integer.MAX_VALUE, limits.deadline().remaining().toMillis());
	}

	/** Whom to trust is a matter of the endpoint. */
	@Override
	public TrustManager getTrustManager() {
		throw new UnsupportedOperationException();
	}
}

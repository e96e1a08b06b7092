package org.palisade.backend.rest.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.backend.rest.internal.JsonText.MalformedJson;
import org.palisade.transport.Endpoint;
import org.palisade.transport.HttpAnswer;
import org.palisade.transport.HttpRequest;
import org.palisade.transport.HttpTransport;

/** Sends requests of one API and unwraps its answers. Keeps the session's token in memory and tells it to nobody. Used by one thread at a time. */
final class AutomationClient implements AutoCloseable {

	private static final String TOKEN_HEADER = "vmware-api-session-id";
	private static final byte[] NO_BODY = {};

	/** Four thousand machines, the most that a listing holds, are less than a tenth of this. */
	private static final int LONGEST_ANSWER = 16 << 20;

	private final Endpoint endpoint;
	private final HttpTransport transport;
	private final Diagnostics diagnostics;
	private final Cancellation cancellation;
	private ApiPath api;
	private String token;

	/**
	 * Contacts nobody yet.
	 *
	 * @throws FenceException of kind OPTION when a file of certificate authorities cannot be used
	 */
	AutomationClient(Endpoint endpoint, Diagnostics diagnostics, Cancellation cancellation) throws FenceException {
		this.endpoint = endpoint;
		this.diagnostics = diagnostics;
		this.cancellation = cancellation;
		this.transport = new HttpTransport(endpoint);
	}

	/** Speaks this API from now on. */
	void use(ApiPath path) {
		api = path;
	}

	/** Shows this token with every request from now on; null for none. */
	void token(String value) {
		token = value;
	}

	/** {@return whether there is a session to end} */
	boolean hasToken() {
		return token != null;
	}

	Dialect dialect() {
		return api.dialect();
	}

	/** {@return the URL of the API, for display} */
	String url() {
		return endpoint.url(api.path());
	}

	/**
	 * {@return what the server answers to the credentials} It is waited for a little longer than the deadline, because a session whose token is
	 * unknown cannot be ended.
	 */
	Reply logIn(String authorization, Deadline deadline, Duration grace) throws FenceException {
		Map<String, String> headers = Map.of("Accept", "application/json", "Authorization", authorization);
		return exchange(new HttpRequest("POST", api.path() + api.dialect().session(), headers, NO_BODY), "POST", api.dialect().session(),
				deadline, cancellation, grace);
	}

	/** Ends the session, whether or not the caller has given up. */
	Reply logOut(Deadline deadline) throws FenceException {
		return exchange(request("DELETE", api.dialect().session()), "DELETE", api.dialect().session(), deadline, Cancellation.never(),
				Duration.ZERO);
	}

	/**
	 * Sends a request once.
	 *
	 * @param path path below that of the API, and query
	 * @throws FenceException when the server did not answer, or not sensibly: it may have acted on the request
	 */
	Reply send(String method, String path, Deadline deadline) throws FenceException {
		return exchange(request(method, path), method, path, deadline, cancellation, Duration.ZERO);
	}

	/**
	 * {@return the value that the server answered with}
	 *
	 * @throws FenceException also when it refused
	 */
	Object get(String path, Deadline deadline) throws FenceException {
		Reply reply = send("GET", path, deadline);
		if (reply instanceof Reply.Refusal refusal) {
			throw new FenceException(ApiProblems.ofCall(refusal.error()));
		}
		return ((Reply.Value) reply).content();
	}

	private HttpRequest request(String method, String path) {
		Map<String, String> headers = new HashMap<>();
		headers.put("Accept", "application/json");
		if (token != null) {
			headers.put(TOKEN_HEADER, token);
		}
		return new HttpRequest(method, api.path() + path, headers, NO_BODY);
	}

	private Reply exchange(HttpRequest request, String method, String path, Deadline deadline, Cancellation until, Duration grace)
			throws FenceException {
		long begin = System.nanoTime();
		try {
			return transport.exchange(request, answer -> reply(answer, method, path, begin), deadline, until, grace);
		} catch (FenceException failure) {
			diagnostics.detail(NLS.bind(Messages.request_failed, new Object[] { method, path, failure.problem().kind() }));
			throw failure;
		}
	}

	private Reply reply(HttpAnswer answer, String method, String path, long begin) throws IOException, FenceException {
		int status = answer.status();
		String text = answer.text(LONGEST_ANSWER);
		diagnostics.detail(NLS.bind(Messages.request_done,
				new Object[] { method, path, status, text.length(), (System.nanoTime() - begin) / 1_000_000 }));
		if (status >= 300 && status < 400) {
			throw new FenceException(Kind.PROTOCOL, NLS.bind(Messages.redirect, endpoint.address(), location(answer)), Messages.redirect_advice);
		}
		if (status < 200 || status >= 300) {
			return new Reply.Refusal(ApiError.of(status, parsedIfPossible(text).orElse(null)));
		}
		return new Reply.Value(text.isBlank() ? null : unwrapped(parsed(text)));
	}

	private static String location(HttpAnswer answer) {
		return answer.headers("location").stream().findFirst().map(ServerText::sanitised).orElse("?");
	}

	private Object parsed(String text) throws FenceException {
		try {
			return JsonText.parse(text);
		} catch (MalformedJson malformed) {
			throw new FenceException(new FenceProblem(Kind.PROTOCOL, NLS.bind(Messages.not_json, url(), malformed.getMessage()),
					Messages.not_understood_advice), malformed);
		}
	}

	private static Optional<Object> parsedIfPossible(String text) {
		try {
			return Optional.ofNullable(JsonText.parse(text));
		} catch (MalformedJson notOfTheApi) {
			return Optional.empty();
		}
	}

	private Object unwrapped(Object value) throws FenceException {
		return api.dialect() == Dialect.REST ? JsonObject.of(value).members().get("value") : value;
	}

	/** Closes the connection. */
	@Override
	public void close() {
		transport.close();
	}
}

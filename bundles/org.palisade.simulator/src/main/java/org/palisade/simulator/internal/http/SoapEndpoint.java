package org.palisade.simulator.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

import org.palisade.simulator.internal.disruption.ArmedFault;
import org.palisade.simulator.internal.disruption.Disruption;
import org.palisade.simulator.internal.disruption.Disruptions;
import org.palisade.simulator.internal.disruption.Pauses;
import org.palisade.simulator.internal.disruption.ScheduledChange.Moment;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.service.Call;
import org.palisade.simulator.internal.service.VimService;
import org.palisade.simulator.internal.session.Session;
import org.palisade.simulator.internal.session.Session.Caller;
import org.palisade.simulator.internal.soap.Answer;
import org.palisade.simulator.internal.soap.Element;
import org.palisade.simulator.internal.soap.SoapReader;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;

/** Carries SOAP over HTTP: finds the session by its cookie, executes the call, and lets go wrong what was ordered to. Thread-safe. */
public final class SoapEndpoint implements HttpHandler {

	private static final String COOKIE = "vmware_soap_session";
	private static final int LONGEST_REQUEST = 16 << 20;

	private final VimService service;
	private final SessionCookies cookies;
	private final Disruptions disruptions;
	private final Traffic traffic;
	private final Pauses pauses;
	private final long latencyMillis;
	private final AnswerSender sender;
	private final SoapReader reader = new SoapReader();

	/** Finds the session of a cookie. */
	@FunctionalInterface
	public interface SessionCookies {
		/** The session, when there is one. */
		Optional<Session> find(String cookie);
	}

	/**
	 * An endpoint.
	 *
	 * @param latencyMillis how long every request waits
	 */
	public SoapEndpoint(VimService service, SessionCookies cookies, Disruptions disruptions, Traffic traffic, Pauses pauses,
			long latencyMillis) {
		this.service = service;
		this.cookies = cookies;
		this.disruptions = disruptions;
		this.traffic = traffic;
		this.pauses = pauses;
		this.latencyMillis = latencyMillis;
		this.sender = new AnswerSender(traffic, pauses);
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			boolean isSdk = path.equals("/sdk") || path.equals("/sdk/") || path.equals("/sdk/vimService");
			if (isSdk && exchange.getRequestMethod().equals("POST")) {
				post(exchange);
			} else {
				refuse(exchange, isSdk ? 405 : 404, "There is nothing here. The SOAP endpoint takes POST requests at /sdk.");
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (RuntimeException e) {
			// The JDK's server would swallow it, and the client would see no more than a closed connection.
			System.getLogger(SoapEndpoint.class.getName()).log(System.Logger.Level.ERROR, "a defect of the simulator", e);
			throw e;
		}
	}

	private void post(HttpExchange exchange) throws IOException, InterruptedException {
		// All of it, before anything is answered: the JDK's HTTPS server loses a request that comes while it reads the rest of the one before.
		byte[] body = exchange.getRequestBody().readNBytes(LONGEST_REQUEST + 1);
		if (body.length > LONGEST_REQUEST) {
			exchange.getResponseHeaders().set("Connection", "close");
			refuse(exchange, 413, "The request is longer than " + LONGEST_REQUEST + " bytes.");
			return;
		}
		Element arguments;
		try {
			arguments = reader.read(new ByteArrayInputStream(body));
		} catch (XMLStreamException e) {
			sender.send(exchange, VimFault.named("InvalidRequest", "The request cannot be read: " + e.getMessage()));
			return;
		}
		String method = arguments.name();
		traffic.request(service.hasMethod(method) ? method : "(unknown)", body.length);
		Disruption disruption = disruptions.next(method);
		pauses.pause(latencyMillis + disruption.delayMillis());
		answer(exchange, arguments, disruption);
	}

	private void answer(HttpExchange exchange, Element arguments, Disruption disruption) throws IOException, InterruptedException {
		Caller caller = new Caller(exchange.getRemoteAddress().getAddress().getHostAddress(),
				Optional.ofNullable(exchange.getRequestHeaders().getFirst("User-Agent")).orElse(""));
		Call call = new Call(arguments, cookie(exchange).flatMap(cookies::find), caller, disruption);
		Optional<ArmedFault> delivery = disruption.delivery();
		Optional<Integer> status = disruption.httpStatus();
		try {
			Answer answer = execute(call, disruption);
			call.opened().ifPresent(session -> setCookie(exchange, session));
			if (status.isEmpty()) {
				sender.send(exchange, call.method(), answer, delivery);
			}
		} catch (VimFault fault) {
			if (status.isEmpty()) {
				sender.send(exchange, fault, delivery);
			}
		}
		if (status.isPresent()) {
			refuse(exchange, status.get(), "Simulated HTTP status, as ordered.");
		}
	}

	private Answer execute(Call call, Disruption disruption) throws VimFault, InterruptedException {
		Answer answer = Answer.NOTHING;
		if (disruption.isExecuted()) {
			disruption.change(Moment.BEFORE);
			answer = service.execute(call);
			disruption.change(Moment.AFTER);
		}
		Optional<VimFault> fault = disruption.soapFault();
		if (fault.isPresent()) {
			throw fault.get();
		}
		return answer;
	}

	private static Optional<String> cookie(HttpExchange exchange) {
		for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
			for (String cookie : header.split(";")) {
				int equals = cookie.indexOf('=');
				if (equals > 0 && cookie.substring(0, equals).trim().equals(COOKIE)) {
					return Optional.of(cookie.substring(equals + 1).trim().replace("\"", ""));
				}
			}
		}
		return Optional.empty();
	}

	private static void setCookie(HttpExchange exchange, Session session) {
		String secure = exchange instanceof HttpsExchange ? "; Secure" : "";
		exchange.getResponseHeaders().set("Set-Cookie", COOKIE + "=\"" + session.cookie() + "\"; Path=/; HttpOnly" + secure);
	}

	private void refuse(HttpExchange exchange, int status, String text) throws IOException {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
		try (OutputStream out = new AnswerStream(exchange, status, traffic)) {
			out.write(body);
		}
	}
}

package org.palisade.simulator.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.palisade.simulator.internal.disruption.ArmedFault;
import org.palisade.simulator.internal.disruption.Disruption;
import org.palisade.simulator.internal.disruption.Disruptions;
import org.palisade.simulator.internal.disruption.Pauses;
import org.palisade.simulator.internal.disruption.ScheduledChange.Moment;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.rest.RestAnswer;
import org.palisade.simulator.internal.rest.RestDialect;
import org.palisade.simulator.internal.rest.RestRequest;
import org.palisade.simulator.internal.rest.RestRequest.Credentials;
import org.palisade.simulator.internal.rest.RestService;
import org.palisade.simulator.internal.session.Session.Caller;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Carries the Automation API over HTTP, and lets go wrong what was ordered to; everything else goes to another handler. Thread-safe. */
public final class RestEndpoint implements HttpHandler {

	private static final String TOKEN = "vmware-api-session-id";
	private static final int LONGEST_REQUEST = 1 << 20;

	private final RestService service;
	private final HttpHandler otherwise;
	private final Disruptions disruptions;
	private final Traffic traffic;
	private final Pauses pauses;
	private final long latencyMillis;
	private final SpoiltDelivery spoilt;

	/**
	 * An endpoint.
	 *
	 * @param otherwise what answers everything that is not of this API
	 * @param latencyMillis how long every request waits
	 */
	public RestEndpoint(RestService service, HttpHandler otherwise, Disruptions disruptions, Traffic traffic, Pauses pauses,
			long latencyMillis) {
		this.service = service;
		this.otherwise = otherwise;
		this.disruptions = disruptions;
		this.traffic = traffic;
		this.pauses = pauses;
		this.latencyMillis = latencyMillis;
		this.spoilt = new SpoiltDelivery(traffic, pauses);
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		Optional<RestDialect> dialect = RestDialect.of(exchange.getRequestURI().getPath()).filter(service::speaks);
		if (dialect.isEmpty()) {
			otherwise.handle(exchange);
			return;
		}
		try (exchange) {
			// All of it, before anything is answered: the JDK's HTTPS server loses a request that comes while it reads the rest of the one before.
			byte[] body = exchange.getRequestBody().readNBytes(LONGEST_REQUEST);
			answer(exchange, request(exchange, dialect.get()), body.length);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (RuntimeException e) {
			System.getLogger(RestEndpoint.class.getName()).log(System.Logger.Level.ERROR, "a defect of the simulator", e);
			throw e;
		}
	}

	private static RestRequest request(HttpExchange exchange, RestDialect dialect) {
		Caller caller = new Caller(exchange.getRemoteAddress().getAddress().getHostAddress(), header(exchange, "User-Agent").orElse(""));
		return RestRequest.of(dialect, exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(),
				Optional.ofNullable(exchange.getRequestURI().getRawQuery()),
				new Credentials(header(exchange, TOKEN), header(exchange, "Authorization"), caller));
	}

	private static Optional<String> header(HttpExchange exchange, String name) {
		return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
	}

	private void answer(HttpExchange exchange, RestRequest request, int length) throws IOException, InterruptedException {
		String operation = service.operation(request);
		traffic.request(operation, length);
		Disruption disruption = disruptions.next(operation);
		pauses.pause(latencyMillis + disruption.delayMillis());
		RestAnswer answer = execute(request, disruption);
		Optional<Integer> status = disruption.httpStatus();
		send(exchange, status.isPresent() ? new RestAnswer(status.get(), "<html>Simulated HTTP status, as ordered.</html>") : answer, disruption.delivery());
	}

	private RestAnswer execute(RestRequest request, Disruption disruption) throws InterruptedException {
		RestAnswer answer = RestAnswer.empty(request.dialect());
		if (disruption.isExecuted()) {
			disruption.change(Moment.BEFORE);
			answer = service.execute(request, disruption);
			disruption.change(Moment.AFTER);
		}
		Optional<VimFault> fault = disruption.soapFault();
		return fault.isPresent() ? service.fault(request, fault.get()) : answer;
	}

	private void send(HttpExchange exchange, RestAnswer answer, Optional<ArmedFault> spoil) throws IOException, InterruptedException {
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", answer.body().startsWith("<") ? "text/html" : "application/json");
		exchange.getResponseHeaders().set("Cache-Control", "no-store");
		try {
			if (spoil.isPresent()) {
				spoilt.send(exchange, answer.status(), body, spoil.get());
				return;
			}
			try (OutputStream out = new AnswerStream(exchange, answer.status(), traffic)) {
				out.write(body);
			}
		} catch (IOException clientGone) {
			traffic.answerLost();
			throw clientGone;
		}
	}
}

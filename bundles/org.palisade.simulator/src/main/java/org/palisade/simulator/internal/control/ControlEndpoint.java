package org.palisade.simulator.internal.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Carries the requests of {@link ControlService} over HTTP. Thread-safe. */
public final class ControlEndpoint implements HttpHandler {

	private static final int LONGEST_BODY = 64 * 1024;

	private final ControlService service;

	/** An endpoint of that service. */
	public ControlEndpoint(ControlService service) {
		this.service = service;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
			String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
			try {
				answer(exchange, 200, service.handle(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), query, body));
			} catch (ControlException e) {
				answer(exchange, e.status(), Json.write(Map.of("error", e.getMessage())));
			}
		}
	}

	private static void answer(HttpExchange exchange, int status, String json) throws IOException {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}
}

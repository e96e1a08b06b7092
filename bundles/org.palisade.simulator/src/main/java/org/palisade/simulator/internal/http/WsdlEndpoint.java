package org.palisade.simulator.internal.http;

import java.io.IOException;
import java.io.OutputStream;

import org.palisade.simulator.internal.soap.Wsdl;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Serves the description of the SOAP API to clients that are made from it at run time; everything else goes to another handler. Thread-safe. */
public final class WsdlEndpoint implements HttpHandler {

	private static final String PATH = "/sdk/" + Wsdl.NAME;

	private final Wsdl wsdl;
	private final HttpHandler otherwise;
	private final Traffic traffic;

	/**
	 * An endpoint.
	 *
	 * @param otherwise what answers every other request
	 */
	public WsdlEndpoint(Wsdl wsdl, HttpHandler otherwise, Traffic traffic) {
		this.wsdl = wsdl;
		this.otherwise = otherwise;
		this.traffic = traffic;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		if (!exchange.getRequestMethod().equals("GET") || !exchange.getRequestURI().getPath().equals(PATH)) {
			otherwise.handle(exchange);
			return;
		}
		try (exchange) {
			traffic.request(Wsdl.NAME, 0);
			exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
			try (OutputStream out = new AnswerStream(exchange, 200, traffic)) {
				wsdl.write(out);
			}
		}
	}
}

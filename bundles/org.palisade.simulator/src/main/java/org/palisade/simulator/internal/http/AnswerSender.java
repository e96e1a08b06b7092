package org.palisade.simulator.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

import org.palisade.simulator.internal.disruption.ArmedFault;
import org.palisade.simulator.internal.disruption.Pauses;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.soap.Answer;
import org.palisade.simulator.internal.soap.SoapWriter;

import com.sun.net.httpserver.HttpExchange;

/** Sends answers and faults, spoilt when that was ordered. Thread-safe. */
final class AnswerSender {

	private final Traffic traffic;
	private final SpoiltDelivery spoilt;

	AnswerSender(Traffic traffic, Pauses pauses) {
		this.traffic = traffic;
		this.spoilt = new SpoiltDelivery(traffic, pauses);
	}

	void send(HttpExchange exchange, String method, Answer answer, Optional<ArmedFault> spoil) throws IOException, InterruptedException {
		send(exchange, 200, out -> {
			out.startInVim(method + "Response");
			answer.write(out);
			out.end();
		}, spoil);
	}

	void send(HttpExchange exchange, VimFault fault) throws IOException, InterruptedException {
		send(exchange, fault, Optional.empty());
	}

	void send(HttpExchange exchange, VimFault fault, Optional<ArmedFault> spoil) throws IOException, InterruptedException {
		send(exchange, 500, out -> {
			out.start("soapenv:Fault");
			out.text("faultcode", "ServerFaultCode");
			out.text("faultstring", fault.getMessage());
			out.start("detail");
			out.typed(fault.detail().type().name() + "Fault", fault.detail());
			out.end();
			out.end();
		}, spoil);
	}

	private void send(HttpExchange exchange, int status, Answer body, Optional<ArmedFault> spoil) throws IOException, InterruptedException {
		exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
		exchange.getResponseHeaders().set("Cache-Control", "no-cache");
		try {
			if (spoil.isPresent()) {
				ByteArrayOutputStream whole = new ByteArrayOutputStream();
				write(body, whole);
				spoilt.send(exchange, status, whole.toByteArray(), spoil.get());
				return;
			}
			OutputStream out = new AnswerStream(exchange, status, traffic);
			write(body, out);
			out.close();
		} catch (IOException clientGone) {
			traffic.answerLost();
			throw clientGone;
		}
	}

	private static void write(Answer body, OutputStream out) throws IOException {
		try {
			SoapWriter writer = new SoapWriter(out);
			writer.startEnvelope();
			body.write(writer);
			writer.endEnvelope();
		} catch (XMLStreamException e) {
			throw new IOException(e);
		}
	}
}

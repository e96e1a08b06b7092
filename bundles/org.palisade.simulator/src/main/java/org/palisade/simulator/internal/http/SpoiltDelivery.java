package org.palisade.simulator.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.palisade.simulator.internal.disruption.ArmedFault;
import org.palisade.simulator.internal.disruption.Pauses;

import com.sun.net.httpserver.HttpExchange;

/** Sends an answer the way it was ordered to go wrong. The caller closes the exchange, which cuts an answer that is not whole. */
final class SpoiltDelivery {

	private static final int DRIPS_A_SECOND = 10;
	private static final byte[] GARBAGE = "\0\1\2 this is no answer of a vCenter \u00ff\u00fe".getBytes(StandardCharsets.ISO_8859_1);
	private static final byte[] PADDING = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);

	private final Traffic traffic;
	private final Pauses pauses;

	SpoiltDelivery(Traffic traffic, Pauses pauses) {
		this.traffic = traffic;
		this.pauses = pauses;
	}

	void send(HttpExchange exchange, int status, byte[] answer, ArmedFault fault) throws IOException, InterruptedException {
		switch (fault.kind()) {
		case DROP -> traffic.answerLost();
		case HALF -> half(exchange, status, answer);
		case DRIP -> drip(exchange, status, answer, fault.number());
		case HANG -> hang();
		case MALFORMED -> whole(exchange, status, malformed(answer));
		case TRUNCATED -> whole(exchange, status, Arrays.copyOf(answer, answer.length / 2));
		case GARBAGE -> whole(exchange, status, GARBAGE);
		case WRONG_TYPES -> whole(exchange, status, WrongTypes.in(answer));
		case ENORMOUS -> enormous(exchange, status, answer, fault.number());
		default -> throw new IllegalArgumentException(fault.kind() + " does not concern the delivery");
		}
	}

	private void whole(HttpExchange exchange, int status, byte[] body) throws IOException {
		try (OutputStream out = new AnswerStream(exchange, status, traffic)) {
			out.write(body);
		}
	}

	private void half(HttpExchange exchange, int status, byte[] answer) throws IOException {
		exchange.sendResponseHeaders(status, answer.length);
		write(exchange.getResponseBody(), answer, 0, answer.length / 2);
		traffic.answerLost();
	}

	private void write(OutputStream out, byte[] bytes, int from, int count) throws IOException {
		out.write(bytes, from, count);
		out.flush();
		traffic.sent(count);
	}

	private void drip(HttpExchange exchange, int status, byte[] answer, long bytesASecond) throws IOException, InterruptedException {
		int drop = (int) Math.max(1, bytesASecond / DRIPS_A_SECOND);
		long pause = Math.max(1, TimeUnit.SECONDS.toMillis(drop) / Math.max(1, bytesASecond));
		exchange.sendResponseHeaders(status, answer.length);
		boolean slowly = true;
		for (int sent = 0; sent < answer.length; sent += drop) {
			write(exchange.getResponseBody(), answer, sent, Math.min(drop, answer.length - sent));
			slowly = slowly && pauses.pause(pause);
		}
		exchange.getResponseBody().close();
	}

	private void hang() throws InterruptedException {
		pauses.pause(TimeUnit.DAYS.toMillis(1));
		traffic.answerLost();
	}

	private static byte[] malformed(byte[] answer) {
		byte[] spoilt = answer.clone();
		// A null character is nowhere allowed, neither in XML nor inside a JSON string.
		byte[] nonsense = "<&<\0".getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(nonsense, 0, spoilt, answer.length / 2, nonsense.length);
		return spoilt;
	}

	private void enormous(HttpExchange exchange, int status, byte[] answer, long bytes) throws IOException {
		exchange.sendResponseHeaders(status, 0);
		OutputStream out = exchange.getResponseBody();
		// Blanks before the end of the envelope, or before a JSON value, change nothing about what the answer says.
		int insideTheEnvelope = Math.max(0, new String(answer, StandardCharsets.ISO_8859_1).lastIndexOf("</"));
		write(out, answer, 0, insideTheEnvelope);
		for (long left = bytes; left > 0; left -= PADDING.length) {
			write(out, PADDING, 0, (int) Math.min(left, PADDING.length));
		}
		write(out, answer, insideTheEnvelope, answer.length - insideTheEnvelope);
		out.close();
	}
}

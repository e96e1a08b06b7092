package org.palisade.simulator.internal.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what went over the wire. Bytes are those of the HTTP bodies. Thread-safe. */
public final class Traffic {

	private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
	private final LongAdder bytesIn = new LongAdder();
	private final LongAdder bytesOut = new LongAdder();
	private final LongAdder lostAnswers = new LongAdder();

	void request(String method, long bytes) {
		requests.computeIfAbsent(method, unused -> new LongAdder()).increment();
		bytesIn.add(bytes);
	}

	void sent(long bytes) {
		bytesOut.add(bytes);
	}

	void answerLost() {
		lostAnswers.increment();
	}

	/** How often which method was called. */
	public Map<String, Long> requests() {
		Map<String, Long> counts = new TreeMap<>();
		requests.forEach((method, count) -> counts.put(method, count.sum()));
		return counts;
	}

	/** Bytes received. */
	public long bytesIn() {
		return bytesIn.sum();
	}

	/** Bytes sent. */
	public long bytesOut() {
		return bytesOut.sum();
	}

	/** How many answers could not be delivered, because the client had gone or the connection was dropped to order. */
	public long lostAnswers() {
		return lostAnswers.sum();
	}
}

package org.palisade.tck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.palisade.api.Diagnostics;
import org.palisade.api.option.Secret;

/** Everything that the back end has said during a test, and the secrets that must not be in it. Thread-safe. */
final class Transcript implements Diagnostics {

	private static final int SHORTEST_SECRET = 8;

	private final List<String> texts = new CopyOnWriteArrayList<>();
	private final Set<Secret> secrets = new LinkedHashSet<>();

	synchronized void addSecret(Secret secret) {
		if (secret.reveal().length() < SHORTEST_SECRET) {
			throw new IllegalArgumentException("the test bed's password needs at least " + SHORTEST_SECRET + " characters to be looked for");
		}
		secrets.add(secret);
	}

	@Override
	public void warning(String message) {
		addSaid("a warning", message);
	}

	@Override
	public void detail(String message) {
		addSaid("a detail", message);
	}

	private void addSaid(String what, String message) {
		if (message == null) {
			throw new NullPointerException(what + " is null");
		}
		texts.add(message);
	}

	/** Adds what {@code toString} shows of an object. */
	void addShown(Object shown) {
		texts.add(String.valueOf(shown));
	}

	/** Adds what a debug log would show of an exception: its causes too. */
	void addThrown(Throwable thrown) {
		StringWriter trace = new StringWriter();
		thrown.printStackTrace(new PrintWriter(trace, true));
		texts.add(trace.toString());
	}

	synchronized void assertKeepsSecrets() {
		assertAll(texts.stream().map(text -> () -> assertKeepsSecrets(text)));
	}

	/** Shows the text without the secret: a report of a test is no place for it either. */
	private void assertKeepsSecrets(String text) {
		for (Secret secret : secrets) {
			assertFalse(text.contains(secret.reveal()), () -> "a secret was shown: " + text.replace(secret.reveal(), secret.toString()));
		}
	}
}

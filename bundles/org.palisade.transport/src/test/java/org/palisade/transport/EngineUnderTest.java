package org.palisade.transport;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.palisade.transport.internal.TlsEngines;
import org.palisade.transport.tls.CertificateCheck;
import org.palisade.transport.tls.TlsConnection;
import org.palisade.transport.tls.TlsEngine;

/**
 * Has the tests of a class use the TLS engine whose class the system property {@code palisade.test.tls.engine} names, or the platform's when it
 * names none: the bundle of an engine runs the tests of this bundle once more.
 */
final class EngineUnderTest implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {

	private static final AtomicInteger NEGOTIATIONS = new AtomicInteger();
	private static final Optional<TlsEngine> ENGINE = engine();

	private static Optional<TlsEngine> engine() {
		String name = System.getProperty("palisade.test.tls.engine");
		try {
			return name == null ? Optional.empty()
					: Optional.of(new Counting((TlsEngine) Class.forName(name).getConstructor().newInstance()));
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Lets the engine do everything, and counts how often it is asked. */
	private record Counting(TlsEngine engine) implements TlsEngine {

		@Override
		public boolean isAvailable() {
			return engine.isAvailable();
		}

		@Override
		public TlsConnection negotiate(Socket raw, Optional<String> serverName, CertificateCheck check) throws IOException {
			NEGOTIATIONS.incrementAndGet();
			return engine.negotiate(raw, serverName, check);
		}
	}

	/** {@return how often an engine that is not the platform's has negotiated} */
	static int negotiations() {
		return NEGOTIATIONS.get();
	}

	/** {@return whether the tests are about another engine than the platform's} */
	static boolean isPresent() {
		return ENGINE.isPresent();
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return ENGINE.isEmpty() || ENGINE.get().isAvailable() ? ConditionEvaluationResult.enabled("the engine can be used")
				: ConditionEvaluationResult.disabled("no library of " + System.getProperty("palisade.test.tls.engine") + " fits this machine");
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		TlsEngines.install(ENGINE.orElse(null));
	}

	@Override
	public void afterAll(ExtensionContext context) {
		TlsEngines.install(null);
	}
}

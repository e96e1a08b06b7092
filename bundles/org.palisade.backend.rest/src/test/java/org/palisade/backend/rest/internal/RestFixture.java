package org.palisade.backend.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** What the tests with a server have in common: options, and that nothing secret is told. */
abstract class RestFixture {

	static final String PASSWORD = "5ecret: & <pass> grün";

	final List<String> told = Collections.synchronizedList(new ArrayList<>());
	final CancellationSource cancellation = new CancellationSource();
	FenceSession session;

	FenceSession open(Map<String, Object> endpoint, Deadline deadline, String... more) throws FenceException {
		Map<String, Object> values = new HashMap<>(endpoint);
		values.putIfAbsent("username", "u");
		values.putIfAbsent("password", Secret.of(PASSWORD));
		for (int i = 0; i < more.length; i += 2) {
			values.put(more[i], more[i + 1]);
		}
		Diagnostics diagnostics = new Diagnostics() {
			@Override
			public void warning(String message) {
				told.add("warning: " + message);
			}

			@Override
			public void detail(String message) {
				told.add(message);
			}
		};
		OptionValues options = new OptionValues(values, values.keySet());
		RestBackEnd backEnd = new RestBackEnd();
		backEnd.validate(options);
		session = backEnd.open(options, new SessionContext(cancellation, diagnostics, Duration.ofSeconds(30)), deadline);
		return session;
	}

	static Deadline generous() {
		return in(Duration.ofSeconds(30));
	}

	static Deadline in(Duration duration) {
		return Deadline.in(duration, MonotonicClock.system());
	}

	FenceProblem problem(Kind kind, Executable action) {
		FenceProblem problem = assertThrows(FenceException.class, action).problem();
		told.add(problem.toString());
		assertEquals(kind, problem.kind(), problem::toString);
		return problem;
	}

	List<String> warnings() {
		return told.stream().filter(line -> line.startsWith("warning: ")).toList();
	}

	@AfterEach
	void closeAndSeeThatNothingSecretWasTold() {
		if (session != null) {
			session.close(generous());
		}
		for (String line : told) {
			assertFalse(line.contains("5ecret") || line.contains("Basic") || line.contains("t0ken"), line);
		}
	}
}

package org.palisade.api.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** That a pause ends, and what is left of it. Most of these tests could not end if it did not. */
class PauseTest {

	@Test
	void itEndsWithTheTime() {
		Pause.system().await(Duration.ofMillis(1), new CancellationSource());
		Pause.system().await(Duration.ZERO, new CancellationSource());
	}

	@Test
	void itEndsAtOnceWhenTheCallerHasGivenUp() {
		CancellationSource givenUp = new CancellationSource();
		givenUp.request();

		Pause.system().await(Duration.ofDays(1), givenUp);

		assertFalse(Thread.currentThread().isInterrupted());
	}

	@Test
	void itEndsWhenTheCallerGivesUpMeanwhile() throws InterruptedException {
		CancellationSource source = new CancellationSource();
		Thread waiting = new Thread(() -> Pause.system().await(Duration.ofDays(1), source));
		waiting.start();

		source.request();

		waiting.join();
	}

	@Test
	void itLeavesNothingBehind() {
		List<String> taken = new ArrayList<>();
		Cancellation caller = new Cancellation() {
			@Override
			public boolean requested() {
				return false;
			}

			@Override
			public Registration onRequest(Runnable action) {
				taken.add("given");
				return () -> taken.add("taken back");
			}
		};

		Pause.system().await(Duration.ZERO, caller);

		assertEquals(List.of("given", "taken back"), taken);
	}

	@Test
	void anInterruptEndsItAndStaysPending() {
		Thread.currentThread().interrupt();

		Pause.system().await(Duration.ofDays(1), new CancellationSource());

		assertTrue(Thread.interrupted());
	}
}

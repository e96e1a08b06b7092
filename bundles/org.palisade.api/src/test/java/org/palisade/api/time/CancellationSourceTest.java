package org.palisade.api.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class CancellationSourceTest {

	private final CancellationSource source = new CancellationSource();
	private final List<String> ran = new ArrayList<>();

	@Test
	void itIsRequestedOnceAndForAll() {
		assertFalse(source.requested());

		source.request();

		assertTrue(source.requested());
	}

	@Test
	void everyActionRunsOnce() {
		source.onRequest(() -> ran.add("a"));
		source.onRequest(() -> ran.add("b"));

		source.request();
		source.request();

		assertEquals(List.of("a", "b"), ran);
	}

	@Test
	void anActionSeesTheRequest() {
		source.onRequest(() -> ran.add("" + source.requested()));

		source.request();

		assertEquals(List.of("true"), ran);
	}

	@Test
	void anActionThatComesTooLateRunsAtOnce() {
		source.request();

		source.onRequest(() -> ran.add("late")).close();

		assertEquals(List.of("late"), ran);
	}

	@Test
	void anActionThatWasTakenBackDoesNotRun() {
		Cancellation.Registration registration = source.onRequest(() -> ran.add("a"));
		registration.close();
		registration.close();

		source.request();

		assertEquals(List.of(), ran);
	}

	@Test
	void takingBackOneRegistrationLeavesAnotherOfTheSameAction() {
		Runnable action = () -> ran.add("a");
		source.onRequest(action);
		source.onRequest(action).close();

		source.request();

		assertEquals(List.of("a"), ran);
	}

	@Test
	void anActionMayRegisterAnother() {
		source.onRequest(() -> source.onRequest(() -> ran.add("inner")));

		source.request();

		assertEquals(List.of("inner"), ran);
	}
}

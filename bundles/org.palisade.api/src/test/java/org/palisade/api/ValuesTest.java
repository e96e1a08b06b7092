package org.palisade.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValuesTest {

	private static final Plug PLUG = new Plug("vm-1", "web", "/DC0/vm/web", Optional.of("uuid"), false);

	@Test
	void theSamePlugElsewhereHasTheSameIdentity() {
		assertTrue(PLUG.hasIdentityOf(new Plug("vm-1", "web", "/DC0/vm/other/web", Optional.of("uuid"), false)));
	}

	@Test
	void anotherIdNameOrUuidIsAnotherIdentity() {
		assertFalse(PLUG.hasIdentityOf(new Plug("vm-2", "web", "/DC0/vm/web", Optional.of("uuid"), false)));
		assertFalse(PLUG.hasIdentityOf(new Plug("vm-1", "Web", "/DC0/vm/web", Optional.of("uuid"), false)));
		assertFalse(PLUG.hasIdentityOf(new Plug("vm-1", "web", "/DC0/vm/web", Optional.of("other"), false)));
		assertFalse(PLUG.hasIdentityOf(new Plug("vm-1", "web", "/DC0/vm/web", Optional.empty(), false)));
	}

	@ParameterizedTest
	@EnumSource
	void aStateIsOffOrOnOnlyWhenItIs(PowerState power) {
		PlugState state = new PlugState(PLUG, power, Optional.empty());

		assertEquals(power == PowerState.OFF, state.isOff());
		assertEquals(power == PowerState.ON, state.isOn());
	}

	@ParameterizedTest
	@EnumSource
	void aDoubtfulStateIsNeither(PowerState power) {
		PlugState state = new PlugState(PLUG, power, Optional.of("doubt"));

		assertFalse(state.isOff());
		assertFalse(state.isOn());
	}

	@Test
	void aSelectorNeedsAText() {
		assertThrows(IllegalArgumentException.class, () -> PlugSelector.of(""));
		assertEquals(new PlugSelector("web", Optional.empty()), PlugSelector.of("web"));
	}

	@Test
	void anExceptionCarriesItsProblem() {
		FenceProblem problem = new FenceProblem(FenceProblem.Kind.DNS, "message", "advice");
		IllegalStateException cause = new IllegalStateException();
		FenceException e = new FenceException(problem, cause);

		assertSame(problem, e.problem());
		assertSame(cause, e.getCause());
		assertEquals("message", e.getMessage());
		assertEquals(problem, new FenceException(FenceProblem.Kind.DNS, "message", "advice").problem());
	}

	@Test
	void anOperationEndsInItsState() {
		assertEquals(PowerState.ON, PowerOperation.ON.wanted());
		assertEquals(PowerState.OFF, PowerOperation.OFF.wanted());
	}
}

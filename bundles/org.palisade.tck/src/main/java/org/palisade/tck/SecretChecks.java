package org.palisade.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Cancellation;

/** Passwords: a wrong one is refused, and neither it nor a right one is ever shown. What is said is looked through after every test. */
interface SecretChecks extends Checks {

	@Test
	default void aWrongPasswordIsRefusedAndNotShown() {
		assumeTrue(bench().bed().options().containsKey(StandardOptions.PASSWORD), "the test bed needs no password");

		Expect.problem(Kind.LOGIN, "open with a wrong password", this::logInWithAWrongPassword);
		bench().assertNoSessionIsLeft();
	}

	@Test
	default void nothingStaysConnectedAfterARefusedLogIn() throws Exception {
		assumeTrue(bench().bed().options().containsKey(StandardOptions.PASSWORD), "the test bed needs no password");
		OptionalInt before = bench().bed().openConnections();
		assumeTrue(before.isPresent(), "the test bed cannot tell how many connections are open");

		Expect.problem(Kind.LOGIN, "open with a wrong password", this::logInWithAWrongPassword);

		assertEquals(before, bench().bed().openConnections(), "connections must be closed when the log-in fails");
	}

	@Test
	default void passwordsAreDeclaredAsSecrets() {
		for (OptionDeclaration declaration : bench().backEnd().options()) {
			boolean password = declaration.name().endsWith("passwd") || declaration.name().endsWith("password");
			assertTrue(!password || declaration.type() == OptionType.SECRET,
					() -> declaration.name() + " must be declared as a SECRET");
		}
	}

	private void logInWithAWrongPassword() throws FenceException {
		bench().openAndFind(bench().options(Map.of(StandardOptions.PASSWORD, canary())), Cancellation.never(), Bench.AMPLE);
	}

	private static Secret canary() {
		return Secret.of("canary-8f3b1c57-sings");
	}
}

package org.palisade.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;

/** Expects problems. */
final class Expect {

	private Expect() {
	}

	static FenceProblem problem(FenceProblem.Kind kind, Executable action) {
		FenceProblem problem = assertThrows(FenceException.class, action).problem();
		assertEquals(kind, problem.kind(), () -> problem.toString());
		return problem;
	}
}

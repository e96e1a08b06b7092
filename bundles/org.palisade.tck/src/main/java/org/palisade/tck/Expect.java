package org.palisade.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.function.Executable;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;

/** What a call must come to. */
final class Expect {

	private Expect() {
	}

	/** {@return the problem with which {@code call} fails, of the given kind} */
	static FenceProblem problem(FenceProblem.Kind kind, String what, Executable call) {
		FenceException thrown = assertThrows(FenceException.class, call, () -> what + " must fail with " + kind);
		assertEquals(kind, thrown.problem().kind(), () -> what + " fails with: " + thrown.getMessage());
		return thrown.problem();
	}

	/** {@return what {@code call} returns, in a thread of its own} A call that does not come back is a failure and is left behind. */
	static <T> T promptly(String what, Callable<T> call) throws Exception {
		return result(start(what, call), what);
	}

	/**
	 * {@return what {@code call} returns, in a thread of its own}
	 *
	 * @param action run when the call has had the time to come back by itself and has not
	 */
	static <T> T onceItWaits(Runnable action, String what, Callable<T> call) throws Exception {
		FutureTask<T> task = start(what, call);
		try {
			task.get(Bench.SHORT.toMillis(), TimeUnit.MILLISECONDS);
		} catch (TimeoutException | ExecutionException e) {
			action.run();
		}
		return result(task, what);
	}

	/** {@return {@code call} under way in a thread of its own} */
	static <T> FutureTask<T> start(String what, Callable<T> call) {
		FutureTask<T> task = new FutureTask<>(call);
		Thread thread = new Thread(task, what);
		thread.setDaemon(true);
		thread.start();
		return task;
	}

	/** {@return what the call under way returns in the end} */
	static <T> T result(FutureTask<T> task, String what) throws Exception {
		try {
			return task.get(Bench.AMPLE.toMillis(), TimeUnit.MILLISECONDS);
		} catch (TimeoutException e) {
			return fail(what + " does not come back");
		} catch (ExecutionException e) {
			if (e.getCause() instanceof Error error) {
				throw error;
			}
			throw (Exception) e.getCause();
		}
	}
}

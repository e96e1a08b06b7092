package org.palisade.backend.ssh.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.palisade.api.FenceException;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;

/**
 * Runs blocking calls of libraries that know no deadline (name resolution, the SSH handshake) in a daemon thread, so that the caller
 * returns by its deadline whatever the other side does: says nothing, or drips a byte a second, against which no socket timeout helps.
 */
final class BoundedCall {

	private final Cancellation cancellation;

	BoundedCall(Cancellation cancellation) {
		this.cancellation = cancellation;
	}

	/**
	 * @param step what is being done, for the message, in the user's language
	 * @param work what to do
	 * @param abandon makes {@code work} end soon when nobody waits for it any more; does not block
	 * @throws FenceException when the deadline passed or the caller gave up
	 * @throws ExecutionException when the work threw; carries what it threw
	 */
	<T> T run(String step, Callable<T> work, Runnable abandon, Deadline deadline) throws FenceException, ExecutionException {
		if (cancellation.requested()) {
			throw Problems.cancelled(step);
		}
		if (deadline.expired()) {
			throw Problems.timeout(step);
		}
		CompletableFuture<T> outcome = new CompletableFuture<>();
		Thread worker = new Thread(() -> carryOut(work, outcome), "palisade-ssh");
		worker.setDaemon(true);
		Cancellation.Registration registration = cancellation.onRequest(() -> outcome.cancel(false));
		try {
			worker.start();
			return outcome.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
		} catch (TimeoutException tooLate) {
			abandon.run();
			throw Problems.timeout(step);
		} catch (CancellationException givenUp) {
			abandon.run();
			throw Problems.cancelled(step);
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			abandon.run();
			throw Problems.cancelled(step);
		} finally {
			registration.close();
		}
	}

	private static <T> void carryOut(Callable<T> work, CompletableFuture<T> outcome) {
		try {
			outcome.complete(work.call());
		} catch (Exception | LinkageError failure) {
			outcome.completeExceptionally(failure);
		}
	}
}

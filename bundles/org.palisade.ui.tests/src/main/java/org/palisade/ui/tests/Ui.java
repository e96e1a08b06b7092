package org.palisade.ui.tests;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * Runs things in the UI thread, and waits for conditions there. Tests run in another thread, so that the UI goes on by itself. No wait is without an
 * end: what takes too long fails, with what is shown then and what the UI thread does.
 */
final class Ui {

	/** Longer than anything takes, on a busy machine. */
	private static final Duration LONG = Duration.ofSeconds(60);
	/** Enough for a UI thread that is only busy. */
	private static final Duration LAST_CHANCE = Duration.ofSeconds(10);
	private static final int LOOK_AGAIN_MILLISECONDS = 10;

	/** When the UI thread does not come back at all, waiting for it in each further test would take hours. */
	private static volatile boolean lost;

	private Ui() {
	}

	static Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	static void run(Runnable action) {
		get(() -> {
			action.run();
			return null;
		});
	}

	/** Begins something that may not return until a dialog is closed. */
	static void begin(Runnable action) {
		display().asyncExec(action);
	}

	static <T> T get(Supplier<T> supplier) {
		if (Thread.currentThread() == display().getThread()) {
			return supplier.get();
		}
		CompletableFuture<T> result = new CompletableFuture<>();
		display().asyncExec(() -> {
			try {
				result.complete(supplier.get());
			} catch (RuntimeException | Error e) {
				result.completeExceptionally(e);
			}
		});
		return await("the end of what was begun in the UI thread", result);
	}

	/** Waits until a condition holds in the UI thread. */
	static void await(String what, BooleanSupplier condition) {
		CompletableFuture<Void> held = new CompletableFuture<>();
		display().asyncExec(() -> look(condition, held));
		await(what, held);
	}

	private static void look(BooleanSupplier condition, CompletableFuture<Void> held) {
		if (held.isDone() || display().isDisposed()) {
			return;
		}
		try {
			if (condition.getAsBoolean()) {
				held.complete(null);
			} else {
				display().timerExec(LOOK_AGAIN_MILLISECONDS, () -> look(condition, held));
			}
		} catch (RuntimeException | Error e) {
			held.completeExceptionally(e);
		}
	}

	private static <T> T await(String what, CompletableFuture<T> future) {
		if (lost) {
			throw new AssertionError("The UI thread did not come back in an earlier test");
		}
		try {
			return future.get(LONG.toSeconds(), TimeUnit.SECONDS);
		} catch (TimeoutException e) {
			future.cancel(false);
			throw new AssertionError("never came: " + what + "; shown: " + shown() + "; the UI thread is at" + stack(), e);
		} catch (InterruptedException e) {
			future.cancel(false);
			throw new AssertionError("interrupted: " + what + "; the UI thread is at" + stack(), e);
		} catch (ExecutionException e) {
			throw new AssertionError(what, e.getCause());
		}
	}

	private static String shown() {
		CompletableFuture<String> shown = new CompletableFuture<>();
		display().asyncExec(() -> shown.complete(Widgets.describeShells()));
		try {
			return shown.get(LAST_CHANCE.toSeconds(), TimeUnit.SECONDS);
		} catch (TimeoutException e) {
			lost = true;
			return "not known, the UI thread does not answer";
		} catch (InterruptedException | ExecutionException e) {
			return "not known, " + e;
		}
	}

	private static String stack() {
		return Arrays.stream(display().getThread().getStackTrace()).map(frame -> "\n\t\t" + frame).collect(Collectors.joining());
	}
}

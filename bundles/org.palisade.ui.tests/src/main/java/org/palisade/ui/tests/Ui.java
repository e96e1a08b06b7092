package org.palisade.ui.tests;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Runs things in the UI thread, and waits for conditions there. Tests run in another thread, so that the UI goes on by itself. */
final class Ui {

	/** Longer than anything takes, on a busy machine. */
	private static final Duration LONG = Duration.ofSeconds(60);
	private static final int LOOK_AGAIN_MILLISECONDS = 10;

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
		AtomicReference<T> result = new AtomicReference<>();
		AtomicReference<Throwable> failure = new AtomicReference<>();
		display().syncExec(() -> {
			try {
				result.set(supplier.get());
			} catch (RuntimeException | Error e) {
				failure.set(e);
			}
		});
		if (failure.get() != null) {
			throw new AssertionError(failure.get());
		}
		return result.get();
	}

	/** Waits until a condition holds in the UI thread. */
	static void await(String what, BooleanSupplier condition) {
		CompletableFuture<Void> held = new CompletableFuture<>();
		display().asyncExec(() -> look(condition, held));
		try {
			held.get(LONG.toSeconds(), TimeUnit.SECONDS);
		} catch (TimeoutException e) {
			held.cancel(false);
			throw new AssertionError("never came: " + what, e);
		} catch (InterruptedException | ExecutionException e) {
			throw new AssertionError(what, e);
		}
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
}

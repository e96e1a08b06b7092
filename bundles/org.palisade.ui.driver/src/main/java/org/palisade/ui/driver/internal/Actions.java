package org.palisade.ui.driver.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** What a client may ask for. What cannot be done yet is tried again for a while, as a user would who sees that the workbench is busy. */
final class Actions {

	private static final Duration PATIENCE = Duration.ofSeconds(90);
	private static final int TRY_AGAIN_MILLISECONDS = 100;

	private Actions() {
	}

	/**
	 * {@return the lines that answer}
	 *
	 * @throws RuntimeException saying why it cannot be done
	 */
	static List<String> carryOut(String verb, List<String> arguments) {
		String first = arguments.isEmpty() ? "" : arguments.get(0);
		String second = arguments.size() < 2 ? "" : arguments.get(1);
		return switch (verb) {
		case "perspective" -> tried(() -> perspective(first));
		case "view" -> tried(() -> view(first));
		case "command" -> tried(() -> command(first));
		case "select" -> tried(() -> Screen.select(first));
		case "expand" -> tried(() -> Screen.expand(first));
		case "type" -> tried(() -> Screen.type(first, second));
		case "choose" -> tried(() -> Screen.choose(first, second));
		case "press" -> tried(() -> Screen.press(first));
		case "screenshot" -> tried(() -> Screen.photograph(first));
		case "await" -> tried(() -> Screen.line(Pattern.compile(first)));
		case "gone" -> tried(() -> Screen.requireNoLine(Pattern.compile(first)));
		default -> throw new IllegalArgumentException("unknown");
		};
	}

	private static Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	private static List<String> tried(Runnable action) {
		return tried(() -> {
			action.run();
			return "";
		});
	}

	private static List<String> tried(Supplier<String> action) {
		CompletableFuture<String> done = new CompletableFuture<>();
		long end = System.nanoTime() + PATIENCE.toNanos();
		display().asyncExec(() -> attempt(action, done, end));
		try {
			return List.of(done.orTimeout(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
		} catch (CompletionException e) {
			throw new IllegalStateException(e.getCause() + ", on the screen are " + onScreen(), e);
		}
	}

	private static void attempt(Supplier<String> action, CompletableFuture<String> done, long end) {
		try {
			done.complete(action.get());
		} catch (RuntimeException e) {
			if (System.nanoTime() - end > 0) {
				done.completeExceptionally(e);
			} else {
				display().timerExec(TRY_AGAIN_MILLISECONDS, () -> attempt(action, done, end));
			}
		}
	}

	private static List<String> onScreen() {
		CompletableFuture<List<String>> texts = new CompletableFuture<>();
		display().asyncExec(() -> texts.complete(Screen.texts()));
		return texts.completeOnTimeout(List.of(), PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
	}

	private static IWorkbenchWindow window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
	}

	private static void perspective(String id) {
		try {
			PlatformUI.getWorkbench().showPerspective(id, window());
		} catch (WorkbenchException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void view(String id) {
		try {
			window().getActivePage().showView(id, null, IWorkbenchPage.VIEW_ACTIVATE);
		} catch (PartInitException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Returns before the command does: it may open a dialog. */
	private static void command(String id) {
		IHandlerService handlers = window().getService(IHandlerService.class);
		var command = window().getService(ICommandService.class).getCommand(id);
		command.setEnabled(handlers.getCurrentState());
		if (!command.isEnabled()) {
			throw new IllegalStateException(id + " is not enabled");
		}
		display().asyncExec(() -> {
			try {
				handlers.executeCommand(id, null);
			} catch (CommandException e) {
				throw new IllegalStateException(e);
			}
		});
	}
}

package org.palisade.ui.internal.console;

import java.util.stream.Stream;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;
import org.palisade.ui.internal.Images;

/** Makes the console when the view of consoles comes into sight. */
final class ConsoleOpener implements IPartListener2 {

	private static final String TYPE = "org.palisade.ui.console";

	private final ConsoleLines lines;
	private volatile boolean opened;

	ConsoleOpener(ConsoleLines lines) {
		this.lines = lines;
	}

	/** For any thread. */
	void openWhenLookedAt() {
		if (!opened && PlatformUI.isWorkbenchRunning()) {
			Display display = PlatformUI.getWorkbench().getDisplay();
			display.asyncExec(this::watch);
		}
	}

	private void watch() {
		for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
			// One that is registered already is not registered again.
			window.getPartService().addPartListener(this);
			Stream.of(window.getPages()).filter(ConsoleOpener::isInSight).findFirst().ifPresent(page -> open());
		}
	}

	private static boolean isInSight(IWorkbenchPage page) {
		return Stream.of(page.getViewReferences()).filter(view -> view.getId().equals(IConsoleConstants.ID_CONSOLE_VIEW)).map(view -> view.getView(false))
				.anyMatch(view -> view != null && page.isPartVisible(view));
	}

	@Override
	public void partVisible(IWorkbenchPartReference part) {
		if (part.getId().equals(IConsoleConstants.ID_CONSOLE_VIEW)) {
			open();
		}
	}

	private void open() {
		if (!opened) {
			opened = true;
			MessageConsole console = new MessageConsole(Messages.console, TYPE, Images.HISTORY.descriptor(), true);
			console.setWaterMarks(ConsoleLines.MOST_CHARACTERS / 2, ConsoleLines.MOST_CHARACTERS);
			ConsolePlugin.getDefault().getConsoleManager().addConsoles(new IConsole[] { console });
			MessageConsoleStream stream = console.newMessageStream();
			lines.writeTo(line -> {
				if (!stream.isClosed()) {
					stream.println(line);
				}
			});
		}
	}
}

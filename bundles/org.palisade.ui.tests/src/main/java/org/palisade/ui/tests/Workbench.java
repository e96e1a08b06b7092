package org.palisade.ui.tests;

import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.commands.Command;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionException;
import org.palisade.connections.ConnectionStore;
import org.palisade.ui.internal.FencingPerspective;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.inventory.InventoryView;

/** The window of the workbench. Its methods are not for the UI thread. */
final class Workbench {

	private Workbench() {
	}

	/** Opens the perspective as it is after an installation. A dialog that a test before it has left open would take the keys of this one. */
	static void open() {
		Ui.await("window", () -> PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0);
		Ui.run(() -> Stream.of(Ui.display().getShells()).filter(shell -> !shell.isDisposed() && shell.isVisible() && shell.getParent() != null).forEach(Shell::close));
		Ui.run(() -> {
			try {
				IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
				window.getShell().setSize(1200, 800);
				window.getShell().setLocation(0, 0);
				window.getShell().forceActive();
				PlatformUI.getWorkbench().showPerspective(FencingPerspective.ID, window).resetPerspective();
			} catch (WorkbenchException e) {
				throw new AssertionError(e);
			}
		});
	}

	static Shell shell() {
		return Ui.get(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell());
	}

	static IWorkbenchPage page() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
	}

	static <T extends IViewPart> T show(String id, Class<T> type) {
		return Ui.get(() -> {
			try {
				return type.cast(page().showView(id));
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
	}

	/** {@return whether a command can be run on what is selected now} */
	static boolean enabled(String command) {
		return Ui.get(() -> {
			Command found = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command);
			found.setEnabled(PlatformUI.getWorkbench().getService(IHandlerService.class).getCurrentState());
			return found.isEnabled();
		});
	}

	/** Opens the inventory, with all that it has. */
	static InventoryView showInventory() {
		InventoryView view = show(InventoryView.ID, InventoryView.class);
		Ui.run(() -> Widgets.one(shell(), Text.class, text -> text.getMessage().startsWith("Filter by name")).setText(""));
		return view;
	}

	static void hide(String id) {
		Ui.run(() -> page().hideView(page().findViewReference(id)));
	}

	static void removeConnections() {
		ConnectionStore store = PalisadeUi.instance().service(ConnectionStore.class);
		for (Connection connection : store.all()) {
			try {
				store.remove(connection);
			} catch (ConnectionException e) {
				throw new AssertionError(e);
			}
		}
	}

	static Optional<Connection> connection() {
		return PalisadeUi.instance().service(ConnectionStore.class).all().stream().findFirst();
	}
}

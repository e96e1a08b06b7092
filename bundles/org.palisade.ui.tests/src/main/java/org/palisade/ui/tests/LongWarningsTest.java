package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.devices.FenceDevices;
import org.palisade.ui.devices.internal.FenceDevicesView;
import org.palisade.ui.internal.PalisadeUi;

/** A warning that is longer than its column is wide can be read by mouse and by keys. */
class LongWarningsTest {

	private static final int WARNING = 5;
	private static final String NAME = "a-device-whose-name-is-much-longer-than-the-column-of-the-warnings-is-wide-so-that-nobody-can-read-it-there-to-its-end";
	private static final String TEXT = "the configuration has no device " + NAME;

	@TempDir
	private Path folder;

	private final FenceDevices devices = PalisadeUi.instance().service(FenceDevices.class);
	private IViewPart view;

	@BeforeEach
	void open() throws IOException {
		Workbench.open();
		closeAll();
		view = Workbench.show(FenceDevicesView.ID, FenceDevicesView.class);
		devices.open(Files.writeString(folder.toRealPath().resolve("long.conf"), EditorTest.CONF.replace("device name=\"vmware1\" port=\"node1-vm\"",
				"device name=\"" + NAME + "\" port=\"node1-vm\"")));
		Ui.await("rows", () -> tree().getItemCount() == 1 && tree().getItem(0).getItemCount() == 2);
	}

	@AfterEach
	void closeAll() {
		devices.configurations().forEach(configuration -> devices.close(configuration.file()));
	}

	private static Tree tree() {
		return Widgets.all(Workbench.shell(), Tree.class).stream().filter(tree -> tree.getColumnCount() == 6).findFirst().orElseThrow();
	}

	@Test
	void aToolTipHasTheWholeText() {
		Ui.run(() -> assertEquals(TEXT, tree().getItem(0).getItem(0).getText(WARNING)));
		// A row has no place before GTK has drawn it.
		Ui.await("tool tip", () -> {
			hover(tree());
			return toolTip().contains(TEXT);
		});
		Screenshots.take("devices-long-warning", Workbench.shell());
		Ui.run(() -> tree().notifyListeners(SWT.MouseDown, new Event()));
	}

	private static void hover(Tree tree) {
		tree.showColumn(tree.getColumn(WARNING));
		Rectangle cell = tree.getItem(0).getItem(0).getBounds(WARNING);
		Event event = new Event();
		event.x = Math.max(cell.x, 0) + 1;
		event.y = cell.y + cell.height / 2;
		tree.notifyListeners(SWT.MouseHover, event);
	}

	private static List<String> toolTip() {
		return Stream.of(Ui.display().getShells()).filter(shell -> shell.isVisible() && shell.getParent() == Workbench.page().getWorkbenchWindow().getShell())
				.flatMap(shell -> Widgets.all(shell, Label.class).stream()).map(Label::getText).toList();
	}

	@Test
	void theStatusLineAndThePropertiesHaveTheWholeText() {
		Ui.await("selection", () -> {
			Workbench.page().activate(view);
			tree().setSelection(tree().getItem(0).getItem(0));
			tree().notifyListeners(SWT.Selection, new Event());
			return Workbench.page().getSelection() instanceof IStructuredSelection selection && selection.size() == 1;
		});
		Ui.await("status line", () -> Widgets.all(Workbench.page().getWorkbenchWindow().getShell(), CLabel.class).stream()
				.anyMatch(label -> TEXT.equals(label.getToolTipText()) || TEXT.equals(label.getText())));
		Object selected = Ui.get(() -> ((IStructuredSelection) Workbench.page().getSelection()).getFirstElement());
		IPropertySource properties = Adapters.adapt(selected, IPropertySource.class);
		assertTrue(Stream.of(properties.getPropertyDescriptors()).map(IPropertyDescriptor::getDescription).anyMatch(TEXT::equals),
				"the status line has it as well when it is selected in the view Properties");
	}
}

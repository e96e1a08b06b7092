package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Scrollable;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.ui.editor.internal.EditorIds;

/** Switches between the light and the dark theme while something is open, and looks at colors. */
class ThemeTest {

	/** By the guidelines for accessible contents of the web, for texts of usual size. */
	private static final double READABLE = 4.5;

	@TempDir
	private Path folder;

	@BeforeEach
	void open() {
		Workbench.open();
		Workbench.removeConnections();
	}

	@AfterEach
	void close() {
		Screenshots.light();
		Ui.run(() -> Workbench.page().closeAllEditors(false));
	}

	private void edit(String page) throws IOException {
		Path file = Files.writeString(folder.resolve("cluster.conf"), EditorTest.CONF);
		Ui.run(() -> {
			try {
				IEditorPart editor = IDE.openEditorOnFileStore(Workbench.page(), EFS.getLocalFileSystem().getStore(file.toUri()));
				Workbench.page().setPartState(Workbench.page().getReference(editor), IWorkbenchPage.STATE_MAXIMIZED);
				((FormEditor) editor).setActivePage(EditorIds.BUNDLE + "." + page);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
	}

	/** The share of light, from 0 for black to 1 for white. */
	private static double luminance(RGB color) {
		return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
	}

	private static double linear(int part) {
		double share = part / 255.0;
		return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

	private static double contrast(Color one, Color other) {
		double first = luminance(one.getRGB());
		double second = luminance(other.getRGB());
		return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
	}

	/** {@return the color on the screen below the rows} */
	private static RGB belowRows(Scrollable rows) {
		return Ui.get(() -> {
			rows.update();
			Rectangle area = rows.getClientArea();
			Point place = rows.toDisplay(area.x + area.width / 2, area.y + area.height - 8);
			Image image = new Image(rows.getDisplay(), 1, 1);
			GC gc = new GC(rows.getDisplay());
			try {
				gc.copyArea(image, place.x, place.y);
				ImageData data = image.getImageData();
				return data.palette.getRGB(data.getPixel(0, 0));
			} finally {
				gc.dispose();
				image.dispose();
			}
		});
	}

	private static <T extends Scrollable> T rows(Class<T> type) {
		return Ui.get(() -> Widgets.all(Workbench.page().getWorkbenchWindow().getShell(), type).stream()
				.filter(rows -> rows.isVisible() && rows.getParent().getShell().isVisible() && rows.getSize().y > 100).findFirst().orElseThrow());
	}

	@Test
	void emptyPartsOfTreesAndListsOfTheEditorHaveTheColorOfTheTheme() throws IOException {
		for (String page : List.of("topology", "devices")) {
			edit(page);
			Scrollable rows = page.equals("topology") ? rows(Tree.class) : rows(Table.class);
			List<String> wrong = new ArrayList<>();
			Screenshots.dark();
			look(page + " dark", rows, false, wrong);
			Screenshots.light();
			look(page + " light", rows, true, wrong);
			assertTrue(wrong.isEmpty(), wrong.toString());
		}
	}

	private static void look(String what, Scrollable rows, boolean light, List<String> wrong) {
		RGB color = belowRows(rows);
		if (luminance(color) > 0.5 != light) {
			wrong.add(what + ": " + color);
		}
	}

	@Test
	void linksAreReadableAfterASwitch() {
		Workbench.showInventory();
		Screenshots.dark();
		assertReadable("dark");
		Screenshots.light();
		assertReadable("light");
	}

	private static void assertReadable(String theme) {
		Ui.run(() -> {
			List<Link> links = Widgets.all(Workbench.page().getWorkbenchWindow().getShell(), Link.class).stream().filter(Link::isVisible).toList();
			assertTrue(links.size() >= 2, links.toString());
			links.forEach(link -> assertTrue(contrast(link.getLinkForeground(), link.getBackground()) >= READABLE,
					theme + ": " + link.getLinkForeground() + " on " + link.getBackground()));
		});
	}
}

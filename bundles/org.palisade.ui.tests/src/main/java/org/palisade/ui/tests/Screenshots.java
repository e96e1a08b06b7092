package org.palisade.ui.tests;

import java.io.File;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Leaves pictures of shells where a developer can look at them, in the light and the dark theme. */
final class Screenshots {

	private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
	private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

	private Screenshots() {
	}

	/** Takes one in each theme; not for the UI thread. */
	static void take(String name, Shell shell) {
		dark();
		save(name + "-dark", shell);
		light();
		save(name, shell);
	}

	/** Switches to the dark theme; not for the UI thread. */
	static void dark() {
		theme(DARK);
	}

	/** Switches to the light theme; not for the UI thread. */
	static void light() {
		theme(LIGHT);
	}

	private static void theme(String id) {
		Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false));
		settle();
	}

	/** What has been asked to be drawn is drawn when timers of no delay have come round some times. */
	private static void settle() {
		int[] turns = { 0 };
		Ui.await("drawing", () -> ++turns[0] > 40);
	}

	private static void save(String name, Shell shell) {
		Ui.run(() -> {
			shell.forceActive();
			shell.update();
		});
		settle();
		Ui.run(() -> {
			Rectangle bounds = shell.getBounds();
			Image image = new Image(shell.getDisplay(), bounds.width, bounds.height);
			GC gc = new GC(shell.getDisplay());
			gc.copyArea(image, bounds.x, bounds.y);
			gc.dispose();
			ImageLoader loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData() };
			image.dispose();
			File file = new File(System.getProperty("palisade.screenshots"), name + ".png");
			file.getParentFile().mkdirs();
			loader.save(file.getPath(), SWT.IMAGE_PNG);
		});
	}
}

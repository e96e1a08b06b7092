package org.palisade.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.palisade.ui.internal.history.HistoryView;
import org.palisade.ui.internal.inventory.InventoryView;

/** The perspective "Cluster Fencing". */
public final class FencingPerspective implements IPerspectiveFactory {

	/** The id under which it is registered. */
	public static final String ID = "org.palisade.ui.perspective";

	private static final float INVENTORY = 0.6f;
	private static final float UPPER = 0.5f;

	@Override
	public void createInitialLayout(IPageLayout layout) {
		layout.setEditorAreaVisible(false);
		layout.addView(InventoryView.ID, IPageLayout.LEFT, INVENTORY, layout.getEditorArea());
		IFolderLayout lower = layout.createFolder("lower", IPageLayout.BOTTOM, UPPER, InventoryView.ID);
		lower.addView(HistoryView.ID);
		lower.addView(IConsoleConstants.ID_CONSOLE_VIEW);
		lower.addView(IPageLayout.ID_PROGRESS_VIEW);
		IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, INVENTORY, InventoryView.ID);
		right.addView(IPageLayout.ID_PROP_SHEET);
		layout.addShowViewShortcut(InventoryView.ID);
		layout.addShowViewShortcut(HistoryView.ID);
		layout.addShowViewShortcut(IConsoleConstants.ID_CONSOLE_VIEW);
		layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
		layout.addPerspectiveShortcut(ID);
	}
}

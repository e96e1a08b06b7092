package org.palisade.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;

/** Columns of trees. */
public final class TreeColumns {

	private TreeColumns() {
	}

	/** Adds a column that a user can move and make wider. */
	public static void add(Tree tree, String title, int width) {
		TreeColumn column = new TreeColumn(tree, SWT.NONE);
		column.setText(title);
		column.setWidth(width);
		column.setMoveable(true);
		column.setResizable(true);
	}
}

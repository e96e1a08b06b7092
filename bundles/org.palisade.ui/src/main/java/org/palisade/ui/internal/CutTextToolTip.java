package org.palisade.ui.internal;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Tells the whole text of the cell of a tree under the mouse where there is no room for all of it. Only for the UI thread. */
public final class CutTextToolTip extends ToolTip {

	private static final int WIDTH = 480;
	private static final int MARGIN = 4;
	/** What GTK keeps free beside a text. */
	private static final int PADDING = 6;
	private static final Point BELOW_MOUSE = new Point(4, 18);

	/** A cell, and what it says. */
	private record Cell(TreeItem item, int column, String text) {
	}

	private final Tree tree;

	private CutTextToolTip(Tree tree) {
		super(tree, NO_RECREATE, true);
		this.tree = tree;
		setShift(BELOW_MOUSE);
	}

	/** Has a tree tell what is cut. */
	public static void enable(Tree tree) {
		// Nobody has to keep it: it listens to the tree.
		new CutTextToolTip(tree).activate();
	}

	@Override
	protected Object getToolTipArea(Event event) {
		return cut(new Point(event.x, event.y)).orElse(null);
	}

	@Override
	protected boolean shouldCreateToolTip(Event event) {
		return cut(new Point(event.x, event.y)).isPresent() && super.shouldCreateToolTip(event);
	}

	@Override
	protected Composite createToolTipContentArea(Event event, Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(area);
		Label label = new Label(area, SWT.WRAP);
		label.setText(cut(new Point(event.x, event.y)).map(Cell::text).orElse("").replace("&", "&&"));
		int width = label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
		GridDataFactory.fillDefaults().hint(Math.min(WIDTH, width), SWT.DEFAULT).applyTo(label);
		return area;
	}

	private Optional<Cell> cut(Point point) {
		TreeItem item = tree.getItem(point);
		for (int column = 0; item != null && column < tree.getColumnCount(); column++) {
			Rectangle bounds = item.getBounds(column);
			if (bounds.contains(point)) {
				String text = item.getText(column);
				return isCut(item, column, text) ? Optional.of(new Cell(item, column, text)) : Optional.empty();
			}
		}
		return Optional.empty();
	}

	/** Also when a part of the column is beyond the edge of the tree. */
	private boolean isCut(TreeItem item, int column, String text) {
		Rectangle bounds = item.getTextBounds(column);
		Rectangle cell = item.getBounds(column);
		int end = Math.min(cell.x + cell.width, tree.getClientArea().width);
		return bounds.x < 0 || bounds.x + width(text) + PADDING > end;
	}

	private int width(String text) {
		GC gc = new GC(tree);
		try {
			gc.setFont(tree.getFont());
			return gc.textExtent(text).x;
		} finally {
			gc.dispose();
		}
	}
}

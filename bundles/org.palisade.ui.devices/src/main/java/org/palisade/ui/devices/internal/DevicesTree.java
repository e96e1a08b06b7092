package org.palisade.ui.devices.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.palisade.ui.internal.Accessibility;
import org.palisade.ui.internal.CutTextToolTip;
import org.palisade.ui.internal.TreeColumns;

/** The tree of clusters, nodes, methods and devices. A row is made when it comes into sight. Only for the UI thread. */
final class DevicesTree {

	private final Tree tree;
	private List<? extends Row> roots = List.of();
	/** Clusters that have been shown once are as the user left them. */
	private final Set<String> shownOnce = new HashSet<>();

	DevicesTree(Composite parent) {
		tree = new Tree(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
		tree.setHeaderVisible(true);
		Accessibility.name(tree, Messages.tree_accessible);
		TreeColumns.add(tree, Messages.column_name, 270);
		TreeColumns.add(tree, Messages.column_machine, 230);
		TreeColumns.add(tree, Messages.column_health, 150);
		TreeColumns.add(tree, Messages.column_last, 165);
		TreeColumns.add(tree, Messages.column_latency, 70);
		TreeColumns.add(tree, Messages.column_warning, 430);
		tree.addListener(SWT.SetData, this::show);
		CutTextToolTip.enable(tree);
	}

	Tree control() {
		return tree;
	}

	/** {@return the selected rows} */
	List<Row> selection() {
		return Stream.of(tree.getSelection()).map(DevicesTree::row).flatMap(Optional::stream).toList();
	}

	private static Optional<Row> row(TreeItem item) {
		return item.getData() instanceof Row row ? Optional.of(row) : Optional.empty();
	}

	private List<? extends Row> siblings(TreeItem parent) {
		return parent == null ? roots : row(parent).map(Row::children).orElse(List.of());
	}

	private void show(Event event) {
		TreeItem item = (TreeItem) event.item;
		List<? extends Row> siblings = siblings(item.getParentItem());
		if (event.index < siblings.size()) {
			fill(item, siblings.get(event.index));
		}
	}

	private static void fill(TreeItem item, Row row) {
		item.setData(row);
		item.setText(DeviceTexts.columns(row));
		item.setImage(image(row).image(DeviceTexts.mark(row)));
		if (item.getItemCount() != row.children().size()) {
			item.setItemCount(row.children().size());
		}
	}

	private static DeviceImages image(Row row) {
		return row instanceof Row.ClusterRow ? DeviceImages.CLUSTER_CONFIGURATION
				: row instanceof Row.NodeRow ? DeviceImages.NODE : row instanceof Row.MethodRow ? DeviceImages.METHOD : DeviceImages.FENCE_DEVICE;
	}

	/** Shows other rows. Expansion and selection follow the rows by their keys. */
	void set(List<? extends Row> rows) {
		if (rows.equals(roots)) {
			return;
		}
		boolean same = structure(rows).equals(structure(roots));
		Set<String> expanded = new HashSet<>();
		Set<String> selected = new HashSet<>();
		if (!same) {
			for (TreeItem item : tree.getItems()) {
				collectExpanded(item, expanded);
			}
			Stream.of(tree.getSelection()).map(DevicesTree::path).forEach(selected::add);
		}
		roots = rows;
		if (same) {
			updateShown(tree.getItems(), rows);
			return;
		}
		tree.setItemCount(0);
		tree.setItemCount(rows.size());
		List<TreeItem> selection = new ArrayList<>();
		restore(tree.getItems(), expanded, selected, selection);
		tree.setSelection(selection.toArray(TreeItem[]::new));
	}

	private static List<String> structure(List<? extends Row> rows) {
		List<String> keys = new ArrayList<>();
		for (Row row : rows) {
			keys.add(row.key());
			keys.addAll(structure(row.children()));
			keys.add("");
		}
		return keys;
	}

	/** Only rows that have been in sight: the others are made from what is known when they come into it. */
	private static void updateShown(TreeItem[] items, List<? extends Row> rows) {
		for (int i = 0; i < items.length && i < rows.size(); i++) {
			if (items[i].getData() instanceof Row known) {
				if (!known.equals(rows.get(i))) {
					fill(items[i], rows.get(i));
				}
				updateShown(items[i].getItems(), rows.get(i).children());
			}
		}
	}

	private static String path(TreeItem item) {
		String key = row(item).map(Row::key).orElse("");
		return item.getParentItem() == null ? key : path(item.getParentItem()) + '\n' + key;
	}

	private static void collectExpanded(TreeItem item, Set<String> expanded) {
		if (item.getExpanded()) {
			expanded.add(path(item));
			for (TreeItem child : item.getItems()) {
				collectExpanded(child, expanded);
			}
		}
	}

	/** A cluster is open when it is new, because its nodes are what is looked for; what is below a node the row of the node sums up. */
	private void restore(TreeItem[] items, Set<String> expanded, Set<String> selected, List<TreeItem> selection) {
		for (TreeItem item : items) {
			// Asking for the text is what makes a row that has not been in sight.
			item.getText();
			String path = path(item);
			if (selected.contains(path)) {
				selection.add(item);
			}
			boolean isNew = item.getData() instanceof Row.ClusterRow && shownOnce.add(path);
			if (expanded.contains(path) || isNew) {
				item.setExpanded(true);
				restore(item.getItems(), expanded, selected, selection);
			}
		}
	}
}

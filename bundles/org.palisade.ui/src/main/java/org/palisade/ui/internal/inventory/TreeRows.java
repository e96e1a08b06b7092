package org.palisade.ui.internal.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/**
 * The rows of the tree, which follow what a worker has found out. Rows that nobody has seen are only counted, and even that in portions, because GTK
 * walks along all rows of a node for each that is added. Only for the UI thread.
 */
final class TreeRows {

	/** When more rows of a node have changed, all of them are drawn again. */
	private static final int SINGLE_ROWS = 200;
	/** How many rows GTK may walk along before other events have their turn: some milliseconds. */
	private static final int STEPS_AT_ONCE = 2_000_000;
	private static final int FEWEST_AT_ONCE = 100;
	private static final int MOST_AT_ONCE = 1000;

	private final Tree tree;
	private final InventoryNode root;

	TreeRows(Tree tree, InventoryNode root) {
		this.tree = tree;
		this.root = root;
	}

	static Optional<InventoryNode> node(TreeItem item) {
		return item.getData() instanceof InventoryNode node ? Optional.of(node) : Optional.empty();
	}

	/** A row that has not been drawn since something changed has what was, until somebody asks for its text. */
	List<InventoryElement> selection() {
		return Stream.of(tree.getSelection()).peek(TreeItem::getText).map(TreeRows::node).flatMap(Optional::stream).map(InventoryNode::element).flatMap(Optional::stream).toList();
	}

	Set<String> selectedKeys() {
		return selection().stream().map(InventoryNode::key).collect(Collectors.toSet());
	}

	/** Shows an update. {@return the nodes that are expanded and have to be loaded anew} */
	List<InventoryNode> apply(TreeUpdate update) {
		InventoryNode node = update.node();
		if (!isShown(node)) {
			return List.of();
		}
		if (node.content() != update.before()) {
			// Another update was faster.
			return apply(TreeUpdate.Shown.of(node, selectedKeys()).to(update.content()));
		}
		if (!update.sameRows() || !node.isLoaded()) {
			return replaceRows(node, update);
		}
		node.load(update.content());
		countRows(node);
		drawAgain(node, update.changedRows());
		return List.of();
	}

	private boolean isShown(InventoryNode node) {
		return node == root || node.item() != null && !node.item().isDisposed();
	}

	private void drawAgain(InventoryNode node, List<Integer> rows) {
		if (rows.size() > SINGLE_ROWS) {
			clearAll(node);
			return;
		}
		for (int row : rows) {
			if (node == root) {
				tree.clear(row, false);
			} else if (row < node.item().getItemCount()) {
				node.item().clear(row, false);
			}
		}
	}

	private void clearAll(InventoryNode node) {
		if (node == root) {
			tree.clearAll(false);
		} else {
			node.item().clearAll(false);
		}
	}

	/** Expansion and selection follow the objects, not the places where they stood. */
	private List<InventoryNode> replaceRows(InventoryNode node, TreeUpdate update) {
		List<InventoryNode> expanded = node.expandedChildren();
		Set<String> selected = selectedKeys();
		node.load(update.content());
		if (!expanded.isEmpty()) {
			setCount(node, 0);
		}
		countRows(node);
		clearAll(node);
		List<InventoryNode> loadAgain = expanded.stream().filter(child -> expandAgain(node, child, update.places())).toList();
		selectAgain(node, selected, update.places());
		return loadAgain;
	}

	/**
	 * Gives a node as many rows as are below it, at least one to expand it by. It is done bit by bit while the node is expanded; who collapses it or
	 * goes elsewhere has no use for them.
	 */
	void countRows(InventoryNode node) {
		int wanted = node.isLoaded() ? node.content().children().size() : node.mayHaveChildren() ? 1 : 0;
		int now = count(node);
		int portion = Math.max(FEWEST_AT_ONCE, Math.min(MOST_AT_ONCE, STEPS_AT_ONCE / (now + 1)));
		if (wanted > now + portion) {
			setCount(node, now + portion);
			tree.getDisplay().asyncExec(() -> {
				if (!tree.isDisposed() && tree.isVisible() && isShown(node) && (node == root || node.item().getExpanded())) {
					countRows(node);
				}
			});
		} else if (wanted != now) {
			setCount(node, wanted);
		}
	}

	private int count(InventoryNode node) {
		return node == root ? tree.getItemCount() : node.item().getItemCount();
	}

	private void setCount(InventoryNode node, int count) {
		if (node == root) {
			tree.setItemCount(count);
		} else {
			node.item().setItemCount(count);
		}
	}

	/** {@return the item of a row, which is made if it has not been in sight} */
	TreeItem row(InventoryNode node, int index) {
		if (index >= count(node)) {
			setCount(node, index + 1);
		}
		TreeItem item = node == root ? tree.getItem(index) : node.item().getItem(index);
		// Asking for the text is what makes a row that has not been in sight.
		item.getText();
		return item;
	}

	private boolean expandAgain(InventoryNode parent, InventoryNode child, Map<String, Integer> places) {
		Optional<Integer> index = child.element().map(InventoryNode::key).map(places::get);
		index.ifPresent(place -> row(parent, place).setExpanded(true));
		return index.isPresent();
	}

	private void selectAgain(InventoryNode node, Set<String> selected, Map<String, Integer> places) {
		if (selected.isEmpty() || node == root) {
			return;
		}
		List<TreeItem> items = new ArrayList<>(List.of(tree.getSelection()));
		selected.stream().map(places::get).filter(index -> index != null).forEach(index -> items.add(row(node, index)));
		items.removeIf(item -> node(item).flatMap(InventoryNode::element).map(InventoryNode::key).filter(selected::contains).isEmpty());
		tree.setSelection(items.toArray(TreeItem[]::new));
	}
}

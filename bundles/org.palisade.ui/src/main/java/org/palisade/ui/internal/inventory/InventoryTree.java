package org.palisade.ui.internal.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.connections.Connection;
import org.palisade.ui.internal.Accessibility;
import org.palisade.ui.internal.Images;
import org.palisade.ui.internal.TreeColumns;

/**
 * The tree of connections and what is on their servers. A row is made when it comes into sight, and what is below a node is fetched when it is
 * expanded; lists are made and compared by a worker, so that the UI thread is never held up, whatever the size. Only for the UI thread.
 */
final class InventoryTree {

	/** When more rows of a node have changed, all of them are drawn again. */
	private static final int SINGLE_ROWS = 200;

	/** What the rows of one node will be, and which of them to draw again. */
	private record Update(InventoryNode node, InventoryNode.Content content, boolean sameRows, List<Integer> changedRows) {
	}

	private final Inventories inventories;
	private final Executor worker;
	private final Display display;
	private final Tree tree;
	private final InventoryNode root;

	InventoryTree(Composite parent, Inventories inventories, Executor worker) {
		this.inventories = inventories;
		this.worker = worker;
		this.display = parent.getDisplay();
		this.root = new InventoryNode(inventories, Optional.empty());
		tree = new Tree(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
		tree.setHeaderVisible(true);
		Accessibility.name(tree, Messages.tree_accessible);
		TreeColumns.add(tree, Messages.column_name, 280);
		TreeColumns.add(tree, Messages.column_state, 210);
		TreeColumns.add(tree, Messages.column_address, 120);
		TreeColumns.add(tree, Messages.column_host, 150);
		tree.addListener(SWT.SetData, this::show);
		tree.addListener(SWT.Expand, this::expanded);
	}

	Tree control() {
		return tree;
	}

	/** {@return what is selected} */
	List<InventoryElement> selection() {
		return Stream.of(tree.getSelection()).map(InventoryTree::node).flatMap(Optional::stream).map(InventoryNode::element).flatMap(Optional::stream)
				.toList();
	}

	private static Optional<InventoryNode> node(TreeItem item) {
		return item.getData() instanceof InventoryNode node ? Optional.of(node) : Optional.empty();
	}

	private void show(Event event) {
		TreeItem item = (TreeItem) event.item;
		TreeItem parentItem = item.getParentItem();
		InventoryNode parent = parentItem == null ? root : node(parentItem).orElse(root);
		if (event.index >= parent.content().children().size()) {
			item.setText(Messages.reading);
			return;
		}
		InventoryNode node = parent.child(event.index);
		node.shownBy(item);
		item.setData(node);
		node.element().ifPresent(element -> fill(item, element, parent.content().snapshot()));
		int rows = node.isLoaded() ? node.content().children().size() : node.mayHaveChildren() ? 1 : 0;
		if (item.getItemCount() != rows) {
			item.setItemCount(rows);
		}
	}

	private void fill(TreeItem item, InventoryElement element, Optional<InventorySnapshot> snapshot) {
		if (element.object().isEmpty() || snapshot.isEmpty()) {
			fill(item, element.connection());
			return;
		}
		InventoryObject object = element.object().get();
		item.setText(new String[] { InventoryLabels.name(object, snapshot.get()), InventoryLabels.state(object), InventoryLabels.address(object),
				InventoryLabels.host(object, snapshot.get()) });
		item.setImage(InventoryLabels.image(object).image());
	}

	private void fill(TreeItem item, Connection connection) {
		Optional<ConnectionInventory.State> state = inventories.find(connection).map(ConnectionInventory::state);
		item.setText(new String[] { connection.name(), state.map(InventoryTree::text).orElse(Messages.not_connected), connection.address(), "" });
		boolean current = state.filter(now -> now.stage() != ConnectionInventory.Stage.LOST).isPresent();
		item.setImage((current ? Images.SERVER : Images.SERVER_OFF).image());
	}

	static String text(ConnectionInventory.State state) {
		int machines = state.snapshot().map(snapshot -> snapshot.count(Kind.VIRTUAL_MACHINE)).orElse(0);
		return switch (state.stage()) {
			case CONNECTING -> Messages.stage_connecting;
			case LOADING -> NLS.bind(Messages.stage_loading, String.format("%,d", machines));
			case CURRENT -> NLS.bind(Messages.stage_current, String.format("%,d", machines));
			case LOST -> NLS.bind(Messages.stage_lost, state.problem().map(problem -> problem.message()).orElse(""));
		};
	}

	private void expanded(Event event) {
		node((TreeItem) event.item).filter(node -> !node.isLoaded()).ifPresent(this::load);
	}

	private void load(InventoryNode node) {
		Optional<InventoryElement> element = node.element();
		worker.execute(() -> {
			InventoryNode.Content content = InventoryNode.compute(inventories, element);
			later(() -> apply(new Update(node, content, false, List.of())));
		});
	}

	/** Has the rows brought up to date soon. */
	void refresh() {
		List<InventoryNode> nodes = new ArrayList<>();
		collectLoaded(root, nodes);
		Map<InventoryNode, InventoryNode.Content> before = new HashMap<>();
		Map<InventoryNode, Optional<InventoryElement>> elements = new HashMap<>();
		nodes.forEach(node -> before.put(node, node.content()));
		nodes.forEach(node -> elements.put(node, node.element()));
		worker.execute(() -> {
			List<Update> updates = nodes.stream()
					.map(node -> update(node, before.get(node), InventoryNode.compute(inventories, elements.get(node)))).toList();
			later(() -> updates.forEach(this::apply));
		});
	}

	private static void collectLoaded(InventoryNode node, List<InventoryNode> nodes) {
		nodes.add(node);
		node.expandedChildren().forEach(child -> collectLoaded(child, nodes));
	}

	private static Update update(InventoryNode node, InventoryNode.Content before, InventoryNode.Content after) {
		List<Integer> changed = new ArrayList<>();
		boolean sameRows = before.children().size() == after.children().size();
		for (int i = 0; sameRows && i < after.children().size(); i++) {
			InventoryElement was = before.children().get(i);
			InventoryElement is = after.children().get(i);
			sameRows = InventoryNode.key(was).equals(InventoryNode.key(is));
			// The row of a connection shows more than the connection itself.
			if (is.object().isEmpty() || !was.equals(is)) {
				changed.add(i);
			}
		}
		return new Update(node, after, sameRows, changed);
	}

	private void later(Runnable action) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!tree.isDisposed()) {
					action.run();
				}
			});
		}
	}

	private void apply(Update update) {
		InventoryNode node = update.node();
		if (node != root && (node.item() == null || node.item().isDisposed())) {
			return;
		}
		boolean sameRows = update.sameRows() && node.isLoaded() && node.content().children().size() == update.content().children().size();
		if (sameRows) {
			node.load(update.content());
			drawAgain(node, update.changedRows());
		} else {
			replaceRows(node, update.content());
		}
		if (node == root) {
			expandConnected();
		}
	}

	private void drawAgain(InventoryNode node, List<Integer> rows) {
		if (rows.size() > SINGLE_ROWS) {
			clearAll(node);
			return;
		}
		for (int row : rows) {
			if (node == root) {
				tree.clear(row, false);
			} else {
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
	private void replaceRows(InventoryNode node, InventoryNode.Content content) {
		List<InventoryNode> expanded = node.expandedChildren();
		Set<String> selected = selection().stream().map(InventoryNode::key).collect(Collectors.toSet());
		node.load(content);
		if (!expanded.isEmpty()) {
			setRows(node, 0);
		}
		setRows(node, content.children().size());
		clearAll(node);
		expanded.forEach(child -> expandAgain(node, child));
		selectAgain(node, selected);
	}

	private void setRows(InventoryNode node, int count) {
		if (node == root) {
			tree.setItemCount(count);
		} else {
			node.item().setItemCount(count);
		}
	}

	private TreeItem row(InventoryNode node, int index) {
		TreeItem item = node == root ? tree.getItem(index) : node.item().getItem(index);
		// Asking for the text is what makes a row that has not been in sight.
		item.getText();
		return item;
	}

	private static int indexOf(InventoryNode node, String key) {
		List<InventoryElement> children = node.content().children();
		for (int i = 0; i < children.size(); i++) {
			if (InventoryNode.key(children.get(i)).equals(key)) {
				return i;
			}
		}
		return -1;
	}

	private void expandAgain(InventoryNode parent, InventoryNode child) {
		int index = child.element().map(InventoryNode::key).map(key -> indexOf(parent, key)).orElse(-1);
		if (index < 0) {
			return;
		}
		TreeItem item = row(parent, index);
		item.setExpanded(true);
		load(child);
	}

	private void selectAgain(InventoryNode node, Set<String> selected) {
		if (selected.isEmpty() || node == root) {
			return;
		}
		List<TreeItem> items = new ArrayList<>(List.of(tree.getSelection()));
		for (String key : selected) {
			int index = indexOf(node, key);
			if (index >= 0) {
				items.add(row(node, index));
			}
		}
		items.removeIf(item -> node(item).flatMap(InventoryNode::element).map(InventoryNode::key).filter(selected::contains).isEmpty());
		tree.setSelection(items.toArray(TreeItem[]::new));
	}

	/** A server that has just been connected shows its datacenters. */
	private void expandConnected() {
		for (int i = 0; i < root.content().children().size(); i++) {
			InventoryNode node = root.child(i);
			boolean known = node.element().flatMap(element -> inventories.find(element.connection())).flatMap(found -> found.state().snapshot()).isPresent();
			if (known && !node.isLoaded()) {
				TreeItem item = row(root, i);
				item.setItemCount(1);
				item.setExpanded(true);
				load(node);
			} else if (!known && node.isLoaded()) {
				node.unload();
				tree.clear(i, true);
			}
		}
	}
}

package org.palisade.ui.internal.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

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
import org.palisade.ui.internal.CutTextToolTip;
import org.palisade.ui.internal.Images;
import org.palisade.ui.internal.TreeColumns;

/**
 * The tree of connections and what is on their servers. A row is made when it comes into sight, and what is below a node is fetched when it is
 * expanded; lists are made and compared by a worker, so that the UI thread is never held up, whatever the size. Only for the UI thread.
 */
final class InventoryTree {

	private final Inventories inventories;
	private final Executor worker;
	private final Runnable updated;
	private final Display display;
	private final Tree tree;
	private final InventoryNode root;
	private final TreeRows rows;

	/**
	 * @param worker makes the lists
	 * @param updated told when something else is shown
	 */
	InventoryTree(Composite parent, Inventories inventories, Executor worker, Runnable updated) {
		this.updated = updated;
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
		rows = new TreeRows(tree, root);
		tree.addListener(SWT.SetData, this::show);
		tree.addListener(SWT.Expand, this::expanded);
		CutTextToolTip.enable(tree);
	}

	Tree control() {
		return tree;
	}

	/** {@return what is selected} */
	List<InventoryElement> selection() {
		return rows.selection();
	}

	private void show(Event event) {
		TreeItem item = (TreeItem) event.item;
		TreeItem parentItem = item.getParentItem();
		InventoryNode parent = parentItem == null ? root : TreeRows.node(parentItem).orElse(root);
		if (event.index >= parent.content().children().size()) {
			item.setText(Messages.reading);
			return;
		}
		InventoryNode node = parent.child(event.index);
		node.shownBy(item);
		item.setData(node);
		node.element().ifPresent(element -> fill(item, element, parent.content().snapshot()));
		rows.countRows(node);
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
		TreeRows.node((TreeItem) event.item).ifPresent(node -> {
			if (node.isLoaded()) {
				rows.countRows(node);
			} else {
				load(node);
			}
		});
	}

	private void load(InventoryNode node) {
		TreeUpdate.Shown before = TreeUpdate.Shown.of(node, rows.selectedKeys());
		worker.execute(() -> {
			TreeUpdate update = before.to(InventoryNode.compute(inventories, before.element()));
			later(() -> apply(update));
		});
	}

	/** Has the rows brought up to date soon. */
	void refresh() {
		Set<String> selected = rows.selectedKeys();
		List<TreeUpdate.Shown> shown = new ArrayList<>();
		collectLoaded(root, selected, shown);
		worker.execute(() -> {
			List<TreeUpdate> updates = shown.stream().map(before -> before.to(InventoryNode.compute(inventories, before.element()))).toList();
			later(() -> {
				updates.forEach(this::apply);
				updated.run();
			});
		});
	}

	private static void collectLoaded(InventoryNode node, Set<String> selected, List<TreeUpdate.Shown> shown) {
		shown.add(TreeUpdate.Shown.of(node, selected));
		node.expandedChildren().forEach(child -> collectLoaded(child, selected, shown));
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

	private void apply(TreeUpdate update) {
		rows.apply(update).forEach(this::load);
		if (update.node() == root) {
			expandConnected();
		}
	}

	/** A server that has just been connected shows its datacenters. */
	private void expandConnected() {
		for (int i = 0; i < root.content().children().size(); i++) {
			InventoryNode node = root.child(i);
			boolean known = node.element().flatMap(element -> inventories.find(element.connection())).flatMap(found -> found.state().snapshot()).isPresent();
			if (known && !node.isLoaded()) {
				TreeItem item = rows.row(root, i);
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

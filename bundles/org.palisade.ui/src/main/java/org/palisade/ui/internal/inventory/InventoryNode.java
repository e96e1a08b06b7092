package org.palisade.ui.internal.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.widgets.TreeItem;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.connections.Connection;

/** A row of the tree that has been shown, with what is below it once it was expanded. Only for the UI thread, but for {@link #compute}. */
final class InventoryNode {

	/** What is below a node, as of one moment. The snapshot is empty for what has none: the connections themselves. */
	record Content(List<InventoryElement> children, Optional<InventorySnapshot> snapshot) {
	}

	static final Content NOTHING = new Content(List.of(), Optional.empty());

	private final Inventories inventories;
	private final Map<String, InventoryNode> nodes = new HashMap<>();
	private Optional<InventoryElement> element;
	private Content content = NOTHING;
	private boolean loaded;
	private TreeItem item;

	/**
	 * @param element what the row shows; empty for the invisible root
	 */
	InventoryNode(Inventories inventories, Optional<InventoryElement> element) {
		this.inventories = inventories;
		this.element = element;
	}

	/** {@return what is below an element now} For any thread; may take some milliseconds for each ten thousand. */
	static Content compute(Inventories inventories, Optional<InventoryElement> element) {
		if (element.isEmpty()) {
			return new Content(inventories.connections().stream().map(connection -> new InventoryElement(connection, Optional.empty())).toList(),
					Optional.empty());
		}
		Connection connection = element.get().connection();
		Optional<InventorySnapshot> snapshot = inventories.find(connection).flatMap(inventory -> inventory.state().snapshot());
		if (snapshot.isEmpty()) {
			return NOTHING;
		}
		List<InventoryObject> objects = element.get().object().map(object -> InventoryStructure.children(snapshot.get(), object))
				.orElseGet(() -> InventoryStructure.top(snapshot.get()));
		List<InventoryElement> children = new ArrayList<>(objects.size());
		objects.forEach(object -> children.add(new InventoryElement(connection, Optional.of(object))));
		return new Content(children, snapshot);
	}

	Optional<InventoryElement> element() {
		return element;
	}

	Content content() {
		return content;
	}

	boolean isLoaded() {
		return loaded;
	}

	/** {@return whether it has something below it, or may have} */
	boolean mayHaveChildren() {
		if (loaded) {
			return !content.children().isEmpty();
		}
		return element.flatMap(InventoryElement::object).map(InventoryStructure::mayHaveChildren)
				.orElseGet(() -> element.flatMap(shown -> inventories.find(shown.connection())).isPresent());
	}

	void load(Content next) {
		content = next;
		loaded = true;
	}

	void unload() {
		content = NOTHING;
		loaded = false;
		nodes.clear();
	}

	/** {@return the node of the child at that place, the same one for the same object wherever it stands} */
	InventoryNode child(int index) {
		InventoryElement child = content.children().get(index);
		InventoryNode node = nodes.computeIfAbsent(key(child), ignored -> new InventoryNode(inventories, Optional.of(child)));
		node.element = Optional.of(child);
		return node;
	}

	/** {@return the nodes below this one that are expanded now} */
	List<InventoryNode> expandedChildren() {
		return nodes.values().stream().filter(node -> node.item != null && !node.item.isDisposed() && node.item.getExpanded()).toList();
	}

	static String key(InventoryElement element) {
		return element.object().map(InventoryObject::id).orElse(element.connection().id());
	}

	TreeItem item() {
		return item;
	}

	void shownBy(TreeItem treeItem) {
		item = treeItem;
	}
}

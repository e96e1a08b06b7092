package org.palisade.ui.internal.inventory;

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

	/** No state of an inventory has it. */
	private static final long NO_STRUCTURE = 0;

	/**
	 * What is below a node, as of one moment. Immutable; for any thread.
	 *
	 * @param children each made when it is fetched
	 * @param snapshot empty for what has none: the connections themselves
	 * @param structure of the {@linkplain ConnectionInventory.State state}
	 */
	record Content(List<InventoryElement> children, Optional<InventorySnapshot> snapshot, long structure) {

		/** {@return whether the same rows stand in the same places} Costs nothing where nothing was moved, and else a look at each row. */
		boolean hasRowsOf(Content other) {
			if (structure != NO_STRUCTURE && structure == other.structure) {
				return true;
			}
			boolean same = children.size() == other.children.size();
			for (int i = 0; same && i < children.size(); i++) {
				same = key(children.get(i)).equals(key(other.children.get(i)));
			}
			return same;
		}
	}

	static final Content NOTHING = new Content(List.of(), Optional.empty(), NO_STRUCTURE);

	private final Inventories inventories;
	private final Map<String, InventoryNode> nodes = new HashMap<>();
	private Optional<InventoryElement> element;
	private Content content = NOTHING;
	private boolean loaded;
	private int index;
	private TreeItem item;

	/**
	 * @param element what the row shows; empty for the invisible root
	 */
	InventoryNode(Inventories inventories, Optional<InventoryElement> element) {
		this.inventories = inventories;
		this.element = element;
	}

	/** {@return what is below an element now} For any thread; may take some milliseconds for each ten thousand when rows were moved. */
	static Content compute(Inventories inventories, Optional<InventoryElement> element) {
		if (element.isEmpty()) {
			return new Content(inventories.connections().stream().map(connection -> new InventoryElement(connection, Optional.empty())).toList(),
					Optional.empty(), NO_STRUCTURE);
		}
		Connection connection = element.get().connection();
		Optional<ConnectionInventory.State> state = inventories.find(connection).map(ConnectionInventory::state);
		Optional<InventorySnapshot> snapshot = state.flatMap(ConnectionInventory.State::snapshot);
		if (snapshot.isEmpty()) {
			return NOTHING;
		}
		List<InventoryObject> objects = element.get().object().map(object -> InventoryStructure.children(snapshot.get(), object))
				.orElseGet(() -> InventoryStructure.top(snapshot.get()));
		return new Content(new LazyList<>(objects.size(), index -> new InventoryElement(connection, Optional.of(objects.get(index)))), snapshot,
				state.get().structure());
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
		node.index = index;
		return node;
	}

	/** {@return the rows below this one that have been in sight, with what they show} */
	Map<Integer, InventoryElement> shownChildren() {
		Map<Integer, InventoryElement> shown = new HashMap<>();
		nodes.values().stream().filter(InventoryNode::isShown).forEach(node -> node.element.ifPresent(child -> shown.put(node.index, child)));
		return shown;
	}

	/** {@return the nodes below this one that are expanded now} */
	List<InventoryNode> expandedChildren() {
		return nodes.values().stream().filter(node -> node.isShown() && node.item.getExpanded()).toList();
	}

	/** Its former item may show another one by now. */
	private boolean isShown() {
		return item != null && !item.isDisposed() && item.getData() == this;
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

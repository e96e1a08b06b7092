package org.palisade.ui.internal.inventory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rows of one node of the tree will be. It is found out by a worker, and costs by the number of rows that have been in sight and not by the
 * number of rows, unless rows were moved. Immutable.
 *
 * @param node the node, which only the UI thread touches
 * @param before what is below it
 * @param content what will be below it
 * @param sameRows whether the same objects stand in the same rows
 * @param changedRows then the rows that show something else
 * @param places else the new places of rows that have to be found again, by their keys
 */
record TreeUpdate(InventoryNode node, InventoryNode.Content before, InventoryNode.Content content, boolean sameRows, List<Integer> changedRows,
		Map<String, Integer> places) {

	/**
	 * What is shown of a node before an update. Made in the UI thread.
	 *
	 * @param rows what the rows show that have been in sight
	 * @param sought the keys of rows that are selected or expanded
	 */
	record Shown(InventoryNode node, Optional<InventoryElement> element, InventoryNode.Content content, Map<Integer, InventoryElement> rows,
			Set<String> sought) {

		static Shown of(InventoryNode node, Set<String> selected) {
			Set<String> sought = new HashSet<>(selected);
			node.expandedChildren().forEach(child -> child.element().map(InventoryNode::key).ifPresent(sought::add));
			return new Shown(node, node.element(), node.content(), node.shownChildren(), sought);
		}

		/** {@return what has to be done to show {@code after}} For any thread. */
		TreeUpdate to(InventoryNode.Content after) {
			boolean same = after.hasRowsOf(content);
			return new TreeUpdate(node, content, after, same, same ? changed(after) : List.of(), same ? Map.of() : places(after));
		}

		private List<Integer> changed(InventoryNode.Content after) {
			// The row of a connection shows more than the connection itself.
			return rows.entrySet().stream().filter(row -> row.getKey() < after.children().size())
					.filter(row -> row.getValue().object().isEmpty() || !row.getValue().equals(after.children().get(row.getKey()))).map(Map.Entry::getKey)
					.toList();
		}

		private Map<String, Integer> places(InventoryNode.Content after) {
			Map<String, Integer> places = new HashMap<>();
			for (int i = 0; i < after.children().size() && places.size() < sought.size(); i++) {
				String key = InventoryNode.key(after.children().get(i));
				if (sought.contains(key)) {
					places.put(key, i);
				}
			}
			return places;
		}
	}
}

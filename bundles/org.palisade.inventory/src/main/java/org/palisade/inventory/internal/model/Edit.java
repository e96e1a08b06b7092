package org.palisade.inventory.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryBatch.Change;
import org.palisade.api.inventory.InventoryObject;

/** Changes that become visible together. Used once, by the thread that changes the model. */
public final class Edit {

	private final InventoryModel model;
	private final CompactSnapshot before;
	private final Map<String, Optional<Entry>> wanted = new LinkedHashMap<>();
	private final Map<Integer, Map<Integer, byte[]>> rows = new HashMap<>();
	private final List<InventoryObject> added = new ArrayList<>();
	private final List<Change> changed = new ArrayList<>();
	private final List<InventoryObject> removed = new ArrayList<>();
	private final int[] counts;
	private IdIndex index;
	private boolean sameRelations = true;

	Edit(InventoryModel model) {
		this.model = model;
		this.before = model.current();
		this.counts = before.counts().clone();
		this.index = before.index();
	}

	/** {@return an object as it will be} */
	public Optional<Entry> entry(String id) {
		Optional<Entry> pending = wanted.get(id);
		return pending == null ? before.entry(id) : pending;
	}

	/** Adds an object or replaces what is known of it, which is of the same kind. */
	public void put(Entry entry) {
		wanted.put(entry.object().id(), Optional.of(entry));
	}

	/** Removes an object, if there is one. */
	public void remove(String id) {
		wanted.put(id, Optional.empty());
	}

	/** Makes the changes visible. {@return what really differs, empty when nothing does} */
	public Optional<InventoryBatch> commit() {
		wanted.forEach((id, after) -> {
			int row = before.find(id);
			if (row >= 0) {
				change(row, after);
			}
		});
		wanted.forEach((id, after) -> after.filter(entry -> before.find(id) < 0).ifPresent(this::add));
		if (rows.isEmpty()) {
			return Optional.empty();
		}
		model.publish(new CompactSnapshot(chunks(), index, counts, sameRelations ? before.relations() : new Relations(), before.isComplete()));
		boolean nothingToTell = added.isEmpty() && changed.isEmpty() && removed.isEmpty();
		return nothingToTell ? Optional.empty() : Optional.of(new InventoryBatch(added, changed, removed, model.current()));
	}

	private void change(int row, Optional<Entry> after) {
		Entry was = before.row(row, new Row()).entry();
		model.confirm(row);
		if (after.isEmpty()) {
			remove(row, was.object());
		} else if (!after.get().equals(was)) {
			InventoryObject object = after.get().object();
			set(row, RowWriter.pack(after.get()));
			sameRelations = sameRelations && InventoryModel.sameRelations(was.object(), object);
			if (!object.equals(was.object())) {
				changed.add(new Change(was.object(), object));
			}
		}
	}

	private void remove(int row, InventoryObject object) {
		ownIndex().remove(object.id(), row);
		set(row, Chunk.NO_ROW);
		model.freeRow(row);
		counts[object.kind().ordinal()]--;
		removed.add(object);
	}

	private void add(Entry entry) {
		int row = model.takeRow();
		model.confirm(row);
		ownIndex().add(entry.object().id(), row);
		set(row, RowWriter.pack(entry));
		counts[entry.object().kind().ordinal()]++;
		added.add(entry.object());
	}

	/** Snapshots that are out have the old one. */
	private IdIndex ownIndex() {
		if (index == before.index()) {
			index = index.copy();
		}
		sameRelations = false;
		return index;
	}

	private void set(int row, byte[] bytes) {
		rows.computeIfAbsent(row / Chunk.ROWS, unused -> new HashMap<>()).put(row % Chunk.ROWS, bytes);
	}

	private Chunk[] chunks() {
		int needed = rows.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
		int length = before.chunks().length;
		Chunk[] chunks = Arrays.copyOf(before.chunks(), Math.max(needed, length));
		Arrays.fill(chunks, length, chunks.length, Chunk.EMPTY);
		rows.forEach((number, replaced) -> chunks[number] = chunks[number].with(replaced));
		return chunks;
	}
}

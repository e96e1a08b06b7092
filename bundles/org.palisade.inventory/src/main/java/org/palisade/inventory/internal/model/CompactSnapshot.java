package org.palisade.inventory.internal.model;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.vsphere.InventoryNames;

/** A snapshot whose chunks are shared with those before and after it. Immutable but for what it finds out about relations when it is asked. */
final class CompactSnapshot implements InventorySnapshot {

	static final CompactSnapshot EMPTY = new CompactSnapshot(new Chunk[0], new IdIndex(), new int[Kind.values().length], new Relations(), false);

	private final Chunk[] chunks;
	private final IdIndex index;
	private final int[] counts;
	private final Relations relations;
	private final boolean complete;

	/**
	 * @param index the rows of all ids, not changed any more
	 * @param counts how many objects there are of each kind, not changed any more
	 * @param relations those of a former snapshot when neither rows nor relations differ from it, or new ones
	 */
	CompactSnapshot(Chunk[] chunks, IdIndex index, int[] counts, Relations relations, boolean complete) {
		this.chunks = chunks;
		this.index = index;
		this.counts = counts;
		this.relations = relations;
		this.complete = complete;
	}

	/** {@return the same inventory, known to be complete or not} */
	CompactSnapshot complete(boolean isComplete) {
		return new CompactSnapshot(chunks, index, counts, relations, isComplete);
	}

	Chunk[] chunks() {
		return chunks;
	}

	IdIndex index() {
		return index;
	}

	int[] counts() {
		return counts;
	}

	Relations relations() {
		return relations;
	}

	/** {@return how many row numbers are in use or were; some of the rows may be empty} */
	int rows() {
		return chunks.length * Chunk.ROWS;
	}

	boolean hasRow(int row) {
		return chunks[row / Chunk.ROWS].hasRow(row % Chunk.ROWS);
	}

	Row row(int row, Row reader) {
		return chunks[row / Chunk.ROWS].row(row % Chunk.ROWS, reader);
	}

	/** {@return the row of an id, -1 when there is none} */
	int find(String id) {
		Row reader = new Row();
		return index.find(id, row -> row(row, reader).hasId(id));
	}

	/** {@return the machines, in the order of their rows} */
	<T> Collection<T> machines(Function<InventoryObject, T> form) {
		return new AbstractCollection<>() {
			@Override
			public Iterator<T> iterator() {
				return IntStream.range(0, rows()).filter(number -> hasRow(number) && row(number, new Row()).kind() == Kind.VIRTUAL_MACHINE)
						.mapToObj(number -> form.apply(row(number, new Row()).entry().object())).iterator();
			}

			@Override
			public int size() {
				return count(Kind.VIRTUAL_MACHINE);
			}
		};
	}

	@Override
	public boolean isComplete() {
		return complete;
	}

	@Override
	public int count(Kind kind) {
		return counts[kind.ordinal()];
	}

	@Override
	public Optional<InventoryObject> object(String id) {
		return entry(id).map(Entry::object);
	}

	Optional<Entry> entry(String id) {
		int row = find(id);
		return row < 0 ? Optional.empty() : Optional.of(row(row, new Row()).entry());
	}

	@Override
	public List<InventoryObject> roots() {
		return objects(relations.roots(this));
	}

	@Override
	public List<InventoryObject> children(String id) {
		return objects(relations.children(this, id));
	}

	@Override
	public List<InventoryObject> machinesOn(String hostId) {
		return objects(relations.machinesOn(this, hostId));
	}

	@Override
	public String path(String id) {
		StringBuilder path = new StringBuilder();
		Set<String> seen = new HashSet<>();
		Row reader = new Row();
		for (int row = find(id); row >= 0 && seen.add(row(row, reader).id()); row = find(reader.parent())) {
			boolean isRoot = reader.kind() == Kind.FOLDER && reader.hasParent("");
			path.insert(0, isRoot ? "" : "/" + InventoryNames.encoded(reader.serverName()));
		}
		return seen.size() == 1 && path.isEmpty() ? "/" : path.toString();
	}

	@Override
	public List<InventoryObject> find(String text, Set<Kind> kinds) {
		return objects(relations.inOrder(this, new Search(this, text, kinds).rows()));
	}

	private List<InventoryObject> objects(int[] rows) {
		return new Objects(rows);
	}

	@Override
	public String toString() {
		return "InventorySnapshot[" + Arrays.stream(counts).sum() + " objects" + (complete ? ", complete]" : "]");
	}

	/** Makes objects of rows when they are fetched. */
	private final class Objects extends AbstractList<InventoryObject> implements RandomAccess {

		private final int[] rows;

		Objects(int[] rows) {
			this.rows = rows;
		}

		@Override
		public InventoryObject get(int i) {
			return row(rows[i], new Row()).entry().object();
		}

		@Override
		public int size() {
			return rows.length;
		}
	}
}

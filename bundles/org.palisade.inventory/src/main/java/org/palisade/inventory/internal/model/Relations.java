package org.palisade.inventory.internal.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.NaturalOrder;
import org.palisade.vsphere.InventoryNames;

/**
 * Which objects lie in which: found out in one pass when somebody asks, and shared by the snapshots between which nothing of that differs, so that
 * a machine that is powered off does not cost a pass. Thread-safe.
 */
final class Relations {

	/** Sorting so many takes no longer than anybody notices. */
	private static final int FEW = 2000;

	private static final Comparator<Key> BY_NAME = Comparator.comparing(Key::name, NaturalOrder.INSTANCE).thenComparing(Key::id);

	private Map<String, int[]> byParent;
	private Map<String, int[]> byHost;
	private int[] roots;
	private int[] all;
	private final Set<int[]> sorted = new HashSet<>();

	/** What a row is sorted by. */
	private record Key(int row, String name, String id) {
	}

	/** {@return the rows of the objects in another one, by name} */
	synchronized int[] children(CompactSnapshot snapshot, String id) {
		find(snapshot);
		return sorted(snapshot, byParent.getOrDefault(id, RowList.NONE));
	}

	/** {@return the rows of the machines on a host, by name} */
	synchronized int[] machinesOn(CompactSnapshot snapshot, String hostId) {
		find(snapshot);
		return sorted(snapshot, byHost.getOrDefault(hostId, RowList.NONE));
	}

	/** {@return the rows of the objects that lie in none that is known, by name} */
	synchronized int[] roots(CompactSnapshot snapshot) {
		find(snapshot);
		return sorted(snapshot, roots);
	}

	/**
	 * {@return rows in the order of their names} To have all of them in order costs some time, once, and then it costs next to nothing; few are put
	 * into order by themselves as long as nobody has asked for many.
	 */
	synchronized int[] inOrder(CompactSnapshot snapshot, BitSet rows) {
		if (all == null && rows.cardinality() < FEW) {
			return byName(snapshot, rows.stream().toArray());
		}
		if (all == null) {
			all = byName(snapshot, IntStream.range(0, snapshot.rows()).filter(snapshot::hasRow).toArray());
		}
		return Arrays.stream(all).filter(rows::get).toArray();
	}

	private void find(CompactSnapshot snapshot) {
		if (roots != null) {
			return;
		}
		Map<String, RowList> parents = new HashMap<>();
		Map<String, RowList> hosts = new HashMap<>();
		Row reader = new Row();
		for (int row = 0; row < snapshot.rows(); row++) {
			if (snapshot.hasRow(row)) {
				snapshot.row(row, reader);
				parents.computeIfAbsent(reader.parent(), unused -> new RowList()).add(row);
				if (reader.kind() == Kind.VIRTUAL_MACHINE) {
					hosts.computeIfAbsent(reader.host(), unused -> new RowList()).add(row);
				}
			}
		}
		hosts.remove("");
		roots = removeRoots(snapshot, parents);
		byParent = trimmed(parents);
		byHost = trimmed(hosts);
	}

	private static int[] removeRoots(CompactSnapshot snapshot, Map<String, RowList> parents) {
		RowList roots = new RowList();
		parents.entrySet().removeIf(entry -> {
			boolean unknown = snapshot.find(entry.getKey()) < 0;
			if (unknown) {
				Arrays.stream(entry.getValue().toArray()).forEach(roots::add);
			}
			return unknown;
		});
		return roots.toArray();
	}

	private static Map<String, int[]> trimmed(Map<String, RowList> rows) {
		Map<String, int[]> trimmed = new HashMap<>(rows.size() * 2);
		rows.forEach((id, list) -> trimmed.put(id, list.toArray()));
		return trimmed;
	}

	private int[] sorted(CompactSnapshot snapshot, int[] rows) {
		if (rows.length > 1 && sorted.add(rows)) {
			byName(snapshot, rows);
		}
		return rows;
	}

	private static int[] byName(CompactSnapshot snapshot, int[] rows) {
		Row reader = new Row();
		Key[] keys = new Key[rows.length];
		for (int i = 0; i < rows.length; i++) {
			snapshot.row(rows[i], reader);
			keys[i] = new Key(rows[i], InventoryNames.decoded(reader.serverName()).toLowerCase(Locale.ROOT), reader.id());
		}
		Arrays.sort(keys, BY_NAME);
		for (int i = 0; i < rows.length; i++) {
			rows[i] = keys[i].row();
		}
		return rows;
	}
}

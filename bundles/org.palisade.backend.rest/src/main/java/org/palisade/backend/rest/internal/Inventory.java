package org.palisade.backend.rest.internal;

import java.util.ArrayList;
import java.util.List;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.time.Deadline;

/** The listings of the API, each of which is restricted by a query. */
final class Inventory {

	static final String MACHINE = "/vcenter/vm";
	static final String DATACENTER = "/vcenter/datacenter";
	static final String FOLDER = "/vcenter/folder";
	static final String HOST = "/vcenter/host";

	/** Identifiers are some twenty characters, and servers take eight thousand characters of URL. */
	private static final int IDS_IN_A_QUERY = 100;

	private final AutomationSession session;
	private final Deadline deadline;

	/**
	 * An object of the inventory.
	 *
	 * @param id the value of its managed object reference
	 * @param name its name as the server keeps it
	 */
	record Entry(String id, String name) {
	}

	Inventory(AutomationSession session, Deadline deadline) {
		this.session = session;
		this.deadline = deadline;
	}

	List<Entry> machines(Query query) throws FenceException {
		return list(MACHINE, "vm", query);
	}

	List<Entry> datacenters(Query query) throws FenceException {
		return list(DATACENTER, "datacenter", query);
	}

	List<Entry> folders(Query query) throws FenceException {
		return list(FOLDER, "folder", query);
	}

	/** {@return the hosts that the account sees} Accounts for fencing often have no role on hosts: being refused is seeing none. */
	List<Entry> hosts(Query query) throws FenceException {
		try {
			return list(HOST, "host", query);
		} catch (FenceException failure) {
			if (failure.problem().kind() == Kind.PRIVILEGE) {
				return List.of();
			}
			throw failure;
		}
	}

	private List<Entry> list(String path, String idMember, Query query) throws FenceException {
		List<Entry> entries = new ArrayList<>();
		for (JsonObject row : rows(path, query)) {
			entries.add(new Entry(row.requiredText(idMember), row.requiredText("name")));
		}
		return entries;
	}

	/** {@return the rows of a listing} */
	List<JsonObject> rows(String path, Query query) throws FenceException {
		return JsonObject.listOf(session.get(path + query.text(session.dialect()), deadline));
	}

	/** {@return one object with all that the API tells about it} */
	JsonObject object(String path, String id) throws FenceException {
		return JsonObject.of(session.get(path + "/" + Query.escaped(id), deadline));
	}

	/** {@return those of the machines that lie in one of the places} Asks in several calls when there are many places. */
	List<Entry> machinesIn(List<String> machines, String placeParameter, List<String> places) throws FenceException {
		List<Entry> found = new ArrayList<>();
		for (int from = 0; from < places.size(); from += IDS_IN_A_QUERY) {
			List<String> some = places.subList(from, Math.min(places.size(), from + IDS_IN_A_QUERY));
			found.addAll(machines(new Query().withAny("vms", machines).withAny(placeParameter, some)));
		}
		return found;
	}
}

package org.palisade.inventory.internal.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.palisade.api.PowerState;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Container;
import org.palisade.api.inventory.InventoryObject.Host;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.vsphere.InventoryNames;

/**
 * Reads the bytes that {@link RowWriter} writes, without making objects of what nobody asks for: it is moved from row to row. Not thread-safe.
 */
final class Row {

	private static final Kind[] KINDS = Kind.values();
	private static final ConnectionState[] CONNECTIONS = ConnectionState.values();
	private static final PowerState[] POWERS = PowerState.values();
	private static final int SEVEN_BITS = 0x7f;
	private static final int STATE_BYTES = 4;

	private final byte[] scratch = new byte[Digits.LONGEST];
	private byte[] data;
	private int begin;
	private int at;
	private int id;
	private int idLength;
	private int parent;
	private int parentLength;
	private int name;
	private int nameLength;
	private int host;
	private int hostLength;

	/** Moves to the row that begins there. */
	Row moveTo(byte[] bytes, int offset) {
		data = bytes;
		begin = offset;
		at = offset + STATE_BYTES;
		idLength = length();
		id = skip(idLength);
		parentLength = length();
		parent = skip(parentLength);
		nameLength = length();
		name = skip(nameLength);
		hostLength = hasDetails() ? length() : 0;
		host = skip(hostLength);
		return this;
	}

	private int length() {
		int length = 0;
		int shift = 0;
		int next = data[at++];
		while (next < 0) {
			length |= (next & SEVEN_BITS) << shift;
			shift += Byte.SIZE - 1;
			next = data[at++];
		}
		return length | next << shift;
	}

	private int skip(int length) {
		int from = at;
		at += length;
		return from;
	}

	Kind kind() {
		return KINDS[data[begin]];
	}

	private boolean has(int flag) {
		return (data[begin + 1] & flag) != 0;
	}

	boolean hasDetails() {
		return has(RowWriter.DETAILS);
	}

	String id() {
		return text(id, idLength);
	}

	boolean hasId(String wanted) {
		return is(wanted, id, idLength);
	}

	/** {@return the id of what it lies in, empty for none} */
	String parent() {
		return text(parent, parentLength);
	}

	boolean hasParent(String wanted) {
		return is(wanted, parent, parentLength);
	}

	/** {@return the id of the host, empty for none} */
	String host() {
		return text(host, hostLength);
	}

	boolean hasHost(String wanted) {
		return is(wanted, host, hostLength);
	}

	/** {@return the name as the server keeps it} */
	String serverName() {
		return text(name, nameLength);
	}

	/** {@return whether the name contains a text, whatever the case of its letters} */
	boolean nameContains(Needle needle) {
		return needle.isIn(data, name, nameLength);
	}

	private String text(int from, int length) {
		return new String(data, from, length, StandardCharsets.UTF_8);
	}

	private boolean is(String wanted, int from, int length) {
		// Ids are ASCII; one that is not has another length than its bytes and is compared as text.
		if (wanted.length() != length) {
			return wanted.length() < length && wanted.equals(text(from, length));
		}
		for (int i = 0; i < length; i++) {
			if (data[from + i] != wanted.charAt(i)) {
				return data[from + i] < 0 && wanted.equals(text(from, length));
			}
		}
		return true;
	}

	/** {@return whether the instance UUID or the BIOS UUID contains a text} Of a machine with details. */
	boolean uuidContains(Needle needle) {
		at = host + hostLength;
		return uuidMatches(needle) | uuidMatches(needle);
	}

	private boolean uuidMatches(Needle needle) {
		int form = data[at++];
		if (form == RowWriter.BINARY) {
			return needle.isInText(scratch, Digits.uuid(data, skip(Digits.UUID_BYTES), scratch));
		}
		return form == RowWriter.TEXT && needle.isIn(nextText());
	}

	/** {@return whether the address contains a text} Of a machine with details. */
	boolean addressContains(Needle needle) {
		at = host + hostLength;
		skipUuid();
		skipUuid();
		int form = data[at++];
		if (form == RowWriter.BINARY) {
			return needle.isInText(scratch, Digits.inet4(data, skip(Digits.INET4_BYTES), scratch));
		}
		return form == RowWriter.TEXT && needle.isIn(nextText());
	}

	private void skipUuid() {
		int form = data[at++];
		skip(form == RowWriter.BINARY ? Digits.UUID_BYTES : form == RowWriter.TEXT ? length() : 0);
	}

	private Optional<String> uuid() {
		int form = data[at++];
		if (form == RowWriter.BINARY) {
			return Optional.of(new String(scratch, 0, Digits.uuid(data, skip(Digits.UUID_BYTES), scratch), StandardCharsets.US_ASCII));
		}
		return form == RowWriter.ABSENT ? Optional.empty() : Optional.of(nextText());
	}

	private Optional<String> address() {
		int form = data[at++];
		if (form == RowWriter.BINARY) {
			return Optional.of(new String(scratch, 0, Digits.inet4(data, skip(Digits.INET4_BYTES), scratch), StandardCharsets.US_ASCII));
		}
		return form == RowWriter.ABSENT ? Optional.empty() : Optional.of(nextText());
	}

	private String nextText() {
		int length = length();
		return text(skip(length), length);
	}

	/** {@return the object} */
	Entry entry() {
		String serverName = serverName();
		return new Entry(object(id(), InventoryNames.decoded(serverName), Optional.of(parent()).filter(text -> !text.isEmpty())), serverName);
	}

	private InventoryObject object(String itsId, String itsName, Optional<String> itsParent) {
		return switch (kind()) {
		case HOST -> new Host(itsId, itsName, itsParent, connection(), has(RowWriter.MAINTENANCE));
		case VIRTUAL_MACHINE -> new VirtualMachine(itsId, itsName, itsParent, hasDetails() ? Optional.of(details()) : Optional.empty());
		default -> new Container(kind(), itsId, itsName, itsParent);
		};
	}

	private ConnectionState connection() {
		return CONNECTIONS[data[begin + 2]];
	}

	private MachineDetails details() {
		at = host + hostLength;
		// In the order in which they stand in the row.
		Optional<String> instanceUuid = uuid();
		Optional<String> biosUuid = uuid();
		Optional<String> address = address();
		return new MachineDetails(POWERS[data[begin + 3]], connection(), has(RowWriter.TEMPLATE), instanceUuid, biosUuid, address,
				Optional.of(host()).filter(text -> !text.isEmpty()));
	}
}

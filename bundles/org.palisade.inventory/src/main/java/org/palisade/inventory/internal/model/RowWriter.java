package org.palisade.inventory.internal.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.palisade.api.PowerState;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Host;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;

/**
 * Packs an object into bytes, which {@link Row} reads: kind, state, id, parent, name, host, UUIDs, address. A text is its length and its UTF-8
 * bytes; what is absent has a length of zero. A UUID in its usual form and an IPv4 address are written as numbers.
 */
final class RowWriter {

	/** What a UUID or an address is written as. */
	static final int ABSENT = 0;
	static final int BINARY = 1;
	static final int TEXT = 2;

	static final int TEMPLATE = 1;
	static final int MAINTENANCE = 2;
	static final int DETAILS = 4;

	private static final int SEVEN_BITS = 0x7f;
	private static final int MORE = 0x80;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

	private RowWriter() {
	}

	/** {@return the bytes of an object} */
	static byte[] pack(Entry entry) {
		RowWriter writer = new RowWriter();
		writer.write(entry.object(), entry.serverName());
		return writer.out.toByteArray();
	}

	private void write(InventoryObject object, String serverName) {
		Optional<MachineDetails> details = object instanceof VirtualMachine machine ? machine.details() : Optional.empty();
		out.write(object.kind().ordinal());
		if (object instanceof Host host) {
			state(host.maintenance() ? MAINTENANCE : 0, host.connection(), PowerState.UNKNOWN);
		} else if (details.isPresent()) {
			MachineDetails known = details.get();
			state(DETAILS | (known.template() ? TEMPLATE : 0), known.connection(), known.power());
		} else {
			state(0, ConnectionState.UNKNOWN, PowerState.UNKNOWN);
		}
		text(object.id());
		text(object.parent().orElse(""));
		text(serverName);
		details.ifPresent(this::details);
	}

	private void state(int flags, ConnectionState connection, PowerState power) {
		out.write(flags);
		out.write(connection.ordinal());
		out.write(power.ordinal());
	}

	private void details(MachineDetails details) {
		text(details.host().orElse(""));
		uuid(details.instanceUuid());
		uuid(details.biosUuid());
		address(details.address());
	}

	private void text(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		int rest = bytes.length;
		while (rest > SEVEN_BITS) {
			out.write(rest & SEVEN_BITS | MORE);
			rest >>>= Byte.SIZE - 1;
		}
		out.write(rest);
		out.writeBytes(bytes);
	}

	private void uuid(Optional<String> text) {
		binaryOrText(text, text.flatMap(Digits::parseUuid));
	}

	private void address(Optional<String> text) {
		binaryOrText(text, text.flatMap(Digits::parseInet4));
	}

	private void binaryOrText(Optional<String> text, Optional<byte[]> binary) {
		if (binary.isPresent()) {
			out.write(BINARY);
			out.writeBytes(binary.get());
		} else {
			out.write(text.isPresent() ? TEXT : ABSENT);
			text.ifPresent(this::text);
		}
	}
}

package org.palisade.lookup.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;

import org.palisade.api.lookup.MapProof;

/** The renewal of a map's proof: a small file beside the map, so that a map that is still right need not be written again. */
final class ProofFile {

	/** A mark of two hundred characters of four bytes each, and the numbers around it. */
	static final int LONGEST = 1024;

	private ProofFile() {
	}

	static ByteBuffer write(long serial, MapProof proof) {
		byte[] mark = MapFormat.bytes(proof.mark());
		ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES + Short.BYTES + mark.length + Integer.BYTES);
		bytes.putLong(MapFormat.PROOF_MAGIC).putLong(serial).putLong(proof.serverTime().toEpochMilli()).putLong(proof.localTime().toEpochMilli())
				.putShort((short) mark.length).put(mark);
		return bytes.putInt(checksum(bytes, bytes.position())).flip();
	}

	private static int checksum(ByteBuffer bytes, int length) {
		CRC32 checksum = new CRC32();
		checksum.update(bytes.array(), 0, length);
		return (int) checksum.getValue();
	}

	/** {@return the proof for the map of that serial number; empty when the file is for another one} */
	static Optional<MapProof> read(ByteBuffer bytes, long serial, boolean identified) throws DamagedMap {
		int length = bytes.limit() - Integer.BYTES;
		if (length < 0 || checksum(bytes, length) != bytes.getInt(length)) {
			throw new DamagedMap(Messages.damaged);
		}
		try {
			if (bytes.getLong() != MapFormat.PROOF_MAGIC) {
				throw new DamagedMap(Messages.newer);
			}
			if (bytes.getLong() != serial) {
				return Optional.empty();
			}
			Instant serverTime = Instant.ofEpochMilli(bytes.getLong());
			return Optional.of(new MapProof(serverTime, Instant.ofEpochMilli(bytes.getLong()), identified, MapHeader.text(bytes)));
		} catch (BufferUnderflowException | IllegalArgumentException nonsense) {
			throw new DamagedMap(Messages.damaged);
		}
	}
}

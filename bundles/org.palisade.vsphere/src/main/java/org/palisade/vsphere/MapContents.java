package org.palisade.vsphere;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import org.palisade.api.lookup.MapKey;
import org.palisade.api.lookup.MapProof;

/** What everybody who remembers the inventory of a vCenter has to remember alike, so that each of them can go on from what another has seen. */
public final class MapContents {

	/** Twice what a vCenter supports. An inventory that is larger is not remembered, because it has to be in memory while it is written. */
	public static final int MOST_MACHINES = 80_000;

	private static final String API = "vim25";

	private MapContents() {
	}

	/**
	 * {@return whose inventory is seen in a session; empty for a host, which tells no UUID of its installation, and holds so few machines that nothing is
	 * gained}
	 *
	 * @param account whose view of the inventory it is
	 */
	public static Optional<MapKey> key(VSphereSession session, String account) {
		return Optional.ofNullable(session.content().getAbout().getInstanceUuid()).map(server -> new MapKey(server, account, API));
	}

	/**
	 * {@return the proof that an inventory has which was read in a session: nothing that happened before its log-in is missing}
	 *
	 * @param openedAt when the session was opened, by the clock of this machine
	 * @param identified whether the UUIDs of all machines were read
	 */
	public static Optional<MapProof> proof(VSphereSession session, Instant openedAt, boolean identified) {
		return session.loginTime().map(time -> new MapProof(time, openedAt, identified, mark(session.key())));
	}

	/**
	 * {@return what a session is recognised by in the server's history without its key being kept anywhere: the SHA-256 digest of the key, in hexadecimal
	 * digits}
	 */
	public static String mark(String sessionKey) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sessionKey.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("every Java platform has SHA-256", impossible);
		}
	}

	/** {@return the UUIDs of a machine as one text, as far as it has them} */
	public static Optional<String> uuids(Optional<String> instance, Optional<String> bios) {
		return instance.isPresent() && bios.isPresent() ? Optional.of(instance.get() + " " + bios.get()) : instance.or(() -> bios);
	}
}

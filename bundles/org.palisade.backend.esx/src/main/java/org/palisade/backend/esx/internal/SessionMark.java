package org.palisade.backend.esx.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a session is recognised by in the history without its key being kept anywhere. */
final class SessionMark {

	private SessionMark() {
	}

	/** {@return the SHA-256 digest of a session's key, in hexadecimal digits} */
	static String of(String sessionKey) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sessionKey.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("every Java platform has SHA-256", impossible);
		}
	}
}

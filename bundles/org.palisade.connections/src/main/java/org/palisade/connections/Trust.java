package org.palisade.connections;

import java.util.Objects;

/** How a server's certificate is verified. There is no way to leave it unverified. */
public sealed interface Trust {

	/** It chains to an authority of the Java installation and carries the server's name. */
	record SystemAuthorities() implements Trust {
	}

	/**
	 * It chains to an authority in a file and carries the server's name.
	 *
	 * @param file path of a PEM file
	 */
	record AuthoritiesFile(String file) implements Trust {
		/** Refuses null. */
		public AuthoritiesFile {
			Objects.requireNonNull(file);
		}
	}

	/**
	 * It is the very certificate that the user has looked at. That it carries the server's name was checked then, and a certificate
	 * that does not is never pinned; who changes the address has to look again.
	 *
	 * @param fingerprint SHA-256 of its DER form, pairs of hexadecimal digits with colons between
	 * @param address the address for which it was looked at
	 */
	record Pinned(String fingerprint, String address) implements Trust {
		/** Refuses nulls. */
		public Pinned {
			Objects.requireNonNull(fingerprint);
			Objects.requireNonNull(address);
		}
	}
}

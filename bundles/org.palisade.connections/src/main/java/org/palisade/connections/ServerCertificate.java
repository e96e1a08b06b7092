package org.palisade.connections;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A server's certificate, for the user to look at. Immutable.
 *
 * @param subject whom it is issued to
 * @param issuer who issued it
 * @param names the host names and addresses that it carries
 * @param validFrom from when on it is valid
 * @param validUntil until when it is valid
 * @param fingerprint SHA-256 of its DER form, pairs of hexadecimal digits with colons between
 * @param namesServer whether it carries the name by which the server was addressed; one that does not must not be trusted
 */
public record ServerCertificate(String subject, String issuer, List<String> names, Instant validFrom, Instant validUntil, String fingerprint,
		boolean namesServer) {

	/** Refuses nulls and copies the list. */
	public ServerCertificate {
		Objects.requireNonNull(subject);
		Objects.requireNonNull(issuer);
		names = List.copyOf(names);
		Objects.requireNonNull(validFrom);
		Objects.requireNonNull(validUntil);
		Objects.requireNonNull(fingerprint);
	}

	/** {@return whether it is valid at that time} */
	public boolean isValidAt(Instant time) {
		return !time.isBefore(validFrom) && !time.isAfter(validUntil);
	}
}

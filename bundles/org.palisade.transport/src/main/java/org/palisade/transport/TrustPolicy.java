package org.palisade.transport;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.transport.internal.Messages;

/** Which server certificates are accepted. */
public sealed interface TrustPolicy {

	/** Those that chain to a certificate authority of the Java installation and carry the server's name. */
	record SystemAuthorities() implements TrustPolicy {
	}

	/**
	 * Those that chain to a certificate in a file and carry the server's name.
	 *
	 * @param file certificates in PEM form
	 */
	record AuthoritiesFile(Path file) implements TrustPolicy {
	}

	/**
	 * One certificate only, whoever issued it, whatever names it carries and however old it is.
	 *
	 * @param sha256 the SHA-256 fingerprint of its DER form, 64 lower-case hexadecimal digits
	 */
	record Pinned(String sha256) implements TrustPolicy {
	}

	/** Any certificate at all. Anybody on the way to the server can read the password. */
	record Unverified() implements TrustPolicy {
	}

	/**
	 * {@return what the options {@code ssl_secure}, {@code ssl_insecure}, {@code ssl_ca_file} and {@code ssl_fingerprint} ask for} A
	 * fingerprint wins over a file of authorities; {@code ssl_insecure=0} means verified.
	 *
	 * @throws FenceException of kind {@link FenceProblem.Kind#OPTION} when they contradict each other, a fingerprint is malformed or the
	 *             file cannot be read
	 */
	static TrustPolicy of(OptionValues options) throws FenceException {
		Optional<String> fingerprint = options.text(StandardOptions.SSL_FINGERPRINT);
		Optional<String> file = options.text(StandardOptions.SSL_CA_FILE);
		if (options.flag(StandardOptions.SSL_INSECURE)) {
			refuseBesideInsecure(StandardOptions.SSL_SECURE, options.flag(StandardOptions.SSL_SECURE));
			refuseBesideInsecure(StandardOptions.SSL_FINGERPRINT, fingerprint.isPresent());
			refuseBesideInsecure(StandardOptions.SSL_CA_FILE, file.isPresent());
			return new Unverified();
		}
		if (fingerprint.isPresent()) {
			return new Pinned(normalised(fingerprint.get()));
		}
		return file.isPresent() ? new AuthoritiesFile(readable(file.get())) : new SystemAuthorities();
	}

	private static void refuseBesideInsecure(String other, boolean given) throws FenceException {
		if (given) {
			throw new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.trust_contradiction, other),
					Messages.trust_contradiction_advice);
		}
	}

	private static String normalised(String fingerprint) throws FenceException {
		String digits = fingerprint.trim().replace(":", "").toLowerCase(Locale.ROOT);
		boolean hexadecimal = digits.length() == 64 && digits.chars().allMatch(HexFormat::isHexDigit);
		if (!hexadecimal) {
			throw new FenceException(FenceProblem.Kind.OPTION, Messages.fingerprint_malformed, Messages.fingerprint_advice);
		}
		return digits;
	}

	private static Path readable(String name) throws FenceException {
		try {
			Path file = Path.of(name);
			if (Files.isReadable(file) && !Files.isDirectory(file)) {
				return file;
			}
		} catch (InvalidPathException noPath) {
			throw unreadable(name);
		}
		throw unreadable(name);
	}

	private static FenceException unreadable(String name) {
		return new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.ca_file_unreadable, name), Messages.ca_file_advice);
	}
}

package org.palisade.sessions;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.core.option.CommonOptions;
import org.palisade.core.option.CoreOptions;

/**
 * Which requests may share a session: those that would open the same one. Holds salted digests only, so that no password stays in memory
 * for the sake of a comparison.
 *
 * @param connection of the back end and all options that it may read, secrets included
 * @param account of the server and the user
 * @param secrets of the secrets alone
 */
record SessionKey(String connection, String account, String secrets) {

	/** Options that the core alone reads. All others may matter to a back end. */
	private static final Set<String> OF_THE_CORE = Set.of(CoreOptions.ACTION, CoreOptions.PLUG, CoreOptions.FALLBACK_TYPE, CoreOptions.PLUG_SEPARATOR,
			CoreOptions.PORT_AS_IP, CoreOptions.NO_TLS, CoreOptions.SEPARATOR, CoreOptions.LOGIN_TIMEOUT, CoreOptions.SHELL_TIMEOUT,
			CoreOptions.POWER_TIMEOUT, CoreOptions.POWER_WAIT, CoreOptions.STONITH_STATUS_SLEEP, CoreOptions.DELAY, CoreOptions.RETRY_ON,
			CoreOptions.DISABLE_TIMEOUT, CoreOptions.MISSING_AS_OFF, CoreOptions.SUSPENDED_AS_OFF, CoreOptions.DEBUG_FILE, CoreOptions.AUDIT_FILE,
			CoreOptions.QUIET, CoreOptions.VERBOSE, CoreOptions.VERBOSE_LEVEL, CoreOptions.VERSION, CoreOptions.HELP);

	/**
	 * {@return the key of a request}
	 *
	 * @param answerLimit as of the session
	 * @param salt random, the same for all keys that are compared
	 */
	static SessionKey of(FenceBackEnd backEnd, OptionValues options, Duration answerLimit, byte[] salt) {
		List<String> account = new ArrayList<>(List.of(backEnd.type(), backEnd.getClass().getName()));
		for (String name : List.of(StandardOptions.IP, StandardOptions.USERNAME)) {
			account.add(options.text(name).orElse(""));
		}
		account.add(options.number(StandardOptions.IP_PORT).toString());
		List<String> connection = new ArrayList<>(account);
		List<String> secrets = new ArrayList<>();
		connection.add(answerLimit.toString());
		for (OptionDeclaration declaration : declarations(backEnd)) {
			String value = value(declaration, options);
			connection.add(declaration.name() + " " + options.isGiven(declaration.name()));
			connection.add(value);
			if (declaration.type() == OptionType.SECRET) {
				secrets.add(value);
			}
		}
		connection.add(options.text(StandardOptions.SSL_CA_FILE).map(SessionKey::stamp).orElse(""));
		return new SessionKey(digest(connection, salt), digest(account, salt), digest(secrets, salt));
	}

	private static List<OptionDeclaration> declarations(FenceBackEnd backEnd) {
		List<OptionDeclaration> declarations = new ArrayList<>(CommonOptions.all());
		declarations.removeIf(declaration -> OF_THE_CORE.contains(declaration.name()));
		declarations.addAll(backEnd.options());
		return declarations;
	}

	private static String value(OptionDeclaration declaration, OptionValues options) {
		String name = declaration.name();
		return switch (declaration.type()) {
			case BOOLEAN -> Boolean.toString(options.flag(name));
			case STRING, SELECT -> present(options.text(name));
			case SECRET -> present(options.secret(name).map(Secret::reveal));
			case INTEGER -> options.number(name).toString();
			case SECOND -> options.duration(name).toString();
		};
	}

	/** Nothing is another value than an empty text. */
	private static String present(Optional<String> text) {
		return text.map(value -> "=" + value).orElse("");
	}

	/** A file of authorities whose content has changed makes another connection. */
	private static String stamp(String file) {
		try {
			return Files.readAttributes(Path.of(file), "unix:ino,size,ctime").toString();
		} catch (IOException | InvalidPathException e) {
			return e.getClass().getName();
		}
	}

	private static String digest(List<String> texts, byte[] salt) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.write(salt);
			for (String text : texts) {
				byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
				out.writeInt(encoded.length);
				out.write(encoded);
			}
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}
}

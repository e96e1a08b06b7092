package org.palisade.backend.ssh.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.jcraft.jsch.JSch;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;

/**
 * What a value of {@code ssh_options} means, written for OpenSSH's command line ({@code -o Name=value}, see ssh_config(5)). Options that
 * would weaken the check of the host key are refused; those without meaning here are kept as ignored.
 *
 * @param connectTimeout how long to wait for the TCP connection
 * @param hostKeyAlias the name under which the host key is looked up instead of the real one
 * @param algorithms settings of the SSH library by their names there
 * @param ignored what was not understood, as given
 */
record ClientOptions(Optional<Duration> connectTimeout, Optional<String> hostKeyAlias, Map<String, String> algorithms, List<String> ignored) {

	/** OpenSSH's names of the algorithm lists, and the library's names of the same. */
	private static final Map<String, List<String>> ALGORITHM_LISTS = Map.of(
			"kexalgorithms", List.of("kex"),
			"hostkeyalgorithms", List.of("server_host_key"),
			"pubkeyacceptedalgorithms", List.of("PubkeyAcceptedAlgorithms"),
			"pubkeyacceptedkeytypes", List.of("PubkeyAcceptedAlgorithms"),
			"ciphers", List.of("cipher.c2s", "cipher.s2c"),
			"macs", List.of("mac.c2s", "mac.s2c"));

	/** Reads a value of {@code ssh_options}. */
	static ClientOptions parse(String text) throws FenceException {
		Parser parser = new Parser();
		List<String> words = words(text);
		for (int index = 0; index < words.size(); index++) {
			String word = words.get(index);
			if (word.equals("-o") && index + 1 < words.size()) {
				parser.option(words.get(++index));
			} else if (word.startsWith("-o") && word.length() > 2) {
				parser.option(word.substring(2));
			} else {
				parser.ignored.add(word);
			}
		}
		return new ClientOptions(parser.connectTimeout, parser.hostKeyAlias, parser.algorithms, parser.ignored);
	}

	/** Splits as a shell would: at blanks, with either kind of quotes holding words together. */
	private static List<String> words(String text) throws FenceException {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		char quote = 0;
		boolean inWord = false;
		for (char character : text.toCharArray()) {
			if (quote != 0 ? character == quote : character == '\'' || character == '"') {
				quote = quote == 0 ? character : 0;
				inWord = true;
			} else if (quote == 0 && Character.isWhitespace(character)) {
				if (inWord) {
					words.add(word.toString());
					word.setLength(0);
				}
				inWord = false;
			} else {
				word.append(character);
				inWord = true;
			}
		}
		if (quote != 0) {
			throw Problems.option(NLS.bind(Messages.SshOptions_OpenQuote, SshOptions.SSH_OPTIONS), Messages.SshOptions_Advice);
		}
		if (inWord) {
			words.add(word.toString());
		}
		return words;
	}

	private static final class Parser {

		private Optional<Duration> connectTimeout = Optional.empty();
		private Optional<String> hostKeyAlias = Optional.empty();
		private final Map<String, String> algorithms = new LinkedHashMap<>();
		private final List<String> ignored = new ArrayList<>();

		void option(String assignment) throws FenceException {
			String[] parts = assignment.strip().split("\\s*=\\s*|\\s+", 2);
			if (parts.length < 2 || parts[1].isBlank()) {
				throw Problems.option(NLS.bind(Messages.SshOptions_NoValue, SshOptions.SSH_OPTIONS, Problems.quote(assignment)),
						Messages.SshOptions_Advice);
			}
			String name = parts[0].toLowerCase(Locale.ROOT);
			String value = parts[1].strip();
			switch (name) {
				case "connecttimeout" -> connectTimeout = Optional.of(seconds(parts[0], value));
				case "hostkeyalias" -> hostKeyAlias = Optional.of(value);
				case "stricthostkeychecking" -> requireStrict(parts[0], value, value.equalsIgnoreCase("yes"));
				case "nohostauthenticationforlocalhost" -> requireStrict(parts[0], value, value.equalsIgnoreCase("no"));
				case "userknownhostsfile", "globalknownhostsfile" -> throw Problems.option(
						NLS.bind(Messages.SshOptions_KnownHosts, SshOptions.SSH_OPTIONS, parts[0]),
						NLS.bind(Messages.SshOptions_KnownHosts_Advice, SshOptions.SSH_KNOWN_HOSTS));
				default -> algorithms(parts[0], name, value);
			}
		}

		private static Duration seconds(String name, String value) throws FenceException {
			try {
				int seconds = Integer.parseInt(value);
				if (seconds > 0) {
					return Duration.ofSeconds(seconds);
				}
			} catch (NumberFormatException notANumber) {
				throw Problems.option(NLS.bind(Messages.SshOptions_Seconds, name, Problems.quote(value)), Messages.SshOptions_Seconds_Advice);
			}
			throw Problems.option(NLS.bind(Messages.SshOptions_Seconds, name, Problems.quote(value)), Messages.SshOptions_Seconds_Advice);
		}

		private static void requireStrict(String name, String value, boolean strict) throws FenceException {
			if (!strict) {
				throw Problems.option(NLS.bind(Messages.SshOptions_Weakening, name, Problems.quote(value)),
						NLS.bind(Messages.SshOptions_Weakening_Advice, SshOptions.SSH_KNOWN_HOSTS));
			}
		}

		private void algorithms(String given, String name, String value) throws FenceException {
			List<String> settings = ALGORITHM_LISTS.get(name);
			if (settings == null) {
				ignored.add(given);
				return;
			}
			for (String setting : settings) {
				algorithms.put(setting, combine(given, JSch.getConfig(setting), value));
			}
		}

		/** Applies OpenSSH's prefixes: + appends to the defaults, ^ puts in front of them, - takes away, none replaces. */
		private static String combine(String name, String defaults, String value) throws FenceException {
			char prefix = value.charAt(0);
			boolean prefixed = "+-^".indexOf(prefix) >= 0;
			Set<String> given = new LinkedHashSet<>(List.of((prefixed ? value.substring(1) : value).split(",")));
			Set<String> result = new LinkedHashSet<>(List.of(defaults.split(",")));
			if (prefix == '-') {
				result.removeAll(given);
				return requireSome(name, result);
			}
			for (String algorithm : given) {
				if (JSch.getConfig(algorithm) == null) {
					throw Problems.option(NLS.bind(Messages.SshOptions_UnknownAlgorithm, name, Problems.quote(algorithm)),
							Messages.SshOptions_UnknownAlgorithm_Advice);
				}
			}
			if (prefix == '+') {
				result.addAll(given);
				return String.join(",", result);
			}
			if (prefix == '^') {
				given.addAll(result);
			}
			return String.join(",", given);
		}

		private static String requireSome(String name, Set<String> algorithms) throws FenceException {
			if (algorithms.isEmpty()) {
				throw Problems.option(NLS.bind(Messages.SshOptions_NoAlgorithm, name), Messages.SshOptions_Advice);
			}
			return String.join(",", algorithms);
		}
	}
}

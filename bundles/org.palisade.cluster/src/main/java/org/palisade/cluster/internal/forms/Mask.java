package org.palisade.cluster.internal.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.palisade.api.option.Redaction;
import org.palisade.api.option.Secret;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.OptionValue;
import org.palisade.cluster.model.TextEdit;
import org.palisade.cluster.model.TextRange;

/**
 * Masks secrets in a text that is to be shown: those of the fence devices wherever they appear, and whatever looks like a password in the
 * rest, which is no business of the model: comments, other resources.
 */
public final class Mask {

	private static final String STARS = "********";
	private static final String NAME = "[\\w.-]*"
			+ "(?:passwd|password|passphrase|passcode|secret|secret[_-]?key|access[_-]?key|api[_-]?key|token|community)";
	private static final String VALUE = "(?:\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|[^\\s\"'<>]++)";
	/** {@code passwd="x"}, {@code passwd=x}, {@code passwd: x}, also with quotes around the whole word. */
	/** What stands between line breaks, those of old systems included, which are one character. */
	private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");
	private static final Pattern PAIR = Pattern.compile("(?i)(?<![\\w.-])(" + NAME + "\\s*[=:]\\s*)(" + VALUE + ")");
	/** A word of a shell that is quoted as a whole. */
	private static final Pattern QUOTED_WORD = Pattern.compile("(?i)(['\"]" + NAME + "=)((?:[^'\"]|'\"'\"')*+)(?=['\"])");
	private static final Pattern NVPAIR = Pattern
			.compile("(?i)(name\\s*=\\s*[\"']" + NAME + "[\"'][^<>]*?\\bvalue\\s*=\\s*)(\"[^\"]*\"|'[^']*')");
	private static final Pattern NVPAIR_REVERSED = Pattern
			.compile("(?i)(\\bvalue\\s*=\\s*)(\"[^\"]*\"|'[^']*')(?=[^<>]*?\\bname\\s*=\\s*[\"']" + NAME + "[\"'])");

	private Mask() {
	}

	/** {@return the text with masks, and as many lines as before} */
	public static String apply(String text, ClusterConfiguration configuration) {
		List<TextEdit> ofModel = new ArrayList<>();
		Redaction redaction = Redaction.of();
		for (ClusterOption option : options(configuration).filter(Mask::isSecret).toList()) {
			for (String line : option.text().lines().filter(part -> !part.isBlank()).toList()) {
				redaction = redaction.and(Secret.of(line));
			}
			TextRange where = option.place().value();
			boolean word = where.equals(option.place().name());
			ofModel.add(TextEdit.replace(where, (word ? option.name() + "=" : "") + starsFor(text.substring(where.offset(), where.end()))));
		}
		Redaction remaining = redaction;
		return LINE.matcher(apply(TextEdit.apply(text, ofModel.stream().distinct().toList())))
				.replaceAll(line -> Matcher.quoteReplacement(remaining.apply(line.group())));
	}

	/** {@return a text of which nothing is known with masks for what looks like secrets, and as many lines as before} */
	public static String apply(String text) {
		String masked = text;
		for (Pattern pattern : List.of(NVPAIR, NVPAIR_REVERSED, QUOTED_WORD, PAIR)) {
			masked = mask(masked, pattern);
		}
		return masked;
	}

	private static boolean isSecret(ClusterOption option) {
		return option.value() instanceof OptionValue.Confidential && !option.text().isEmpty();
	}

	/** {@return a mask for each line of the secret, with the line breaks as they are} */
	private static String starsFor(String secret) {
		return secret.isEmpty() ? STARS : LINE.matcher(secret).replaceAll(STARS);
	}

	private static Stream<ClusterOption> options(ClusterConfiguration configuration) {
		return Stream.of(configuration.devices().stream().flatMap(device -> device.options().stream()),
				configuration.levels().stream().flatMap(level -> level.devices().stream()).flatMap(use -> use.options().stream()),
				configuration.properties().stream()).flatMap(all -> all);
	}

	private static String mask(String text, Pattern pattern) {
		StringBuilder result = new StringBuilder();
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			String value = matcher.group(2);
			boolean quoted = !value.isEmpty() && (value.charAt(0) == '"' || value.charAt(0) == '\'');
			String quote = quoted ? value.substring(0, 1) : "";
			matcher.appendReplacement(result, Matcher.quoteReplacement(matcher.group(1) + quote + starsFor(value) + quote));
		}
		return matcher.appendTail(result).toString();
	}
}

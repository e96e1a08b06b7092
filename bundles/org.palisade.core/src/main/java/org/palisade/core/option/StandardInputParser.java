package org.palisade.core.option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;

/**
 * Reads the {@code key=value} lines that a fencer writes to the agent's standard input (ClusterLabs fence-agents,
 * {@code doc/FenceAgentAPI.md}).
 */
public final class StandardInputParser {

	/** More than any fencer sends, and little enough to be held in memory. */
	static final int LONGEST_INPUT = 1 << 20;
	static final int LONGEST_LINE = 1 << 16;

	/** Only a text of this form is repeated in a message; anything else could be a part of a secret. */
	private static final Pattern SHOWABLE_KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	/** The node that is to be fenced, which is not the plug and is only remembered. */
	private static final String NODE_NAME = "nodename";

	/** What fencers send for their own bookkeeping. */
	private static final Set<String> HARMLESS = Set.of("agent", "name");

	private final OptionCatalog catalog;

	private final Map<String, String> values = new HashMap<>();
	private final List<String> warnings = new ArrayList<>();
	private Optional<String> nodeName = Optional.empty();

	private StandardInputParser(OptionCatalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * {@return the options that stand in the input, read to its end}
	 *
	 * @throws FenceException of kind OPTION when the input is too long, is not UTF-8 or cannot be read
	 */
	public static RawOptions parse(InputStream in, OptionCatalog catalog) throws FenceException {
		StandardInputParser parser = new StandardInputParser(catalog);
		parser.parseLines(readAll(in));
		return new RawOptions(parser.values, parser.nodeName, parser.warnings);
	}

	private static byte[] readAll(InputStream in) throws FenceException {
		try {
			byte[] bytes = in.readNBytes(LONGEST_INPUT + 1);
			if (bytes.length > LONGEST_INPUT) {
				throw problem(NLS.bind(Messages.input_too_long, LONGEST_INPUT), Messages.input_form);
			}
			return bytes;
		} catch (IOException e) {
			throw problem(NLS.bind(Messages.input_unreadable, e.getClass().getSimpleName()), Messages.input_form);
		}
	}

	private void parseLines(byte[] bytes) throws FenceException {
		int start = 0;
		for (int number = 1; start < bytes.length; number++) {
			int end = start;
			while (end < bytes.length && bytes[end] != '\n') {
				end++;
			}
			if (end - start > LONGEST_LINE) {
				throw problem(NLS.bind(Messages.line_too_long, number, LONGEST_LINE), Messages.input_form);
			}
			parseLine(number, decode(number, bytes, start, end - start).strip());
			start = end + 1;
		}
	}

	private static String decode(int number, byte[] bytes, int start, int length) throws FenceException {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length)).toString();
		} catch (CharacterCodingException e) {
			throw problem(NLS.bind(Messages.line_not_utf8, number), Messages.input_form);
		}
	}

	private void parseLine(int number, String line) {
		if (line.isEmpty() || line.startsWith("#")) {
			return;
		}
		int equals = line.indexOf('=');
		if (equals < 0) {
			// The line may be the rest of a password that holds a line break, so it is not repeated.
			warnings.add(NLS.bind(Messages.line_without_equals, number));
			return;
		}
		String key = line.substring(0, equals).strip();
		Optional<OptionDeclaration> declaration = catalog.byKey(key);
		if (declaration.isPresent()) {
			put(declaration.get(), line.substring(equals + 1));
		} else if (key.equals(NODE_NAME)) {
			nodeName = Optional.of(withoutQuotes(line.substring(equals + 1).strip()));
		} else if (!HARMLESS.contains(key)) {
			warnings.add(SHOWABLE_KEY.matcher(key).matches() ? NLS.bind(Messages.unknown_key, key) : NLS.bind(Messages.unknown_line, number));
		}
	}

	private void put(OptionDeclaration declaration, String text) {
		String value = withoutQuotes(declaration.type() == OptionType.SECRET ? text : text.stripLeading());
		if (declaration.type() == OptionType.BOOLEAN && BooleanWord.parse(value).isEmpty()) {
			warnings.add(NLS.bind(Messages.not_a_boolean_ignored, declaration.name()));
			return;
		}
		values.put(declaration.name(), value);
	}

	private static String withoutQuotes(String text) {
		boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
		return quoted ? text.substring(1, text.length() - 1) : text;
	}

	private static FenceException problem(String message, String advice) {
		return new FenceException(FenceProblem.Kind.OPTION, message, advice);
	}
}

package org.palisade.config.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.model.ConfigurationForm;

/**
 * What the user asked for.
 *
 * @param command what to do
 * @param from the form of the files, empty to tell it by their content
 * @param to the form to convert to
 * @param output the file to write to; {@code -} is standard output
 * @param flags the options without a value
 * @param rules the rules whose findings are to be mended, empty for all that can be mended completely
 * @param json whether findings are told in JSON
 * @param files the files; {@code -} is standard input
 */
record CommandLine(Command command, Optional<ConfigurationForm> from, Optional<ConfigurationForm> to, Optional<String> output, List<Flag> flags,
		List<String> rules, boolean json, List<String> files) {

	/** What can be asked for. */
	enum Command {
		CHECK, CONVERT, FIX, MIGRATE, HELP
	}

	/** Options without a value. */
	enum Flag {
		/** Write the changes into the file. */
		IN_PLACE("--in-place"),
		/** Be content with nothing less than everything. */
		STRICT("--strict"),
		/** Say why a finding matters. */
		EXPLAIN("--explain");

		private final String option;

		Flag(String option) {
			this.option = option;
		}
	}

	boolean has(Flag flag) {
		return flags.contains(flag);
	}

	static CommandLine parse(List<String> arguments) throws UsageException {
		if (arguments.contains("--help") || arguments.contains("-h")) {
			return new CommandLine(Command.HELP, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), false, List.of());
		}
		if (arguments.isEmpty()) {
			throw new UsageException(Messages.no_command);
		}
		Parser parser = new Parser(command(arguments.get(0)));
		boolean optionsEnded = false;
		for (int i = 1; i < arguments.size(); i++) {
			String argument = arguments.get(i);
			if (optionsEnded || argument.equals("-") || !argument.startsWith("-")) {
				parser.files.add(argument);
			} else if (argument.equals("--")) {
				optionsEnded = true;
			} else if (!parser.flag(argument)) {
				int equals = argument.indexOf('=');
				if (equals < 0 && i + 1 == arguments.size()) {
					parser.requireKnown(argument);
					throw new UsageException(NLS.bind(Messages.no_value, argument));
				}
				parser.value(equals < 0 ? argument : argument.substring(0, equals), equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
			}
		}
		return parser.toCommandLine();
	}

	private static Command command(String word) throws UsageException {
		return switch (word) {
			case "check" -> Command.CHECK;
			case "convert" -> Command.CONVERT;
			case "fix" -> Command.FIX;
			case "migrate" -> Command.MIGRATE;
			default -> throw new UsageException(NLS.bind(Messages.unknown_command, word));
		};
	}

	/** Collects the options of one command. */
	private static final class Parser {

		private final Command command;
		private Optional<ConfigurationForm> from = Optional.empty();
		private Optional<ConfigurationForm> to = Optional.empty();
		private Optional<String> output = Optional.empty();
		private boolean json;
		private final List<String> rules = new ArrayList<>();
		private final List<Flag> flags = new ArrayList<>();
		private final List<String> files = new ArrayList<>();

		private Parser(Command command) {
			this.command = command;
		}

		private List<String> optionsWithValue() {
			return switch (command) {
				case CHECK -> List.of("--from", "--format");
				case CONVERT -> List.of("--from", "--to", "--output");
				case FIX -> List.of("--from", "--rule", "--output");
				default -> List.of("--from", "--output");
			};
		}

		private List<Flag> possibleFlags() {
			return switch (command) {
				case CHECK -> List.of(Flag.STRICT, Flag.EXPLAIN);
				case CONVERT -> List.of(Flag.STRICT);
				default -> List.of(Flag.IN_PLACE);
			};
		}

		private boolean flag(String argument) {
			Optional<Flag> flag = possibleFlags().stream().filter(known -> known.option.equals(argument)).findFirst();
			flag.ifPresent(flags::add);
			return flag.isPresent();
		}

		private void requireKnown(String option) throws UsageException {
			if (!optionsWithValue().contains(option)) {
				throw new UsageException(NLS.bind(Messages.unknown_option, option));
			}
		}

		private void value(String option, String value) throws UsageException {
			requireKnown(option);
			switch (option) {
				case "--from" -> from = Optional.of(form(option, value));
				case "--to" -> to = Optional.of(form(option, value));
				case "--output" -> output = Optional.of(value);
				case "--rule" -> rules.addAll(List.of(value.split(",")));
				default -> {
					if (!List.of("text", "json").contains(value)) {
						throw new UsageException(NLS.bind(Messages.unknown_value, new Object[] { option, value, "text, json" }));
					}
					json = value.equals("json");
				}
			}
		}

		private static ConfigurationForm form(String option, String value) throws UsageException {
			String known = Arrays.stream(ConfigurationForm.values()).map(ConfigurationForm::id).collect(Collectors.joining(", "));
			return ConfigurationForm.byId(value)
					.orElseThrow(() -> new UsageException(NLS.bind(Messages.unknown_value, new Object[] { option, value, known })));
		}

		private CommandLine toCommandLine() throws UsageException {
			if (files.isEmpty()) {
				throw new UsageException(Messages.no_file);
			}
			if (files.size() > 1 && command != Command.CHECK) {
				throw new UsageException(Messages.one_file);
			}
			if (command == Command.CONVERT && to.isEmpty()) {
				throw new UsageException(Messages.no_target);
			}
			if (flags.contains(Flag.IN_PLACE) && (output.isPresent() || files.contains("-"))) {
				throw new UsageException(Messages.in_place_alone);
			}
			return new CommandLine(command, from, to, output, List.copyOf(flags), List.copyOf(rules), json, List.copyOf(files));
		}
	}
}

package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process to run, bounded in time. Its environment is not the test's but only the search path and the given variables, in the C locale,
 * the way a fencer runs its agents.
 */
public final class Command {

	private static final Duration BOUND = Duration.ofSeconds(120);
	private static final Pattern IGNORED_SIGNALS = Pattern.compile("^SigIgn:\\s*([0-9a-f]+)$", Pattern.MULTILINE);
	private static final long INTERRUPT = 1L << 1;
	/** A background job of a shell ignores SIGINT, and hands that down to all that it starts; what a fencer runs does not. */
	private static final List<String> WITH_SIGINT = isInterruptIgnored() ? List.of("env", "--default-signal=INT") : List.of();

	private final List<String> words;
	private final Map<String, String> environment = new LinkedHashMap<>();
	private String input = "";

	private static boolean isInterruptIgnored() {
		try {
			Matcher matcher = IGNORED_SIGNALS.matcher(Files.readString(Path.of("/proc/self/status")));
			return matcher.find() && (Long.parseUnsignedLong(matcher.group(1), 16) & INTERRUPT) != 0;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A command that is found on the search path unless its first word is a path. */
	public Command(String... words) {
		this.words = new ArrayList<>(WITH_SIGINT);
		this.words.addAll(List.of(words));
		environment.put("LC_ALL", "C");
		inherit("PATH");
		inherit("JAVA_HOME");
		inherit("HOME");
	}

	/** {@return this command with a further argument} */
	public Command argument(String argument) {
		words.add(argument);
		return this;
	}

	/** {@return this command with the variable set} */
	public Command environment(String name, String value) {
		environment.put(name, value);
		return this;
	}

	/** {@return this command with a variable of the test's own environment, if it is set there} */
	public Command inherit(String name) {
		String value = System.getenv(name);
		if (value != null) {
			environment.put(name, value);
		}
		return this;
	}

	/** {@return this command with {@code text} on its standard input, which is empty otherwise} */
	public Command input(String text) {
		input = text;
		return this;
	}

	/**
	 * Runs the command to its end.
	 *
	 * @throws AssertionError when it does not end by itself
	 */
	public Outcome run() {
		return run(BOUND);
	}

	/**
	 * Runs the command to its end.
	 *
	 * @param bound how long it may take
	 * @throws AssertionError when it does not end by then
	 */
	public Outcome run(Duration bound) {
		try (Running running = start()) {
			return running.await(bound);
		}
	}

	/** Starts the command. */
	public Running start() {
		try {
			Path folder = Files.createTempDirectory("palisade-command");
			Path in = Files.writeString(folder.resolve("in"), input, StandardCharsets.UTF_8);
			Path out = folder.resolve("out");
			Path err = folder.resolve("err");
			ProcessBuilder builder = new ProcessBuilder(words);
			builder.environment().clear();
			builder.environment().putAll(environment);
			builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
			return new Running(builder.start(), folder, out, err);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

package org.palisade.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fuzzes one class in a process of its own, which has 256 MiB of heap: whatever needs more is a finding, and so is what takes longer than
 * {@value #LONGEST_INPUT_SECONDS} seconds for one input.
 */
final class Campaign {

	/** Many times what the slowest input takes, for machines that have other work. */
	private static final int LONGEST_INPUT_SECONDS = 25;
	/** To start, to run the seeds and to report. */
	private static final int ALLOWANCE_SECONDS = 120;
	private static final int LONGEST_INPUT_BYTES = 32768;
	/** How Jazzer and libFuzzer begin the line that says what broke. */
	private static final Pattern FINDING = Pattern.compile("^(?:== Java Exception: |==\\d+== ERROR: )(.*)$", Pattern.MULTILINE);
	private static final Pattern PROGRESS = Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+) ft: (\\d+)");

	private final Path module;
	private final Path work;
	private final OptionalInt seed;

	/**
	 * What came of it.
	 *
	 * @param exitCode 0 when nothing was found
	 * @param inputs how many inputs were tried
	 * @param edgesOfSeeds how many edges of the code the seeds reach
	 * @param edges how many edges were reached in the end
	 * @param log everything that was said
	 */
	record Result(int exitCode, long inputs, int edgesOfSeeds, int edges, String log) {

		/** {@return whether some input broke a property, crashed, hung, or took too much memory} */
		boolean found() {
			return exitCode != 0;
		}

		/** {@return in a line what was found, or how the process ended where it did not say} */
		String finding() {
			Matcher line = FINDING.matcher(log);
			return line.find() ? line.group(1) : "exit code " + exitCode;
		}

		private static Result of(int exitCode, String log) {
			long inputs = 0;
			int first = 0;
			int last = 0;
			Matcher progress = PROGRESS.matcher(log);
			while (progress.find()) {
				inputs = Long.parseLong(progress.group(1));
				last = Integer.parseInt(progress.group(2));
				first = first == 0 ? last : first;
			}
			return new Result(exitCode, inputs, first, last, log);
		}

		@Override
		public String toString() {
			return inputs + " inputs, edges " + edgesOfSeeds + " -> " + edges + (found() ? ", FOUND " + finding() : "");
		}
	}

	/**
	 * @param module the folder of this module, built
	 * @param name of the folder for what is found, in that of the build
	 * @param seed for which the same inputs are tried in the same order, as far as the code that they reach does the same each time; a random one if empty
	 */
	Campaign(Path module, String name, OptionalInt seed) {
		this.module = module;
		this.work = module.resolve("target/fuzz").resolve(name);
		this.seed = seed;
	}

	/** {@return where inputs that broke something are left} */
	Path folder() {
		return work;
	}

	/** {@return what fuzzing a target for so long brought} What is found new is kept for the next run in the build's folder. */
	Result run(Target target, long seconds) throws IOException, InterruptedException {
		Path seeds = work.resolve("seeds");
		Seeds.write(target, module, seeds);
		return run(target.type(), target.dictionary(module), List.of(seeds), seconds);
	}

	Result run(Class<?> type, Path dictionary, List<Path> seeds, long seconds) throws IOException, InterruptedException {
		Path found = Files.createDirectories(work.resolve("corpus"));
		Path log = work.resolve("log.txt");
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:-OmitStackTraceInFastThrow", "-Djava.io.tmpdir=" + Files.createDirectories(work.resolve("tmp")), "-cp",
				module.resolve("target/classes") + ":" + Files.readString(module.resolve("target/class-path.txt")).strip(),
				"com.code_intelligence.jazzer.Jazzer", "--target_class=" + type.getName(), "--instrumentation_includes=org.palisade.**:com.google.gson.**",
				// That a user names a file of his own is no traversal, and that Pacemaker takes a regular expression for nodes is no injection.
				"--disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal:com.code_intelligence.jazzer.sanitizers.RegexInjection",
				"--reproducer_path=" + work, "-artifact_prefix=" + work + "/",
				"-dict=" + dictionary, "-max_total_time=" + seconds, "-timeout=" + LONGEST_INPUT_SECONDS, "-max_len=" + LONGEST_INPUT_BYTES,
				"-use_value_profile=1", "-print_final_stats=1", found.toString()));
		seed.ifPresent(number -> command.add("-seed=" + number));
		seeds.forEach(folder -> command.add(folder.toString()));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		try {
			boolean ended = process.waitFor(seconds + ALLOWANCE_SECONDS, TimeUnit.SECONDS);
			return Result.of(ended ? process.exitValue() : -1, Files.readString(log));
		} finally {
			process.destroyForcibly();
		}
	}

	/**
	 * Fuzzes what the arguments name, one after the other, or everything, with random seeds.
	 *
	 * @param arguments the folder of this module, seconds for each target, and names of targets
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path module = Path.of(arguments[0]).toRealPath();
		long seconds = Long.parseLong(arguments[1]);
		List<String> wanted = List.of(arguments).subList(2, arguments.length);
		List<String> known = new ArrayList<>();
		List<String> broken = new ArrayList<>();
		for (Target target : Target.values()) {
			known.add(target.id());
			if (wanted.isEmpty() || wanted.contains(target.id())) {
				Campaign campaign = new Campaign(module, target.id(), OptionalInt.empty());
				Result result = campaign.run(target, seconds);
				System.out.println(target.id() + ": " + result + "; " + campaign.folder().resolve("log.txt"));
				broken.addAll(result.found() ? List.of(target.id()) : List.of());
			}
		}
		if (!known.containsAll(wanted)) {
			throw new IllegalArgumentException("the targets are " + known);
		}
		if (!broken.isEmpty()) {
			throw new IllegalStateException("something was found by " + broken);
		}
	}
}

package org.palisade.backend.vmrun.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;

/**
 * A stand-in for the vmrun command, as vmrun itself cannot be had: a shell script in a folder of the test, and the files by which the test
 * sets what it does and learns what it was told.
 * <p>
 * All files that get executed are written before the test starts a process: a process that is forked while the script is open for writing
 * inherits it, and executing it then fails as "Text file busy".
 */
final class StandInVmrun {

	static final String USER = "fencing";
	static final String PASSWORD = "s3cret 'word\"";

	private final Path folder;

	StandInVmrun(Path folder) throws IOException {
		this.folder = folder;
		try (InputStream script = StandInVmrun.class.getResourceAsStream("vmrun-stand-in.sh")) {
			Files.copy(script, executable());
		}
		Files.setPosixFilePermissions(executable(), PosixFilePermissions.fromString("rwx------"));
		banner("vmrun version 2.0.0 build-122956");
		write("account", USER + ":" + PASSWORD);
		registered();
		running();
	}

	Path executable() {
		return folder.resolve("vmrun");
	}

	/** The version line above the usage text. */
	void banner(String line) throws IOException {
		write("banner", "\n" + line + "\n\nUsage: vmrun [AUTHENTICATION-FLAGS] COMMAND [PARAMETERS]\n");
	}

	void registered(String... paths) throws IOException {
		write("registered", text(paths));
	}

	void running(String... paths) throws IOException {
		write("running", text(paths));
	}

	/** A command prints a text of the test's and does nothing else. */
	void says(String command, String text, int exitCode) throws IOException {
		write("says." + command, text);
		write("exits." + command, Integer.toString(exitCode));
	}

	/** A power command succeeds, but its effect does not show until the test says so. */
	void isSlow() throws IOException {
		write("slow", "");
	}

	/**
	 * A command never ends of its own accord, nor does a process that it started.
	 *
	 * @return a pipe on which its process id arrives once it hangs, and which ends when none of these processes lives any more
	 */
	Path hangs(String command) throws IOException, InterruptedException {
		Path pipe = folder.resolve("pipe");
		new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
		write("hang." + command, "");
		return pipe;
	}

	/** {@return the argument lists of all calls, without those that asked for the version} */
	List<List<String>> calls() throws IOException {
		List<List<String>> calls = new ArrayList<>();
		List<String> call = new ArrayList<>();
		for (String line : Files.readAllLines(folder.resolve("calls"))) {
			if (!line.equals("---")) {
				call.add(line);
			} else if (!call.isEmpty()) {
				calls.add(call);
				call = new ArrayList<>();
			}
		}
		return calls;
	}

	/** {@return the words behind the log-in of all calls} */
	List<List<String>> commands() throws IOException {
		return calls().stream().map(call -> call.subList(call.indexOf("-T") + 2, call.size())).toList();
	}

	/** {@return the values of the options that reach this stand-in} */
	Map<String, Object> reach() {
		return Map.of(StandardOptions.IP, "vmhost.example.com", StandardOptions.USERNAME, USER, StandardOptions.PASSWORD, Secret.of(PASSWORD),
				StandardOptions.EXEC, executable().toString());
	}

	/** {@return options that reach this stand-in, with some replaced or added} */
	OptionValues options(Map<String, Object> others) {
		Map<String, Object> values = new TreeMap<>(reach());
		values.putAll(others);
		return new OptionValues(values, Set.copyOf(values.keySet()));
	}

	OptionValues options() {
		return options(Map.of());
	}

	/** {@return the lines of one of its files, none when it is not there} */
	List<String> lines(String file) throws IOException {
		Path path = folder.resolve(file);
		return Files.exists(path) ? Files.readAllLines(path) : List.of();
	}

	/** Takes the folder away with all that is in it. */
	void delete() throws IOException {
		try (Stream<Path> tree = Files.walk(folder)) {
			tree.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(folder.resolve(name), text);
	}

	private static String text(String... paths) {
		return paths.length == 0 ? "" : String.join("\n", paths) + "\n";
	}
}

package org.palisade.acceptance.support;

import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the agent that the build installed, made with {@code cp -r} as an administrator would. */
public final class InstalledAgent {

	private final Path folder;

	private InstalledAgent(Path folder) {
		this.folder = folder;
	}

	/**
	 * Copies the agent.
	 *
	 * @param parent where to put the copy, whose name has a blank
	 */
	public static InstalledAgent copyInto(Path parent) {
		Path built = Path.of(System.getProperty("palisade.agent"));
		if (!Files.isExecutable(built.resolve("bin/fence_vmware"))) {
			throw new AssertionError("There is no " + built + "/bin/fence_vmware: build org.palisade.agent.product first");
		}
		Path copy = parent.resolve("copied agent");
		new Command("cp", "-r", built.toString(), copy.toString()).run().require();
		return new InstalledAgent(copy);
	}

	/** {@return a copy of this copy, times and all, in a folder of that name} */
	public InstalledAgent copyWithTimes(Path copy) {
		new Command("cp", "-a", folder.toString(), copy.toString()).run().require();
		return new InstalledAgent(copy);
	}

	/**
	 * Gives this copy a client of the resident agent that waits long for it, for tests on a machine that has other things to do, and
	 * that finds its own errors of memory where the compiler can build such a one.
	 */
	public InstalledAgent withPatientClient() {
		Command compile = new Command("cc", "-std=c11", "-g", "-O1", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror", "-DACCEPT_MS=20000",
				"-o", folder.resolve("lib/palisade-client").toString(), System.getProperty("palisade.client.source"));
		if (RealPart.SANITIZERS.isPresent()) {
			compile.argument("-fsanitize=address,undefined").argument("-fno-sanitize-recover=all");
		}
		compile.run().require();
		return this;
	}

	/** {@return the folder of the copy} */
	public Path folder() {
		return folder;
	}

	/** {@return the folder for third-party bundles} */
	public Path plugins() {
		return folder.resolve("plugins.d");
	}

	/** {@return a command that runs the agent with these arguments} */
	public Command command(String... arguments) {
		Command command = new Command(folder.resolve("bin/fence_vmware").toString()).environment("XDG_CACHE_HOME", folder.resolve("cache").toString());
		for (String argument : arguments) {
			command.argument(argument);
		}
		return command;
	}

	/** {@return the outcome of a run with these options on standard input, the way a fencer does it} */
	public Outcome run(Request request) {
		return command().input(request.lines()).run();
	}

	/** {@return the outcome of a run with these options on the command line, the way an administrator does it} */
	public Outcome runWithArguments(Request request) {
		return request.onCommandLine(command()).run();
	}

	/** {@return a run with these options on standard input, under way} */
	public Running start(Request request) {
		return command().input(request.lines()).start();
	}
}

package org.palisade.launcher.internal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.palisade.launcher.Application.Invocation;

/**
 * The process's entry. System properties, set by the scripts in {@code bin}: {@value #HOME}, {@value #APPLICATION} and {@value #COMMAND}, and
 * {@value #STATE} where there is one.
 */
public final class Main {

	/** System property: the installation's folder. */
	static final String HOME = "palisade.home";
	/** System property: the name of the application to run. */
	static final String APPLICATION = "palisade.application";
	/** System property: the name under which the user called it. */
	static final String COMMAND = "palisade.command";

	/** System property: the folder with the state of a framework that has the bundles of the application, made by {@link KeepState}. */
	static final String STATE = "palisade.state";

	/** The application that is for people. The others are for programs, which look for English words in what they are told. */
	private static final String FOR_PEOPLE = "palisade-config";

	private Main() {
	}

	/**
	 * Runs an application and ends the process with its exit code, or with 1 when it could not be run.
	 *
	 * @param arguments the application's
	 */
	public static void main(String[] arguments) {
		// Fencers call it without arguments, mostly to have a server asked something.
		PlatformWarmUp.start(arguments.length == 0);
		// UTF-8 whatever the locale: a fencer's is mostly C, and a machine's name must not come out as question marks.
		PrintStream out = stream(FileDescriptor.out);
		PrintStream err = stream(FileDescriptor.err);
		// Callers parse standard output. Only the application writes there, not a library that prints.
		System.setOut(err);
		System.setErr(err);
		String application = System.getProperty(APPLICATION);
		if (!FOR_PEOPLE.equals(application)) {
			// Pacemaker tells by "timed out" what a failure was, whatever the language of who started it.
			Locale.setDefault(Locale.ENGLISH);
		}
		var invocation = new Invocation(System.getProperty(COMMAND, application), List.of(arguments), System.in, out, err);
		var run = new Run(home(), state(), application, invocation);
		Runtime.getRuntime().addShutdownHook(new Thread(run::terminate, "Termination"));
		int exitCode = Run.FAILED;
		try {
			exitCode = run.run();
		} finally {
			out.flush();
			err.flush();
			// Not exit(): a thread or shutdown hook of some library must not hold up the answer.
			Runtime.getRuntime().halt(exitCode);
		}
	}

	static Path home() {
		return Path.of(System.getProperty(HOME)).toAbsolutePath().normalize();
	}

	static Optional<FrameworkState> state() {
		return Optional.ofNullable(System.getProperty(STATE)).map(folder -> new FrameworkState(Path.of(folder), classPath()));
	}

	static String classPath() {
		return System.getProperty("java.class.path");
	}

	private static PrintStream stream(FileDescriptor descriptor) {
		boolean flushEachLine = descriptor == FileDescriptor.err;
		return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), flushEachLine, StandardCharsets.UTF_8);
	}
}

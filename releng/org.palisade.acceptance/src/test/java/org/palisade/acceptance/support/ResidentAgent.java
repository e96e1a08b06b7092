package org.palisade.acceptance.support;

import java.nio.file.Path;
import java.time.Duration;

/** A running {@code palisade-resident} of an installed agent. */
public final class ResidentAgent implements AutoCloseable {

	private final InstalledAgent agent;
	private final Path socket;
	private final Running process;

	private ResidentAgent(InstalledAgent agent, Path socket, Running process) {
		this.agent = agent;
		this.socket = socket;
		this.process = process;
	}

	/**
	 * Starts one and waits until it listens.
	 *
	 * @param socket where to listen
	 * @param options further ones
	 */
	public static ResidentAgent start(InstalledAgent agent, Path socket, String... options) {
		// What it holds is counted in some tests.
		Running process = command(agent, socket, options).environment("PALISADE_JAVA_OPTIONS", Holdings.COLLECTED_WHOLE).start();
		Await.until("the resident agent", Duration.ofSeconds(60), () -> isReady(process));
		return new ResidentAgent(agent, socket, process);
	}

	/** {@return the command that starts one} */
	public static Command command(InstalledAgent agent, Path socket, String... options) {
		Command command = new Command(agent.folder().resolve("bin/palisade-resident").toString(), "--socket", socket.toString());
		for (String option : options) {
			command.argument(option);
		}
		return command;
	}

	private static boolean isReady(Running process) {
		if (!process.isAlive()) {
			throw new AssertionError("palisade-resident ended: " + process.outSoFar() + process.errSoFar());
		}
		return process.outSoFar().contains(": ready, ");
	}

	/** {@return the process} */
	public Running process() {
		return process;
	}

	/** {@return a command that runs the agent, which asks this resident} */
	public Command command(String... arguments) {
		return agent.command(arguments).environment("PALISADE_SOCKET", socket.toString());
	}

	/** {@return the outcome of a request} */
	public Outcome run(Request request) {
		return command().input(request.lines()).run();
	}

	/** {@return a request under way} */
	public Running start(Request request) {
		return command().input(request.lines()).start();
	}

	/** Sends SIGTERM and waits for the end. */
	public Outcome terminate() {
		process.terminate();
		return process.await(Duration.ofSeconds(20));
	}

	@Override
	public void close() {
		process.close();
	}
}

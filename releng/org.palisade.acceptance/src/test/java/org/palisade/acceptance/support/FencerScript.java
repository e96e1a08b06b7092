package org.palisade.acceptance.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A script that had the real fencer of Pacemaker do things, in name spaces of its own, and what came of each of its steps. */
public final class FencerScript {

	/** Functions for all scripts. */
	private static final String LAB = "fenced-lab.sh";

	/** What a step printed and how it ended. */
	private record Step(String output, int exit) {
	}

	private final Map<String, Step> steps = new HashMap<>();

	private FencerScript() {
	}

	/**
	 * Runs a script, which must end well.
	 *
	 * @param name of the resource that holds it
	 * @param agents the folder that holds the agent under its names
	 * @param folder an empty folder
	 * @param environment what the script needs to know beside that
	 */
	public static FencerScript run(String name, Path agents, Path folder, Server server, Map<String, String> environment) throws IOException {
		copy(LAB, folder);
		Command command = new Command("unshare", "-m", "-p", "--fork", "--mount-proc", "--kill-child", "/bin/sh", copy(name, folder).toString())
				.environment("WORK", Files.createDirectory(folder.resolve("work")).toString()).environment("AGENTS", agents.toString())
				.environment("FENCED", RealPart.fenced().orElseThrow().toString()).environment("PORT", Integer.toString(server.port()))
				.environment("USERNAME", server.username()).environment("PASSWORD", server.password());
		environment.forEach(command::environment);
		Outcome outcome = command.run(Duration.ofMinutes(8));
		assertEquals(0, outcome.exit(), outcome::all);
		FencerScript script = new FencerScript();
		script.readSteps(outcome.out());
		return script;
	}

	private static Path copy(String name, Path folder) throws IOException {
		Path script = folder.resolve(name);
		try (InputStream in = FencerScript.class.getResourceAsStream("/" + name)) {
			Files.copy(in, script);
		}
		return script;
	}

	private void readSteps(String out) {
		String name = null;
		StringBuilder output = new StringBuilder();
		for (String line : out.lines().toList()) {
			if (line.startsWith("BEGIN ")) {
				name = line.substring("BEGIN ".length());
				output.setLength(0);
			} else if (name != null && line.startsWith("END " + name + " ")) {
				steps.put(name, new Step(output.toString(), Integer.parseInt(line.substring(("END " + name + " ").length()))));
				name = null;
			} else {
				output.append(line).append('\n');
			}
		}
	}

	/** {@return what the step of that name printed, which must have succeeded} */
	public String succeeded(String name) {
		Step step = step(name);
		assertEquals(0, step.exit(), () -> name + ":\n" + step.output() + log());
		return step.output();
	}

	/** Requires that the step of that name failed. */
	public void failed(String name) {
		Step step = step(name);
		assertNotEquals(0, step.exit(), () -> name + ":\n" + step.output() + log());
	}

	/** {@return what the fencer wrote} */
	public String log() {
		return step("log").output();
	}

	private Step step(String name) {
		Step step = steps.get(name);
		assertNotNull(step, () -> "no step \"" + name + "\" in " + steps.keySet());
		return step;
	}
}

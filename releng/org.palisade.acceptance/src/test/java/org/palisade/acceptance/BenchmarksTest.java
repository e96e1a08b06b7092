package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.Lab;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;

/** The command that measures: whether it works, not what it finds, which is another on each machine. */
class BenchmarksTest {

	private static final Path COMMAND = Path.of(System.getProperty("palisade.benchmarks"), "run");

	@TempDir
	Path folder;

	private Outcome measure(String only, String... more) {
		Command command = new Command(COMMAND.toString(), "--sizes", "10", "--repetitions", "1", "--only", only, "--govc",
				Lab.command("govc").toString(), "--work", folder.resolve("work").toString(), "--report", folder.resolve("report").toString());
		for (String argument : more) {
			command.argument(argument);
		}
		return command.run();
	}

	@Test
	@Needs(RealPart.GO)
	void everybodyDoesWhatIsMeasuredAndThePageTellsIt() throws IOException {
		assumeTrue(Files.isExecutable(Path.of("/usr/sbin/fence_vmware_rest")), "fence_vmware_rest is not installed (Debian: fence-agents)");

		measure("(plain-17|rest|soap|govc|curl)/(status|off|list)$").require();

		List<String> page = Files.readAllLines(folder.resolve("report/README.md"));
		for (String row : List.of("status, by name, warm | Palisade, one-shot, Java 17, no archive", "off | fence_vmware_rest",
				"status, by name, warm | fence_vmware_soap, restricted WSDL", "off | govc", "off | raw SOAP by curl")) {
			assertTrue(page.stream().anyMatch(line -> line.startsWith("| " + row)), row + "\n" + String.join("\n", page));
		}
		assertTrue(page.contains("Every run did what it was asked to do."), () -> String.join("\n", page));
		assertTrue(Files.readString(folder.resolve("report/off-wall-10.svg")).endsWith("</svg>\n"));
	}

	@Test
	@Needs(RealPart.GO)
	void goesOnWhereItStopped() throws IOException {
		measure("curl/status$").require();
		List<String> before = Files.readAllLines(folder.resolve("work/runs.jsonl"));

		measure("curl/status$").require();
		assertEquals(before, Files.readAllLines(folder.resolve("work/runs.jsonl")));
		measure("curl/status$", "--repetitions", "2").require();
		assertEquals(before.size() + 1, Files.readAllLines(folder.resolve("work/runs.jsonl")).size());
	}

	@Test
	void namesTheWrongOption() {
		for (List<String> wrong : List.of(List.of("--sizes", "7"), List.of("--repetitions", "0"), List.of("--only", "("))) {
			Outcome outcome = new Command(COMMAND.toString(), wrong.get(0), wrong.get(1)).run();

			assertFalse(outcome.exit() == 0, outcome::all);
			assertTrue(outcome.err().contains(wrong.get(0)), outcome::all);
		}
	}
}

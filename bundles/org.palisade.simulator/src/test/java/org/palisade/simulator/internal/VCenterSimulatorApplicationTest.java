package org.palisade.simulator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.palisade.launcher.Application;

class VCenterSimulatorApplicationTest {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private int run(String... arguments) {
		return new VCenterSimulatorApplication().run(new Application.Invocation("vcenter-simulator", List.of(arguments),
				new ByteArrayInputStream(new byte[0]), new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8)));
	}

	@Test
	void saysWhereItListensAndEndsWithItsStandardInput() {
		assertEquals(0, run("--vms", "7", "--until-stdin-closes"));
		String[] lines = out.toString(StandardCharsets.UTF_8).split(System.lineSeparator());
		assertEquals(3, lines.length);
		assertTrue(lines[0].matches("vcenter-simulator: listening on https://127\\.0\\.0\\.1:\\d+/sdk"), lines[0]);
		assertTrue(lines[1].matches("vcenter-simulator: control on http://127\\.0\\.0\\.1:\\d+/"), lines[1]);
		assertEquals("vcenter-simulator: ready, 7 virtual machines", lines[2]);
	}

	@Test
	void endsWhenItIsStopped() {
		VCenterSimulatorApplication application = new VCenterSimulatorApplication();
		application.stop();
		assertEquals(0, application.run(new Application.Invocation("vcenter-simulator", List.of("--vms", "1"),
				new ByteArrayInputStream(new byte[0]), new PrintStream(out), new PrintStream(err))));
	}

	@Test
	void namesTheWrongOption() {
		for (String[] wrong : new String[][] { { "--nonsense" }, { "--vms", "many" }, { "--vms", "-1" }, { "--vms" },
				{ "--listen", "localhost" }, { "--certificate", "green" }, { "--datacenters", "0" } }) {
			err.reset();
			assertEquals(1, run(wrong), wrong[0]);
			assertTrue(err.toString(StandardCharsets.UTF_8).startsWith(wrong[0] + ":"), err.toString(StandardCharsets.UTF_8));
		}
		assertEquals("", out.toString(StandardCharsets.UTF_8));
	}

	@Test
	void explainsItself() {
		assertEquals(0, run("--help"));
		assertTrue(out.toString(StandardCharsets.UTF_8).contains("--task-duration MS"));
	}
}

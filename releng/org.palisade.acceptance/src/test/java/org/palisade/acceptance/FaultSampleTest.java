package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.VcenterSimulator;

/** A thin sample of the fault matrix, whose every cell the back ends' own tests carry out, through the installed agent. */
class FaultSampleTest {

	private static final String NAME = "node00002";

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		vcenter = VcenterSimulator.start(agent, "--vms", "4", "--datacenters", "1");
	}

	@AfterAll
	static void stop() {
		if (vcenter != null) {
			vcenter.close();
		}
	}

	@BeforeEach
	void itRuns() {
		if (!vcenter.machine(NAME, "powerState").equals("poweredOn")) {
			vcenter.post("/vm", "name", NAME, "power", "on");
		}
	}

	@AfterEach
	void noSessionIsLeft() {
		vcenter.withdrawOrders();
		assertEquals(0, vcenter.truth("sessionsOpen"));
	}

	@ParameterizedTest
	@CsvSource({ "RetrievePropertiesEx, half, ''", "RetrievePropertiesEx, hang, ''", "RetrievePropertiesEx, malformed, ''", "RetrievePropertiesEx, truncated, ''",
			"RetrievePropertiesEx, wrongTypes, ''", "RetrievePropertiesEx, httpStatus, 503", "Login, soapFault, InvalidLogin", "Login, httpStatus, 400",
			"PowerOffVM_Task, soapFault, FaultOfTheFuture", "PowerOffVM_Task, taskError, InvalidState", "WaitForUpdatesEx, drip, 10",
			"WaitForUpdatesEx, soapFault, NotAuthenticated" })
	void whatGoesWrongIsAFailureUnlessTheMachineIsOff(String method, String kind, String parameter) {
		vcenter.post("/fault", "method", method, "nth", "1", "kind", kind, "parameter", parameter);
		long before = vcenter.requests(method);

		Outcome outcome = agent.run(request());

		assertTrue(vcenter.requests(method) > before, () -> method + " was never called: " + outcome.all());
		Check.isForHumans(outcome);
		if (outcome.exit() == 0) {
			assertEquals("poweredOff", vcenter.machine(NAME, "powerState"), outcome::all);
		} else {
			Check.failed(outcome);
		}
		Check.keepsSecret(vcenter.password(), outcome);
	}

	/** The resolver reads the file of host names from a pipe to which nobody writes, in a mount name space of its own: it waits for good. */
	@Test
	@Needs(RealPart.NAME_SPACES)
	void aResolverThatHangsIsATimeout() {
		Path pipe = temporary.resolve("hosts");
		new Command("mkfifo", pipe.toString()).run().require();
		Path program = agent.folder().resolve("bin/fence_vmware");

		Outcome outcome = new Command("unshare", "-m", "sh", "-c", "mount --bind \"$0\" /etc/hosts && exec \"$1\"", pipe.toString(), program.toString())
				.input(request().with("ip", "vcenter.example.com").lines()).run();

		Check.failed(outcome, "timed out", "vcenter.example.com");
		Check.isForHumans(outcome);
		assertEquals("poweredOn", vcenter.machine(NAME, "powerState"), outcome::all);
	}

	private static Request request() {
		return Request.to(vcenter).plug(NAME).with("login_timeout", "3").with("shell_timeout", "3").with("power_timeout", "3").action("off");
	}
}

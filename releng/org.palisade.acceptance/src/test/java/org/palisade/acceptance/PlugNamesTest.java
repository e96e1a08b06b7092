package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.Govc;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.VcSim;

/** Which machine is meant. Every test that fences checks that it was that machine and no other. */
@Needs(RealPart.GO)
class PlugNamesTest {

	private static final String PATH = "/DC0/vm/DC0_C0_RP0_VM0";

	/** Same name in both datacenters. */
	private static final String TWIN = "twin";
	private static final String FIRST_TWIN = "/DC0/vm/" + TWIN;
	private static final String SECOND_TWIN = "/DC1/vm/" + TWIN;

	private static final String TEMPLATE = "/DC1/vm/DC1_C0_RP0_VM3";

	/** Renamed by the tests of odd names; always addressed by its reference. */
	private static String renamed;

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcSim vcsim;
	private static Govc govc;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		vcsim = VcSim.start("-dc", "2", "-cluster", "1", "-host", "2", "-vm", "4");
		govc = vcsim.govc();
		govc.run("object.rename", "/DC0/vm/DC0_H0_VM0", TWIN);
		govc.run("object.rename", "/DC1/vm/DC1_H0_VM0", TWIN);
		govc.power(TEMPLATE, false);
		govc.run("vm.markastemplate", TEMPLATE);
		renamed = govc.reference("/DC0/vm/DC0_H0_VM1");
	}

	@AfterAll
	static void stop() {
		if (vcsim != null) {
			vcsim.close();
		}
	}

	@BeforeEach
	void everythingRuns() {
		for (String machine : machinesThatAreOff()) {
			govc.power(machine, true);
		}
	}

	@AfterEach
	void everySessionWasClosed() {
		assertEquals(List.of(), govc.foreignSessions());
	}

	@Test
	void byName() {
		fences("DC0_C0_RP0_VM0", govc.reference(PATH));
	}

	@Test
	void byInventoryPath() {
		fences(PATH, govc.reference(PATH));
	}

	@Test
	void byInventoryPathWhereTheNameAloneIsAmbiguous() {
		fences(SECOND_TWIN, govc.reference(SECOND_TWIN));
	}

	@Test
	void byBiosUuid() {
		fences(govc.run("collect", "-s", PATH, "config.uuid"), govc.reference(PATH));
	}

	@Test
	void byBiosUuidInCapitals() {
		fences(govc.run("collect", "-s", PATH, "config.uuid").toUpperCase(), govc.reference(PATH));
	}

	@Test
	void byInstanceUuid() {
		fences(govc.run("collect", "-s", PATH, "config.instanceUuid"), govc.reference(PATH));
	}

	@Test
	void byManagedObjectReference() {
		fences(govc.reference(PATH).substring("VirtualMachine:".length()), govc.reference(PATH));
	}

	@Test
	void theUuidMayComeUnderItsOldOption() {
		String uuid = govc.run("collect", "-s", PATH, "config.uuid");

		Check.quietlySucceeded(agent.run(Request.to(vcsim).with("uuid", uuid).action("off")), "Success: Powered OFF");
		assertEquals(List.of(govc.reference(PATH)), machinesThatAreOff());
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody", "DC0_C0_RP0_VM", "dc0_c0_rp0_vm0", "DC0_C0_RP0_VM*", "/DC0/vm/nobody", "vm-4711", "/DC0/vm", "DC0", "group-v3",
			"00000000-0000-0000-0000-000000000000" })
	void whatIsNoMachinesNameIsRefused(String plug) {
		Outcome outcome = agent.run(Request.to(vcsim).plug(plug).action("off"));

		Check.failed(outcome, plug);
		Check.isForHumans(outcome);
		assertEquals(List.of(), machinesThatAreOff());
	}

	@ParameterizedTest
	@ValueSource(strings = { "off", "on", "reboot", "status" })
	void aNameInTwoDatacentersIsRefusedWithBothPaths(String action) {
		if (action.equals("on")) {
			govc.power(FIRST_TWIN, false);
			govc.power(SECOND_TWIN, false);
		}
		List<String> before = machinesThatAreOff();

		Outcome outcome = agent.run(Request.to(vcsim).plug(TWIN).action(action));

		Check.failed(outcome, FIRST_TWIN, SECOND_TWIN, "vmware_datacenter");
		assertEquals(before, machinesThatAreOff());
	}

	@ParameterizedTest
	@CsvSource({ "DC0," + FIRST_TWIN, "DC1," + SECOND_TWIN })
	void theDatacenterTellsThemApart(String datacenter, String path) {
		Request request = Request.to(vcsim).plug(TWIN).with("vmware_datacenter", datacenter);

		Check.quietlySucceeded(agent.run(request.action("off")), "Success: Powered OFF");
		assertEquals(List.of(govc.reference(path)), machinesThatAreOff());
		Check.statusIsOff(agent.run(request.action("status")));
	}

	@Test
	void theDatacentersLetterOnTheCommandLine() {
		Outcome outcome = agent.command("-a", "127.0.0.1:" + vcsim.port(), "-l", vcsim.username(), "-p", vcsim.password(), "--ssl-insecure", "-n", TWIN,
				"-s", "DC1", "-o", "off").run();

		Check.quietlySucceeded(outcome, "Success: Powered OFF");
		assertEquals(List.of(govc.reference(SECOND_TWIN)), machinesThatAreOff());
	}

	@Test
	void aMachineInAnotherDatacenterIsNotFound() {
		Check.failed(agent.run(Request.to(vcsim).plug("DC0_C0_RP0_VM0").with("vmware_datacenter", "DC1").action("off")), "DC0_C0_RP0_VM0", "DC1");
		Check.failed(agent.run(Request.to(vcsim).plug("DC0_C0_RP0_VM0").with("vmware_datacenter", "DC9").action("off")), "DC9");
		assertEquals(List.of(), machinesThatAreOff());
	}

	@Test
	void machinesThatShareABiosUuidAreRefused() {
		String uuid = "4139c345-7186-4924-a842-36b69a24159b";
		govc.run("vm.change", "-vm", "/DC0/vm/DC0_C0_RP0_VM1", "-uuid", uuid);
		govc.run("vm.change", "-vm", "/DC1/vm/DC1_C0_RP0_VM1", "-uuid", uuid);

		Check.failed(agent.run(Request.to(vcsim).plug(uuid).action("off")), "/DC0/vm/DC0_C0_RP0_VM1", "/DC1/vm/DC1_C0_RP0_VM1");
		assertEquals(List.of(), machinesThatAreOff());
	}

	@ParameterizedTest
	@ValueSource(strings = { "off", "on", "reboot" })
	void aTemplateIsNeverFenced(String action) {
		List<String> tasks = govc.tasks(TEMPLATE);

		Check.failed(agent.run(Request.to(vcsim).plug("DC1_C0_RP0_VM3").action(action)), "template");
		Check.failed(agent.run(Request.to(vcsim).plug(TEMPLATE).action(action)), "template");
		assertEquals(tasks, govc.tasks(TEMPLATE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "node 1", "a&b <c> \"d\"", "knoten-ä-節点", "50% of it", "x=y", "[brackets] (round)", "#hash", "comma,comma", "it's" })
	void oddNamesFromStandardInput(String name) {
		govc.rename(renamed, name);
		fences(name, renamed);
	}

	/** Clients of vCenter write a slash, a backslash and a percent sign of a name in this way, and it is what the server hands out. */
	@ParameterizedTest
	@CsvSource({ "a/b, a%2fb", "a\\b, a%5cb", "100%, 100%25", "a/b 100% &, a%2fb 100%25 &" })
	void escapedNamesAreMeantInEitherForm(String shown, String stored) {
		govc.rename(renamed, stored);
		fences(shown, renamed);
		govc.power(renamed, true);
		fences(stored, renamed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "C", "C.UTF-8" })
	void oddNamesFromTheCommandLine(String locale) throws IOException {
		String name = "knoten ä 節点";
		govc.rename(renamed, name);
		// By way of a script: this test's own locale must not decide about the bytes that the agent gets.
		Path script = Files.writeString(temporary.resolve("odd-name.sh"), "exec \"$AGENT\" -a 127.0.0.1:" + vcsim.port()
				+ " -l fencing -S \"$PASSWORD_SCRIPT\" --ssl-insecure -o off -n '" + name + "'\n");
		Path passwordScript = passwordScript();

		Outcome outcome = new Command("/bin/sh", script.toString()).environment("LC_ALL", locale)
				.environment("AGENT", agent.folder().resolve("bin/fence_vmware").toString())
				.environment("PASSWORD_SCRIPT", passwordScript.toString()).run();

		Check.quietlySucceeded(outcome, "Success: Powered OFF");
		assertEquals(List.of(renamed), machinesThatAreOff());
	}

	private static Path passwordScript() throws IOException {
		Path script = Files.writeString(temporary.resolve("password.sh"), "#!/bin/sh\ncat <<'END'\n" + vcsim.password() + "\nEND\n");
		assertTrue(script.toFile().setExecutable(true));
		return script;
	}

	private static void fences(String plug, String reference) {
		Check.quietlySucceeded(agent.run(Request.to(vcsim).plug(plug).action("off")), "Success: Powered OFF");
		assertEquals(List.of(reference), machinesThatAreOff());
	}

	private static List<String> machinesThatAreOff() {
		return govc.run("find", "-i", "/", "-type", "m", "-runtime.powerState", "poweredOff", "-config.template", "false").lines().toList();
	}
}

package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.VcenterSimulator;
import org.palisade.acceptance.support.VmrunStandIn;

/**
 * Ours beside the agents of ClusterLabs fence-agents that it replaces, each asked the same of the same live server: the same exit code, an equivalent
 * standard output, and the same done to the machine. The SOAP and the REST agent talk to the simulated vCenter, {@code fence_vmware} to a stand-in for
 * vmrun; its other helper, for the VI API, is in no distribution.
 */
class LiveDifferencesTest {

	private static final Path SBIN = Path.of("/usr/sbin");
	private static final String SIMULATED_PLUG = "node00002";
	private static final List<String> NAMES = List.of("fence_vmware", "fence_vmware_soap", "fence_vmware_rest");

	@TempDir
	static Path temporary;

	private static Path ours;
	private static VcenterSimulator vcenter;
	private static VmrunStandIn vmrun;

	/** What is asked, and the state of the machine before. */
	private record Case(String name, boolean on, String action, Map<String, String> more, List<String> without) {

		Case(String name, boolean on, String action) {
			this(name, on, action, Map.of(), List.of());
		}

		Case with(String option, String value) {
			return new Case(name, on, action, Map.of(option, value), without);
		}

		Case without(String option) {
			return new Case(name, on, action, more, List.of(option));
		}

		@Override
		public String toString() {
			return name;
		}
	}

	/** What came of it. */
	private record Result(int exit, String out, boolean on) {
	}

	private static final List<Case> CASES = List.of(new Case("status of one that is on", true, "status"),
			new Case("status of one that is off", false, "status"), new Case("off", true, "off"), new Case("off again", false, "off"),
			new Case("on", false, "on"), new Case("on again", true, "on"), new Case("reboot", true, "reboot"),
			new Case("reboot of one that is off", false, "reboot"), new Case("the action in capitals", true, "OFF"),
			new Case("no action", true, "").without("action"), new Case("monitor", true, "monitor"),
			new Case("validate-all", true, "validate-all"), new Case("an unknown action", true, "bogus"),
			new Case("an action of fabric agents", true, "enable"), new Case("no plug", true, "off").without("plug"),
			new Case("no user name", true, "off").without("username"), new Case("no password", true, "off").without("password"),
			new Case("no address", true, "off").without("ip"), new Case("a wrong password", true, "off").with("password", "wrong-password"),
			new Case("monitor with a wrong password", true, "monitor").with("password", "wrong-password"),
			new Case("off of an unknown plug", true, "off").with("plug", "nobody"),
			new Case("status of an unknown plug", true, "status").with("plug", "nobody"),
			new Case("an unknown option", true, "status").with("no_such_option", "1"));

	/** Named in docs/compatibility.md. */
	private static final Case MISSING_AS_OFF = new Case("an unknown plug as off", true, "off", Map.of("plug", "nobody", "missing_as_off", "1"), List.of());
	private static final Case LIST = new Case("list", true, "list");

	@BeforeAll
	static void start() throws IOException {
		InstalledAgent agent = InstalledAgent.copyInto(temporary);
		ours = Files.createDirectory(temporary.resolve("agents"));
		new Command(agent.folder().resolve("bin/install-agents").toString(), "--all", "--directory", ours.toString()).run().require();
		vcenter = VcenterSimulator.start(agent, "--vms", "24", "--datacenters", "2");
		vmrun = VmrunStandIn.in(Files.createDirectory(temporary.resolve("vmrun")));
	}

	@AfterAll
	static void stop() {
		if (vcenter != null) {
			vcenter.close();
		}
	}

	static Stream<Arguments> invocations() {
		return NAMES.stream().flatMap(name -> CASES.stream().map(asked -> Arguments.of(name, asked)));
	}

	static List<String> names() {
		return NAMES;
	}

	private static Path theirs(String name) throws IOException {
		Path agent = SBIN.resolve(name);
		assumeTrue(Files.isExecutable(agent) && Files.readString(agent).contains("from fencing import"),
				name + " of fence-agents is not installed (Debian: fence-agents)");
		return agent;
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("invocations")
	void theSameIsDoneAndTold(String name, Case asked) throws IOException {
		assertEquals(ask(theirs(name), name, asked), ask(ours.resolve(name), name, asked));
	}

	@ParameterizedTest
	@MethodSource("names")
	void thePlugsOfTheirListAreInOursButForTemplates(String name) throws IOException {
		Result expected = ask(theirs(name), name, LIST);
		Result actual = ask(ours.resolve(name), name, LIST);

		String withoutTemplates = expected.out().lines().filter(plug -> !plug.startsWith("template-")).collect(Collectors.joining("\n"));
		assertEquals(new Result(0, withoutTemplates, true), expected.exit() == 0 ? actual : expected);
	}

	@ParameterizedTest
	@MethodSource("names")
	void theyDeclareMissingAsOffAndWeObeyIt(String name) throws IOException {
		assertEquals(new Result(1, "", true), ask(theirs(name), name, MISSING_AS_OFF));
		assertEquals(new Result(0, "Success: Already OFF\n", true), ask(ours.resolve(name), name, MISSING_AS_OFF));
	}

	private static Result ask(Path agent, String name, Case asked) throws IOException {
		boolean withVmrun = name.equals("fence_vmware");
		power(withVmrun, asked.on());
		Request request = (withVmrun ? vmrun.request() : Request.to(vcenter).with("ssl", "1").plug(SIMULATED_PLUG))
				.action(asked.action());
		for (Map.Entry<String, String> option : asked.more().entrySet()) {
			request = request.with(option.getKey(), option.getValue());
		}
		for (String option : asked.without()) {
			request = request.without(option);
		}
		Outcome outcome = new Command(agent.toString()).input(request.lines()).run();
		String out = asked.action().equals("list") ? names(outcome.out()) : outcome.out();
		return new Result(outcome.exit(), out, withVmrun ? vmrun.isOn() : vcenter.machine(SIMULATED_PLUG, "powerState").equals("poweredOn"));
	}

	private static void power(boolean withVmrun, boolean on) throws IOException {
		if (withVmrun) {
			vmrun.power(on);
		} else {
			vcenter.post("/vm", "name", SIMULATED_PLUG, "power", on ? "on" : "off");
		}
	}

	/** The order is nobody's promise, and neither is the second field. */
	private static String names(String list) {
		return String.join("\n", new TreeSet<>(list.lines().map(line -> line.substring(0, Math.max(0, line.lastIndexOf(',')))).toList()));
	}
}

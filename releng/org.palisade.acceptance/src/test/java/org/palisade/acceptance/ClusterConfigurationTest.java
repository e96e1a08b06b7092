package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.Pcs;
import org.palisade.acceptance.support.RealPart;

/** The installed palisade-config, judged by the tools whose forms it writes and reads. */
class ClusterConfigurationTest {

	/** Two ways for each node; values with blanks, quotes, a backslash and a dollar sign; not letters beyond ASCII, which crmsh 4.4 spoils. */
	private static final String CRMSH = """
			node 1: red1
			node 2: red2
			primitive ipmi1 stonith:fence_ipmilan \\
				params ip=10.1.9.1 username=admin password="pass word's" pcmk_host_list=red1 pcmk_delay_base=5s \\
				op monitor interval=300s
			primitive ipmi2 stonith:fence_ipmilan \\
				params ip=10.1.9.2 username=admin password="pa\\"ss$1" pcmk_host_list=red2 \\
				op monitor interval=300s
			primitive vc stonith:fence_vmware_soap \\
				params ip=vcenter.example.com username="DOMAIN\\\\fencing" password="bear;&<" pcmk_host_map="red1:red1-vm;red2:vm\\\\ two" ssl=1 \\
				meta target-role=Started \\
				op monitor interval=60s timeout=40s
			fencing_topology red1: ipmi1 vc red2: ipmi2 vc
			property stonith-enabled=true stonith-timeout=90s
			""";
	private static final String CLUSTER_CONF = """
			<?xml version="1.0"?>
			<cluster name="alpha" config_version="1">
			  <clusternodes>
			    <clusternode name="node1" nodeid="1"><fence><method name="1"><device name="vmware1" port="node1-vm"/></method></fence></clusternode>
			    <clusternode name="node2" nodeid="2"><fence><method name="1"><device name="vmware1" port="node2-vm"/></method></fence></clusternode>
			  </clusternodes>
			  <fencedevices>
			    <fencedevice name="vmware1" agent="fence_vmware" ipaddr="vcenter.example.com" login="fencing" passwd="s3cret&amp;x"/>
			  </fencedevices>
			</cluster>
			""";

	@TempDir
	static Path temporary;

	private static Path program;

	@TempDir
	Path folder;

	@BeforeAll
	static void install() {
		program = InstalledAgent.copyInto(temporary).folder().resolve("bin/palisade-config");
	}

	private static Command config(String... arguments) {
		Command command = new Command(program.toString()).environment("LC_ALL", "C.UTF-8");
		for (String argument : arguments) {
			command.argument(argument);
		}
		return command;
	}

	private static String convert(String text, String form) {
		return config("convert", "--to", form, "-").input(text).run().require();
	}

	/** {@return the lines of a configuration said in crmsh, in an order that does not matter} */
	private static TreeSet<String> facts(String text) {
		// By way of the CIB, because a text that is crmsh's already would stay as it is.
		String oneLineEach = convert(convert(text, "cib"), "crmsh").replace(" \\\n\t", "\n  ");
		TreeSet<String> facts = new TreeSet<>();
		String head = "";
		for (String line : oneLineEach.lines().toList()) {
			head = line.startsWith(" ") ? head : line;
			boolean options = line.startsWith("  params ");
			for (String part : options ? line.substring(9).split(" (?=[a-z_]+=)") : new String[] { line }) {
				facts.add(head + " | " + part.strip());
			}
		}
		return facts;
	}

	private Path emptyCib(String nodes) throws IOException {
		Path cib = folder.resolve("cib.xml");
		String empty = new Command("cibadmin", "--empty").run().require();
		return Files.writeString(cib, empty.replace("<nodes/>", "<nodes>" + nodes + "</nodes>"));
	}

	@ParameterizedTest
	@ValueSource(strings = { CRMSH, CLUSTER_CONF })
	@Needs(RealPart.CRM_VERIFY)
	void crmVerifyAcceptsTheCib(String source) throws IOException {
		Path cib = Files.writeString(folder.resolve("cib.xml"), convert(source, "cib"));
		Outcome outcome = new Command("crm_verify", "-V", "--xml-file", cib.toString()).run();
		// Without a status section the nodes are unclean and there is no quorum, which is all that it may complain of.
		List<String> complaints = outcome.err().lines().filter(line -> line.contains("error:") || line.contains("warning:"))
				.filter(line -> !line.contains("lack of quorum") && !line.contains("is unclean") && !line.contains("Unclean nodes")).toList();
		assertEquals(List.of(), complaints, outcome.all());
		new Command("xmllint", "--noout", cib.toString()).run().require();
	}

	@Test
	@Needs({ RealPart.CRM_VERIFY, RealPart.CRMSH })
	void crmshLoadsWhatIsWrittenForIt() throws IOException {
		for (String source : List.of(CRMSH, CLUSTER_CONF)) {
			Path cib = emptyCib("");
			Path text = Files.writeString(folder.resolve("text.crm"), convert(source, "crmsh"));
			new Command("crm", "-F", "configure", "load", "replace", text.toString()).environment("CIB_file", cib.toString())
					.environment("LC_ALL", "C.UTF-8").run().require();
			assertEquals(facts(source), facts(Files.readString(cib)));
		}
	}

	@Test
	@Needs({ RealPart.CRM_VERIFY, RealPart.CRMSH })
	void whatCrmshShowsIsRead() throws IOException {
		Path cib = emptyCib("");
		Path text = Files.writeString(folder.resolve("text.crm"), CRMSH);
		Command load = new Command("crm", "-F", "configure", "load", "replace", text.toString());
		load.environment("CIB_file", cib.toString()).environment("LC_ALL", "C.UTF-8").run().require();
		String shown = new Command("crm", "-F", "configure", "show").environment("CIB_file", cib.toString()).environment("LC_ALL", "C.UTF-8").run()
				.require();
		// crmsh masks passwords, which the check has to notice.
		Outcome check = config("check", "-").input(shown).run();
		assertEquals(1, check.exit(), check.all());
		assertEquals(3, check.out().lines().filter(line -> line.contains("[masked-password]")).count(), check.all());
		TreeSet<String> expected = facts(CRMSH);
		TreeSet<String> actual = facts(shown);
		expected.removeIf(fact -> fact.contains("password="));
		actual.removeIf(fact -> fact.contains("password="));
		assertEquals(expected, actual);
	}

	@Test
	@Needs({ RealPart.CRM_VERIFY, RealPart.PCS })
	void pcsCarriesOutTheCommandsAndItsOutputIsRead() throws IOException {
		Path cib = emptyCib("<node id=\"1\" uname=\"red1\"/><node id=\"2\" uname=\"red2\"/>");
		for (List<String> words : commands(convert(CRMSH, "pcs"))) {
			Command command = Pcs.on(cib);
			words.subList(1, words.size()).forEach(command::argument);
			// The agents themselves need not be installed.
			command.argument("--force").run().require();
		}
		assertEquals(facts(CRMSH), facts(Files.readString(cib)));

		String printed = Pcs.on(cib).argument("stonith").argument("config").run().require();
		assertEquals(printed, convert(Files.readString(cib), "pcs-config"));
		assertEquals(withoutNodesAndProperties(CRMSH), withoutNodesAndProperties(printed));
		String asCommands = Pcs.on(cib).argument("stonith").argument("config").argument("--output-format=cmd").run().require();
		TreeSet<String> devices = withoutNodesAndProperties(CRMSH);
		devices.removeIf(fact -> fact.startsWith("fencing_topology"));
		assertEquals(devices, withoutNodesAndProperties(asCommands));
	}

	private static TreeSet<String> withoutNodesAndProperties(String text) {
		TreeSet<String> facts = facts(text);
		facts.removeIf(fact -> fact.startsWith("node ") || fact.startsWith("property "));
		return facts;
	}

	/** {@return the words of each command, as a shell takes them apart} */
	private static List<List<String>> commands(String script) {
		List<List<String>> commands = new ArrayList<>();
		String told = new Command("sh", "-c", "pcs() { printf 'pcs\\0'; printf '%s\\0' \"$@\"; printf '\\n\\0'; }\n" + script).environment("LC_ALL", "C.UTF-8").run()
				.require();
		for (String command : told.split("\n\0")) {
			commands.add(List.of(command.split("\0", -1)).stream().filter(word -> !word.isEmpty()).toList());
		}
		assertTrue(commands.size() > 5, told);
		return commands;
	}

	@Test
	void theInstalledCommandKnowsTheOptionsOfTheInstalledBackEnds() {
		String conf = CLUSTER_CONF.replace("login=", "ssl_fingerprnt=\"AB\" api_path=\"/rest\" ssh_known_hosts=\"/k\" login=");
		Outcome outcome = config("check", "--explain", "-").input(conf).run();
		List<String> unknown = outcome.out().lines().filter(line -> line.contains("[unknown-option]")).toList();
		assertEquals(1, unknown.size(), outcome.all());
		assertTrue(unknown.get(0).contains("ssl_fingerprnt"), outcome.all());
		assertTrue(outcome.out().contains("fix: Rename ssl_fingerprnt to ssl_fingerprint"), outcome.all());
	}

	@Test
	void migratesInPlace() throws IOException {
		Path file = Files.writeString(folder.resolve("cluster.conf"),
				CLUSTER_CONF.replace("login=\"fencing\"", "login=\"root\" vmlogin=\"fencing\" vmpasswd=\"vm-s3cret\""));
		Outcome outcome = config("migrate", "--in-place", file.toString()).run();
		assertEquals(0, outcome.exit(), outcome.all());
		assertFalse((outcome.out() + outcome.err()).contains("s3cret"), outcome.all());
		assertTrue(Files.readString(file).contains("config_version=\"2\""));
		assertTrue(Files.readString(file).contains("login=\"fencing\" passwd=\"vm-s3cret\""), Files.readString(file));
		new Command("xmllint", "--noout", file.toString()).run().require();
	}

	@Test
	void theManualPageAndTheCompletionNameEveryOption() throws IOException {
		Path share = program.getParent().resolveSibling("share");
		String page = Files.readString(share.resolve("man/man8/palisade-config.8")).replace("\\-", "-");
		String completion = Files.readString(share.resolve("bash-completion/completions/palisade-config"));
		String help = config("--help").run().require();
		TreeSet<String> options = new TreeSet<>();
		Pattern.compile("--[a-z-]+").matcher(help).results().forEach(found -> options.add(found.group()));
		assertTrue(options.size() > 6, options::toString);
		options.forEach(option -> assertTrue(page.contains(option) && completion.contains(option), option));
	}
}

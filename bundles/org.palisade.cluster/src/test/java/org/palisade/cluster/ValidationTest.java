package org.palisade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.Severity;

/** Each rule where it has to speak, where it has to be silent, and what becomes of its fixes. */
class ValidationTest {

	/** A cluster with which nothing is wrong. */
	private static final String SOUND = """
			node 1: node1
			node 2: node2
			node 3: node3
			primitive ipmi1 stonith:fence_ipmilan params ip=10.0.9.1 username=a password_script=/p pcmk_host_list=node1 op monitor interval=60s
			primitive ipmi2 stonith:fence_ipmilan params ip=10.0.9.2 username=a password_script=/p pcmk_host_list=node2 op monitor interval=60s
			primitive ipmi3 stonith:fence_ipmilan params ip=10.0.9.3 username=a password_script=/p pcmk_host_list=node3 op monitor interval=60s
			primitive vc stonith:fence_vmware params ip=vc.example.com username=u password_script=/p pcmk_host_map="node1:vm1;node2:vm2;node3:vm3" \
			op monitor interval=60s timeout=30s
			fencing_topology node1: ipmi1 vc node2: ipmi2 vc node3: ipmi3 vc
			property stonith-enabled=true stonith-timeout=120s
			""";
	private static final String CLUSTER_CONF = """
			<cluster name="c" config_version="3"><clusternodes>
			<clusternode name="n1" nodeid="1"><fence><method name="1"><device name="a" port="p1"/></method>
			<method name="2"><device name="b" port="p1"/></method></fence></clusternode>
			<clusternode name="n2" nodeid="2"><fence><method name="1"><device name="a" port="p2"/></method>
			<method name="2"><device name="b" port="p2"/></method></fence></clusternode>
			</clusternodes><fencedevices>
			<fencedevice name="a" agent="fence_vmware" ipaddr="h1" login="u" passwd_script="/p" delay="5"/>
			<fencedevice name="b" agent="fence_apc" ipaddr="h2" login="u" passwd_script="/p"/>
			</fencedevices></cluster>
			""";

	/**
	 * A mistake.
	 *
	 * @param id the rule that has to find it
	 * @param text the text with the mistake
	 * @param fixes how many ways to mend it are offered
	 */
	record Mistake(String id, String text, int fixes) {
		@Override
		public String toString() {
			return id;
		}
	}

	private static Mistake crmsh(String id, int fixes, String right, String wrong) {
		assertTrue(SOUND.contains(right), right);
		return new Mistake(id, SOUND.replace(right, wrong), fixes);
	}

	private static Mistake clusterConf(String id, int fixes, String right, String wrong) {
		assertTrue(CLUSTER_CONF.contains(right), right);
		return new Mistake(id, CLUSTER_CONF.replace(right, wrong), fixes);
	}

	static final List<Mistake> MISTAKES = List.of(crmsh("unknown-node", 1, "node3:vm3", "nod3:vm3"),
			crmsh("unknown-node", 1, "pcmk_host_list=node2", "pcmk_host_list=nodeX"), crmsh("unknown-node", 0, "node3: ipmi3 vc", "other: ipmi3 vc"),
			crmsh("unknown-device", 1, "node1: ipmi1 vc", "node1: ipmi1 vcc"), clusterConf("unknown-device", 1, "name=\"b\" port=\"p1\"", "name=\"bb\" port=\"p1\""),
			crmsh("duplicate-plug", 0, "node2:vm2", "node2:vm1"), clusterConf("duplicate-plug", 0, "name=\"a\" port=\"p2\"", "name=\"a\" port=\"p1\""),
			crmsh("ambiguous-name", 0, "node2:vm2", "node2:VM1"), crmsh("ambiguous-name", 0, "node 2: node2", "node 2: node2\nnode 4: node2.example.com"),
			crmsh("missing-method", 1, "node 3: node3", "node 3: node3\nnode 4: node4"),
			clusterConf("missing-method", 1, "</clusternodes>", "<clusternode name=\"n3\"/></clusternodes>"),
			clusterConf("empty-method", 1, "<method name=\"1\"><device name=\"a\" port=\"p1\"/></method>", "<method name=\"1\"/>"),
			crmsh("single-point-of-failure", 0, "node1: ipmi1 vc", "node1: vc"), crmsh("stonith-disabled", 1, "stonith-enabled=true", "stonith-enabled=false"),
			crmsh("clear-text-password", 1, "username=u password_script=/p", "username=u password=geheim"),
			clusterConf("clear-text-password", 1, "passwd_script=\"/p\" delay", "passwd=\"geheim\" delay"),
			crmsh("masked-password", 0, "username=u password_script=/p", "username=u password=\"******\""),
			crmsh("insecure-tls", 1, "ip=vc.example.com", "ip=vc.example.com ssl_insecure=1"), crmsh("insecure-tls", 1, "ip=vc.example.com", "ip=vc.example.com ssl=0"),
			crmsh("unknown-option", 2, "ip=vc.example.com", "ip=vc.example.com power_timeot=30"),
			crmsh("unknown-option", 1, "ip=vc.example.com", "ip=vc.example.com zzzzzzzzz=30"),
			crmsh("unknown-option", 2, "ip=vc.example.com", "ip=vc.example.com pcmk_host_lst=node1"),
			crmsh("invalid-value", 0, "ip=vc.example.com", "ip=vc.example.com ipport=https"), crmsh("invalid-value", 0, "ip=vc.example.com", "ip=vc.example.com method=cycel"),
			crmsh("missing-option", 0, "ip=vc.example.com ", ""), crmsh("missing-option", 0, "username=u ", ""),
			crmsh("host-map-syntax", 0, "node1:vm1;", "node1;"), crmsh("host-map-syntax", 1, "node1:vm1;node2:vm2;", "node1:vm1,node2:vm2,"),
			crmsh("timeout-sum", 1, "ip=vc.example.com", "ip=vc.example.com power_timeout=60"), crmsh("timeout-sum", 1, "stonith-timeout=120s", "stonith-timeout=30s"),
			crmsh("timeout-sum", 1, "ip=vc.example.com", "ip=vc.example.com pcmk_off_timeout=20s"), crmsh("timeout-sum", 1, "timeout=30s", "timeout=5s"),
			crmsh("invalid-timeout", 0, "stonith-timeout=120s", "stonith-timeout=soon"), crmsh("invalid-timeout", 0, "interval=60s timeout", "interval=often timeout"),
			crmsh("no-monitor", 1, " op monitor interval=60s\nprimitive ipmi2", "\nprimitive ipmi2"), crmsh("no-monitor", 0, "interval=60s timeout", "interval=0 timeout"),
			crmsh("duplicate-name", 0, "primitive ipmi2", "primitive ipmi1"), crmsh("unused-device", 0, "property", "primitive more stonith:fence_x\nproperty"),
			clusterConf("old-key", 1, "login=\"u\" passwd_script=\"/p\" delay", "login=\"u\" passwd_script=\"/p\" vmlogin=\"v\" delay"),
			clusterConf("old-key", 1, "name=\"a\" port=\"p1\"", "name=\"a\" port=\"/vmfs/volumes/ds/p1/p1.vmx\""),
			crmsh("old-agent", 1, "stonith:fence_vmware ", "stonith:fence_vmware_soap "), clusterConf("fence-race", 0, " delay=\"5\"", ""),
			clusterConf("missing-agent", 0, "agent=\"fence_apc\"", ""));

	@Test
	void nothingIsFoundWhereNothingIsWrong() {
		assertEquals(List.of(), Samples.ids(SOUND));
		assertEquals(List.of(), Samples.ids(CLUSTER_CONF));
	}

	@ParameterizedTest
	@FieldSource("MISTAKES")
	void findsTheMistakeAndMendsIt(Mistake mistake) throws Exception {
		ClusterDocument document = Samples.parse(mistake.text());
		List<Finding> findings = Samples.check(document).stream().filter(finding -> finding.id().equals(mistake.id())).toList();
		assertFalse(findings.isEmpty(), () -> Samples.ids(mistake.text()).toString());
		Finding finding = findings.get(0);
		assertTrue(finding.where().line() > 0);
		assertFalse((finding.message() + finding.explanation()).contains("geheim"));
		assertFalse(finding.message().contains("NLS missing"), finding.message());
		assertEquals(mistake.fixes(), finding.fixes().size(), () -> finding.fixes().stream().map(QuickFix::label).toList().toString());
		for (QuickFix fix : finding.fixes()) {
			ClusterDocument mended = document.with(fix.edits());
			assertFalse(Samples.check(mended).stream().anyMatch(left -> left.message().equals(finding.message())), () -> fix.label() + "\n" + mended.text());
		}
	}

	@Test
	void optionsAreNotCheckedForBeingKnownWhereNobodyKnows() {
		ClusterDocument document = Samples.parse(SOUND.replace("ip=vc.example.com", "ip=vc.example.com whatever=1"));
		assertTrue(ClusterValidation.check(document, Optional.empty()).isEmpty());
	}

	@Test
	void referencesAreNoPasswords() {
		assertEquals(List.of(), Samples.ids(SOUND.replace("username=u password_script=/p", "username=u password=lrm://")));
	}

	@Test
	void oldKeysAreRightWhereTheOldWayIsWanted() {
		List<String> ids = Samples.ids(CLUSTER_CONF.replace("login=\"u\" passwd_script=\"/p\" delay",
				"login=\"u\" passwd_script=\"/p\" vmlogin=\"v\" vmware_type=\"ssh\" delay"));
		assertFalse(ids.contains("old-key"), ids::toString);
	}

	@Test
	void theSamplesHaveNoErrorsButThatOfABlankInAMap() {
		List<String> errors = new ArrayList<>();
		Samples.ALL.forEach(sample -> Samples.check(Samples.document(sample)).stream().filter(finding -> finding.severity() == Severity.ERROR)
				.forEach(finding -> errors.add(sample + ":" + finding.where().line() + " " + finding.id())));
		assertEquals(List.of("pcs-0.9.txt:2 host-map-syntax"), errors);
	}

	@Test
	void propertiesThatPcsPrintsAreMended() throws Exception {
		for (String printed : List.of(" stonith-enabled: false", "  stonith-enabled=false")) {
			ClusterDocument document = Samples.parse("Cluster Name: c\nCorosync Nodes:\n n1 n2 n3\n\nCluster Properties:\n" + printed + "\n");
			assertEquals(3, document.configuration().nodes().size());
			Finding finding = Samples.check(document).stream().filter(some -> some.id().equals("stonith-disabled")).findFirst().orElseThrow();
			assertTrue(document.with(finding.fixes().get(0).edits()).text().endsWith(printed.replace("false", "true") + "\n"));
		}
	}

	/** Completion in the shell names what can be asked of fix. */
	@Test
	void theCompletionNamesEveryRuleThatCanBeMended() throws Exception {
		String completion = Files.readString(Path.of("../../releng/org.palisade.agent.product/install/share/bash-completion/completions/palisade-config"));
		String words = completion.replaceAll("(?s).*--rule\\)\\s+COMPREPLY=\\(\\$\\(compgen -W '([^']*)'.*", "$1");
		assertEquals(new TreeSet<>(MISTAKES.stream().filter(mistake -> mistake.fixes() > 0).map(Mistake::id).toList()),
				new TreeSet<>(List.of(words.split("\\s+"))));
	}

	@Test
	void thePageNamesEveryRule() throws Exception {
		String page = Files.readString(Path.of("../../docs/cluster-configuration.md"));
		TreeSet<String> documented = new TreeSet<>();
		Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (?:error|warning|note) ").matcher(page).results().forEach(rule -> documented.add(rule.group(1)));
		assertEquals(new TreeSet<>(MISTAKES.stream().map(Mistake::id).toList()), documented);
	}
}

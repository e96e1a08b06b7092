package org.palisade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.palisade.cluster.model.Finding;

class RepairTest {

	private static final String CONF = """
			<cluster name="c" config_version="7"><clusternodes>
			<clusternode name="n1" nodeid="1"/>
			<clusternode name="n2" nodeid="2"><fence><method name="0"/><method name="1"><device name="a" port="p2"/></method></fence></clusternode>
			</clusternodes><fencedevices>
			<fencedevice name="a" agent="fence_vmware_soap" ipaddr="h1" login="u" passwd="geheim" vmlogin="v"/>
			</fencedevices></cluster>
			""";

	private static ClusterRepair repair(ClusterDocument document, Set<String> rules) {
		return ClusterRepair.of(document, Samples.check(document), rules.isEmpty() ? Optional.empty() : Optional.of(rules));
	}

	private static List<String> ids(ClusterRepair repair) {
		return repair.mended().stream().map(mended -> mended.finding().id()).toList();
	}

	@Test
	void byItselfItDoesOnlyWhatNobodyHasToJudge() throws Exception {
		ClusterDocument document = Samples.parse(CONF);
		ClusterRepair repair = repair(document, Set.of());
		assertEquals(List.of("empty-method"), ids(repair));
		assertEquals(CONF.replace("<method name=\"0\"/>", "").replace("\"7\"", "\"8\""), document.with(repair.edits()).text());
	}

	@Test
	void rulesThatAreNamedAreMendedAndTheVersionGrowsOnce() throws Exception {
		ClusterDocument document = Samples.parse(CONF);
		ClusterRepair repair = repair(document, Set.of("clear-text-password", "missing-method"));
		assertEquals(List.of("missing-method", "clear-text-password"), ids(repair));
		ClusterDocument after = document.with(repair.edits());
		assertEquals("8", after.configuration().version().orElseThrow().text());
		assertTrue(after.text().contains("passwd_script=\"/etc/cluster/a-password.sh\""), after.maskedText());
		assertTrue(Samples.check(after).stream().map(Finding::id).noneMatch(Set.of("clear-text-password", "missing-method")::contains));
	}

	@Test
	void oneFixMendsAllThatItMends() {
		ClusterRepair repair = repair(Samples.parse(CONF), Set.of("old-key", "old-agent"));
		assertEquals(List.of("old-agent", "old-key"), ids(repair));
		assertEquals(List.of(), repair.postponed());
	}

	@Test
	void ofTwoChangesOfOnePlaceTheSecondWaits() throws Exception {
		ClusterDocument document = Samples.parse("""
				node 1: n1
				node 2: n2
				node 3: n3
				primitive vc stonith:fence_vmware params ip=h username=u password_script=/p pcmk_host_map="n1:p1" op monitor interval=60s
				""");
		ClusterRepair first = repair(document, Set.of("missing-method"));
		assertEquals(1, first.mended().size());
		assertEquals(1, first.postponed().size());
		ClusterDocument after = document.with(first.edits());
		ClusterRepair second = repair(after, Set.of("missing-method"));
		assertEquals(List.of(), second.postponed());
		assertEquals(List.of(), repair(after.with(second.edits()), Set.of("missing-method")).edits());
	}

	@Test
	void nothingIsDoneWhereThereIsNothingToDo() {
		assertEquals(List.of(), repair(Samples.document("two-node.conf"), Set.of("unknown-option")).edits());
	}
}

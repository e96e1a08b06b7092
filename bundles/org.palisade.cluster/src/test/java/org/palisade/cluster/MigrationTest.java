package org.palisade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.OtherContent;

class MigrationTest {

	static final List<String> SAMPLES = Samples.ALL;

	private static ClusterDocument migrated(ClusterDocument document) throws Exception {
		return document.with(ClusterMigration.of(document).edits());
	}

	@Test
	void theSecondLoginTakesThePlaceOfTheFirst() throws Exception {
		ClusterDocument after = migrated(Samples.document("old-ssh.conf"));
		FenceDevice first = after.configuration().device("esx1").orElseThrow();
		assertEquals(List.of("ipaddr", "login", "passwd"), first.options().stream().map(option -> option.name()).toList());
		assertEquals("fencer", first.text("login").orElseThrow());
		assertEquals("vmpw1", first.text("passwd").orElseThrow());
		assertEquals("esx1.example.com", first.text("ipaddr").orElseThrow());
		FenceDevice second = after.configuration().device("esx2").orElseThrow();
		assertEquals("fence_vmware", second.agent());
		assertEquals("vcenter.example.com", second.text("ipaddr").orElseThrow());
		assertEquals("/etc/cluster/pw.sh", second.text("passwd_script").orElseThrow());
		assertTrue(second.option("secure", "identity_file").isEmpty());
		assertEquals("42", after.configuration().version().orElseThrow().text());
		DeviceUse use = after.configuration().levels().get(0).devices().get(0);
		assertEquals("db1", use.option("port").orElseThrow().text());
		assertTrue(after.text().contains("<!-- ESX 3.5; the root password is in the safe -->"));
	}

	@Test
	void pacemakerGetsTodaysNames() throws Exception {
		FenceDevice device = migrated(Samples.document("pcs-0.9.txt")).configuration().device("vmfence").orElseThrow();
		assertEquals("fence_vmware", device.agent());
		assertEquals(List.of("ip", "username", "password", "pcmk_host_map", "ssl", "ssl_insecure"),
				device.options().stream().map(option -> option.name()).toList());
		assertEquals("two words", device.text("password").orElseThrow());
	}

	@Test
	void theRestAgentKeepsItsInterface() throws Exception {
		FenceDevice device = migrated(Samples.document("pcs-0.11.txt")).configuration().device("f1").orElseThrow();
		assertEquals("fence_vmware", device.agent());
		assertEquals("rest", device.text("vmware_type").orElseThrow());
	}

	@Test
	void thePluginOfClusterGlueIsTranslated() throws Exception {
		ClusterDocument before = Samples.document("vcenter-plugin.crm");
		FenceDevice device = migrated(before).configuration().devices().get(0);
		assertEquals("fence_vmware", device.agent());
		assertEquals("10.1.1.1", device.text("ip").orElseThrow());
		assertEquals("hostname1:vm-01;hostname2:hostname2", device.text("pcmk_host_map").orElseThrow());
		List<String> notes = ClusterMigration.of(before).notes().stream().map(OtherContent::description).toList();
		assertTrue(notes.stream().anyMatch(note -> note.contains("credential store")), notes::toString);
	}

	@Test
	void pathsInAHostMapBecomeNames() throws Exception {
		String crm = "primitive a stonith:fence_vmware params ip=h vmlogin=u vmpasswd=p1234 pcmk_host_map=\"n1:/vmfs/volumes/ds/One/One.vmx;n2:plain\"";
		FenceDevice device = migrated(Samples.parse(crm)).configuration().devices().get(0);
		assertEquals("n1:One;n2:plain", device.text("pcmk_host_map").orElseThrow());
		assertEquals("u", device.text("username").orElseThrow());
	}

	@Test
	void aPortThatIsRenamedAndAPathIsChangedOnce() throws Exception {
		String crm = "primitive a stonith:fence_vmware params ipaddr=h login=u passwd=p1234 port=\"/vmfs/volumes/ds/One/One.vmx\"";
		assertEquals("One", migrated(Samples.parse(crm)).configuration().devices().get(0).text("plug").orElseThrow());
		String cib = "<cib><configuration><resources><primitive id='a' class='stonith' type='fence_vmware'><instance_attributes id='i'>"
				+ "<nvpair id='x' name='port' value='/vmfs/volumes/ds/One/One.vmx'/></instance_attributes></primitive></resources></configuration></cib>";
		assertEquals("One", migrated(Samples.parse(cib)).configuration().devices().get(0).text("plug").orElseThrow());
	}

	@Test
	void whatHasVmwareTypeSshIsLeftAlone() {
		String crm = "primitive a stonith:fence_vmware params ip=h vmware_type=ssh vmlogin=u vmpasswd=p1234 port=/vmfs/volumes/a/a.vmx";
		assertTrue(ClusterMigration.of(Samples.parse(crm)).edits().isEmpty());
	}

	@ParameterizedTest
	@FieldSource("SAMPLES")
	void migratingTwiceIsMigratingOnce(String sample) throws Exception {
		ClusterDocument once = migrated(Samples.document(sample));
		assertTrue(ClusterMigration.of(once).edits().isEmpty(), once.maskedText());
	}

	@ParameterizedTest
	@FieldSource("SAMPLES")
	void theDiffShowsNoSecret(String sample) throws Exception {
		ClusterDocument before = Samples.document(sample);
		ClusterMigration migration = ClusterMigration.of(before);
		String diff = DocumentDiff.of(sample, before, migration.edits(), before.with(migration.edits()));
		for (String secret : List.of("s3cret", "rootpw1", "vmpw1", "two words", "x1y2z3", "pass word", "pa\\\"ss", "ipmi-", "a\\b$c")) {
			assertFalse(diff.contains(secret), diff);
		}
		assertEquals(migration.edits().isEmpty(), diff.isEmpty());
	}

	@Test
	void theDiffIsAUnifiedDiff() throws Exception {
		ClusterDocument before = Samples.document("vcenter-plugin.crm");
		ClusterMigration migration = ClusterMigration.of(before);
		String diff = DocumentDiff.of("x.crm", before, migration.edits(), before.with(migration.edits()));
		assertTrue(diff.startsWith("--- a/x.crm\n+++ b/x.crm\n@@ -1,3 +1,3 @@\n-primitive vfencing stonith:external/vcenter \\\n"), diff);
	}
}

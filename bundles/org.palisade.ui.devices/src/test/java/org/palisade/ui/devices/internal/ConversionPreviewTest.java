package org.palisade.ui.devices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.cluster.model.ConfigurationForm;

class ConversionPreviewTest {

	private static final String CLUSTER_CONF = """
			<?xml version="1.0"?>
			<cluster name="alpha" config_version="41"><clusternodes>
			<clusternode name="node1" nodeid="1"><fence><method name="1"><device name="vmware" port="vm-a"/></method></fence></clusternode>
			</clusternodes><fencedevices>
			<fencedevice name="vmware" agent="fence_vmware" ipaddr="vc.example.com" login="fencing" passwd="s3cret"/>
			</fencedevices></cluster>
			""";
	private static final String CRMSH = """
			primitive vmware stonith:fence_vmware \\
				params pcmk_host_map="node1:vm-b" pcmk_host_check=static-list ip=vc.example.com username=fencing password=s3cret
			""";

	@TempDir
	Path folder;

	private Path clusterConf;
	private Path crmsh;

	@BeforeEach
	void write() throws IOException {
		clusterConf = Files.writeString(folder.resolve("cluster.conf"), CLUSTER_CONF);
		crmsh = Files.writeString(folder.resolve("crm.txt"), CRMSH);
	}

	@Test
	void masksPasswordsInWhatIsShownAndNotInWhatIsWritten() {
		ConversionPreview preview = ConversionPreview.of(clusterConf, ConfigurationForm.CIB, Optional.of(folder.resolve("new.xml")));
		assertEquals(Optional.empty(), preview.problem());
		assertTrue(preview.text().orElseThrow().contains("s3cret"));
		assertFalse(preview.after().contains("s3cret"), preview.after());
		assertFalse(preview.toString().contains("s3cret"), preview.toString());
		assertEquals("", preview.before());
	}

	@Test
	void showsWhatIsReplacedAndGivesItTheNextVersion() {
		ConversionPreview preview = ConversionPreview.of(crmsh, ConfigurationForm.CLUSTER_CONF, Optional.of(clusterConf));
		assertEquals(Optional.empty(), preview.problem());
		assertTrue(preview.before().contains("vm-a"), preview.before());
		assertFalse(preview.before().contains("s3cret"), preview.before());
		assertTrue(preview.after().contains("vm-b"), preview.after());
		assertTrue(preview.after().contains("config_version=\"42\""), preview.after());
	}

	@Test
	void replacesNothingButAConfiguration() throws IOException {
		Path other = Files.writeString(folder.resolve("notes.txt"), "something else");
		ConversionPreview preview = ConversionPreview.of(crmsh, ConfigurationForm.CLUSTER_CONF, Optional.of(other));
		assertEquals(Optional.empty(), preview.text());
		assertTrue(preview.problem().orElseThrow().contains("notes.txt"), preview.problem().toString());
	}

	@Test
	void saysWhyASourceCannotBeRead() {
		ConversionPreview preview = ConversionPreview.of(folder.resolve("none"), ConfigurationForm.CIB, Optional.empty());
		assertTrue(preview.problem().orElseThrow().contains("there is no such file"), preview.problem().toString());
	}
}

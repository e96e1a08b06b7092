package org.palisade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.cluster.internal.convert.Conversions;
import org.palisade.cluster.internal.convert.Converted;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.OptionValue;

class MaskTest {

	@ParameterizedTest
	@EnumSource(value = ConfigurationForm.class, names = "CLUSTER_CONF", mode = Mode.EXCLUDE)
	void everySecretIsMaskedInEveryForm(ConfigurationForm form) {
		RandomConfiguration configurations = new RandomConfiguration(3);
		for (int i = 0; i < 200; i++) {
			String text = Conversions.write(new Converted(configurations.next(form), List.of()), new ArrayList<>());
			ClusterDocument document = Samples.parse(text);
			String masked = document.maskedText();
			assertEquals(text.lines().count(), masked.lines().count());
			for (ClusterOption option : document.configuration().devices().stream().flatMap(device -> device.options().stream()).toList()) {
				if (option.value() instanceof OptionValue.Confidential && option.text().length() > 4) {
					assertFalse(masked.contains(option.text()), masked);
				}
			}
			assertTrue(masked.contains("fence_vmware"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!-- <fencedevice passwd=\"old-s3cret\" name='x'/> -->", "<!-- passwd: old-s3cret -->",
			"<rm><script name='db' db_password='old-s3cret'/></rm>", "<!-- <nvpair name=\"password\" value=\"old-s3cret\"/> -->",
			"<!-- <nvpair value='old-s3cret' id='x' name='password'/> -->", "<!-- PASSWORD=old-s3cret -->" })
	void whatLooksLikeAPasswordElsewhereIsMasked(String element) {
		String text = "<cluster name='c' config_version='1'>" + element + "</cluster>";
		String masked = Samples.parse(text).maskedText();
		assertFalse(masked.contains("old-s3cret"), masked);
	}

	@Test
	void aTextThatCannotBeReadIsMaskedToo() {
		String masked = ClusterDocument.maskUnread("<cluster>\n<fencedevice passwd=\"old-s3cret\"");
		assertFalse(masked.contains("old-s3cret"), masked);
		assertTrue(masked.contains("fencedevice"), masked);
	}

	/** A quote that is not closed where it should be makes a password of several lines, up to the end of the text perhaps. */
	@ParameterizedTest
	@ValueSource(strings = { "password=\"old\ns3cret\"", "password=\"old\ns3cret\"x", "password=\"old\n\ns3cret\"\n", "password=\"old\rs3cret\"",
			"password=\"old\r\ns3cret\"" })
	void aPasswordOfSeveralLinesLeavesAsManyLines(String option) throws ClusterSyntaxException {
		String text = "primitive ipmi stonith:fence_ipmilan \\\n\tparams " + option;
		for (String masked : List.of(ClusterDocument.parse(text, ConfigurationForm.CRMSH).maskedText(), ClusterDocument.maskUnread(text))) {
			assertEquals(text.lines().count(), masked.lines().count(), masked);
			assertFalse(masked.contains("s3cret"), masked);
		}
	}

	@Test
	void namesOfScriptsStay() {
		assertTrue(Samples.document("documentation.crm").maskedText().contains("/etc/cluster/vcenter-password.sh"));
	}

	@Test
	void nothingShowsASecretByItself() {
		ClusterDocument document = Samples.document("two-node.conf");
		assertFalse((document + " " + document.configuration() + ClusterMigration.of(Samples.document("old-ssh.conf"))
				+ ClusterConversion.of(document, ConfigurationForm.CIB)).contains("s3cret"));
	}
}

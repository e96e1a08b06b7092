package org.palisade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.OtherContent;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.TextEdit;

/** Whatever is wrong with a text, it is read or refused, and all that can be done with what was read works. */
class DamagedTextTest {

	static final List<String> SAMPLES = Samples.ALL;
	private static final int TEXTS = 120;
	private static final String[] BITS = { "", "\"", "'", "\\", "\n", " ", "=", ":", ";", "<", ">", "&", "#", "$", ",", "\u0000", "\ud800", "op", "name", "ipaddr=" };

	@ParameterizedTest
	@FieldSource("SAMPLES")
	void damagedTextIsReadOrRefused(String sample) {
		Random random = new Random(sample.hashCode());
		String text = Samples.text(sample);
		int read = 0;
		for (int i = 0; i < TEXTS; i++) {
			read += use(damaged(text, random)) ? 1 : 0;
		}
		assertTrue(read > 0, "none of the texts could be read");
	}

	@ParameterizedTest
	@ValueSource(strings = { "primitive f stonith:fence_vmware params ip=\"a\u0000b\"", "primitive f stonith:fence_vmware params ip=a\u0005", "node a\ud800b",
			"node a\uffff", "Target: n1\n  Level 99999999999 - f", "pcs stonith level add 99999999999 n1 f" })
	void whatNoConfigurationCanHoldIsRefusedWithItsLine(String text) {
		ClusterSyntaxException refusal = assertThrows(ClusterSyntaxException.class, () -> ClusterDocument.parse(text));
		assertEquals(text.lines().count(), refusal.line());
	}

	@Test
	void aNameThatIsNoAttributeIsToldAsALossAndLeavesTheXmlWellFormed() throws ClusterSyntaxException {
		ClusterDocument document = ClusterDocument.parse("primitive f stonith:fence_vmware op monitor interval=60s (x=1 timeout=20 timeout=30 name=x");
		ClusterConversion conversion = ClusterConversion.of(document, ConfigurationForm.CIB);
		ClusterDocument converted = ClusterDocument.parse(conversion.text());
		assertEquals(List.of("interval=60s", "timeout=20"), converted.configuration().devices().get(0).operations().get(0).options().stream()
				.map(option -> option.name() + "=" + option.text()).toList());
		assertEquals(List.of("option (x of device f is left out", "option timeout of device f is left out", "option name of device f is left out"),
				conversion.losses().stream().map(OtherContent::description).toList());
	}

	@Test
	void twoDevicesOfOneNameAreMigratedWithoutACollision() {
		String text = Samples.text("old-ssh.conf").replace("name=\"esx1\" ipaddr", "name=\"esx2\" ipaddr");
		assertTrue(use(text));
	}

	@Test
	void theSecondDeviceOfOneNameIsToldAsALoss() throws ClusterSyntaxException {
		ClusterDocument document = ClusterDocument.parse(Samples.text("old-ssh.conf").replace("esx2", "esx1"));
		ClusterConversion conversion = ClusterConversion.of(document, ConfigurationForm.CIB);
		assertEquals(List.of(new OtherContent("another device esx1 is left out: only the first of that name is used",
				document.configuration().devices().get(1).where())), conversion.losses().stream().filter(loss -> loss.description().contains("esx1")).toList());
	}

	private static String damaged(String text, Random random) {
		StringBuilder damaged = new StringBuilder(text);
		for (int n = 0; n <= random.nextInt(3); n++) {
			int at = random.nextInt(damaged.length());
			damaged.replace(at, Math.min(damaged.length(), at + random.nextInt(4)), BITS[random.nextInt(BITS.length)]);
		}
		return damaged.toString();
	}

	private static boolean use(String text) {
		ClusterDocument document;
		try {
			document = ClusterDocument.parse(text);
		} catch (ClusterSyntaxException e) {
			return false;
		}
		assertEquals(text.lines().count(), document.maskedText().lines().count(), text);
		for (ConfigurationForm form : ConfigurationForm.values()) {
			ClusterConversion.of(document, form);
		}
		for (Finding finding : Samples.check(document)) {
			for (QuickFix fix : finding.fixes()) {
				apply(document, fix.edits());
			}
		}
		apply(document, ClusterMigration.of(document).edits());
		return true;
	}

	/** A text that was damaged may be no document any more after a change, but changes never collide. */
	private static void apply(ClusterDocument document, List<TextEdit> edits) {
		try {
			DocumentDiff.of("x", document, edits, document.with(edits));
		} catch (ClusterSyntaxException e) {
			assertTrue(e.getMessage().length() > 5);
		}
	}
}

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
import org.junit.jupiter.params.provider.FieldSource;
import org.palisade.cluster.internal.convert.Conversions;
import org.palisade.cluster.internal.convert.Converted;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FencePlan;
import org.palisade.cluster.model.OtherContent;
import org.palisade.cluster.model.TextEdit;

class RoundTripTest {

	static final List<String> SAMPLES = Samples.ALL;

	@ParameterizedTest
	@EnumSource(value = ConfigurationForm.class, names = "CLUSTER_CONF", mode = Mode.EXCLUDE)
	void whatIsWrittenIsRead(ConfigurationForm form) throws Exception {
		RandomConfiguration configurations = new RandomConfiguration(form.ordinal());
		for (int i = 0; i < 300; i++) {
			ClusterConfiguration configuration = configurations.next(form);
			String text = Conversions.write(new Converted(configuration, List.of()), new ArrayList<>());
			ClusterConfiguration read = ClusterDocument.parse(text).configuration();
			boolean all = form == ConfigurationForm.CIB || form == ConfigurationForm.CRMSH;
			assertEquals(form, read.form());
			assertEquals(RandomConfiguration.facts(configuration, all), RandomConfiguration.facts(read, all), text);
		}
	}

	@ParameterizedTest
	@EnumSource(value = ConfigurationForm.class, names = "CLUSTER_CONF", mode = Mode.EXCLUDE)
	void anEditChangesWhatItIsAboutAndNothingElse(ConfigurationForm form) throws Exception {
		RandomConfiguration configurations = new RandomConfiguration(100 + form.ordinal());
		for (int i = 0; i < 100; i++) {
			String text = Conversions.write(new Converted(configurations.next(form), List.of()), new ArrayList<>());
			ClusterDocument document = ClusterDocument.parse(text);
			FenceDevice device = document.configuration().devices().get(0);
			ClusterOption option = device.options().get(0);
			List<TextEdit> edits = new ArrayList<>(document.editor().replaceOption(option, "renamed", "new 'value' \"x\""));
			edits.add(document.editor().addOption(device, "added", "y z"));
			edits.add(document.editor().replaceAgent(device, "fence_other"));
			ClusterDocument changed = document.with(edits);
			FenceDevice after = changed.configuration().devices().get(0);
			assertEquals("new 'value' \"x\"", after.text("renamed").orElseThrow(), changed.text());
			assertEquals("y z", after.text("added").orElseThrow());
			assertEquals("fence_other", after.agent());
			ClusterDocument back = changed.with(List.of(changed.editor().removeOption(after.option("added").orElseThrow())));
			FenceDevice last = back.configuration().devices().get(0);
			List<TextEdit> undo = new ArrayList<>(back.editor().replaceOption(last.option("renamed").orElseThrow(), option.name(), option.text()));
			undo.add(back.editor().replaceAgent(last, device.agent()));
			assertEquals(RandomConfiguration.facts(document.configuration(), true), RandomConfiguration.facts(back.with(undo).configuration(), true));
		}
	}

	@ParameterizedTest
	@FieldSource("SAMPLES")
	void theSameFormIsTheSameText(String sample) {
		ClusterDocument document = Samples.document(sample);
		ClusterConversion conversion = ClusterConversion.of(document, document.configuration().form());
		boolean versioned = document.configuration().version().isPresent();
		String expected = versioned ? document.text().replaceFirst("config_version=\"(7|41)\"", sample.startsWith("two") ? "config_version=\"8\""
				: "config_version=\"42\"") : document.text();
		assertEquals(expected, conversion.text());
		assertTrue(conversion.losses().isEmpty());
	}

	@ParameterizedTest
	@FieldSource("SAMPLES")
	void nodesKeepTheirPlugsInEveryForm(String sample) {
		ClusterDocument document = Samples.document(sample);
		for (ConfigurationForm form : ConfigurationForm.values()) {
			ClusterConversion conversion = ClusterConversion.of(document, form);
			ClusterDocument converted = Samples.parse(conversion.text());
			boolean lost = conversion.losses().stream().anyMatch(loss -> loss.description().contains("the level for"));
			if (!lost) {
				assertEquals(plugs(document), plugs(converted), sample + " to " + form + "\n" + converted.maskedText());
			}
		}
	}

	private static List<String> plugs(ClusterDocument document) {
		return FencePlan.of(document.configuration()).nodes().stream()
				.map(node -> node.node() + " " + node.methods().stream()
						.map(method -> method.steps().stream().map(step -> step.plug().orElse(node.node())).toList()).toList())
				.sorted().toList();
	}

	@Test
	void whatAnotherFormCannotSayIsTold() {
		List<String> losses = ClusterConversion.of(Samples.document("two-node.conf"), ConfigurationForm.CIB).losses().stream()
				.map(OtherContent::description).toList();
		assertTrue(losses.stream().anyMatch(loss -> loss.contains("cman")), losses::toString);
		assertTrue(losses.stream().anyMatch(loss -> loss.contains("element rm")), losses::toString);
		assertTrue(losses.stream().anyMatch(loss -> loss.contains("comment")), losses::toString);
		List<String> others = ClusterConversion.of(Samples.document("production.cib.xml"), ConfigurationForm.CRMSH).losses().stream()
				.map(OtherContent::description).toList();
		assertTrue(others.stream().anyMatch(loss -> loss.contains("primitive vip")), others::toString);
		assertTrue(others.stream().anyMatch(loss -> loss.contains("l-fence")), others::toString);
	}

	@Test
	void everyOptionIsSaidOrTold() {
		ClusterDocument document = Samples.document("production.cib.xml");
		ClusterConversion conversion = ClusterConversion.of(document, ConfigurationForm.CLUSTER_CONF);
		ClusterConfiguration converted = Samples.parse(conversion.text()).configuration();
		for (FenceDevice device : document.configuration().devices()) {
			for (ClusterOption option : device.options()) {
				boolean said = converted.device(device.name()).flatMap(found -> found.option(option.name())).isPresent()
						|| option.name().startsWith("pcmk_host_");
				boolean told = conversion.losses().stream().anyMatch(loss -> loss.description().contains(option.name())
						&& loss.description().contains(device.name()));
				assertTrue(said || told, device.name() + " " + option.name());
			}
		}
	}

	@Test
	void aDeviceThatIsToldDifferentThingsBecomesSeveral() {
		String conf = """
				<cluster name="c" config_version="1"><clusternodes>
				<clusternode name="n1" nodeid="1"><fence><method name="1">
				<device name="pdu" port="1" action="off"/><device name="pdu" port="5" action="off"/>
				<device name="pdu" port="1" action="on"/><device name="pdu" port="5" action="on"/></method></fence></clusternode>
				<clusternode name="n2" nodeid="2"><fence><method name="1"><device name="pdu" port="2" switch="b"/></method></fence></clusternode>
				</clusternodes><fencedevices><fencedevice name="pdu" agent="fence_apc" ipaddr="10.0.0.1" login="a" passwd="pw12345"/></fencedevices></cluster>
				""";
		ClusterConfiguration cib = Samples.parse(ClusterConversion.of(Samples.parse(conf), ConfigurationForm.CIB).text()).configuration();
		assertEquals(List.of("pdu", "pdu-2"), cib.devices().stream().map(FenceDevice::name).toList());
		assertEquals("n1:1,5", cib.devices().get(0).text("pcmk_host_map").orElseThrow());
		assertEquals("n2:2", cib.devices().get(1).text("pcmk_host_map").orElseThrow());
		assertEquals("b", cib.devices().get(1).text("switch").orElseThrow());
		assertFalse(cib.devices().get(0).option("pcmk_reboot_action").isPresent());
	}
}

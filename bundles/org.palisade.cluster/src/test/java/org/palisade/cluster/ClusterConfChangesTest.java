package org.palisade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.TextEdit;
import org.palisade.cluster.model.TextRange;

class ClusterConfChangesTest {

	private ClusterDocument document = Samples.document("two-node.conf");

	private String change(BiFunction<ClusterConfChanges, ClusterConfiguration, List<TextEdit>> change) {
		String before = document.text();
		document = Samples.parse(TextEdit.apply(before, change.apply(ClusterConfChanges.of(document), document.configuration())));
		return document.text();
	}

	private TextRange node(int index) {
		return document.configuration().nodes().get(index).where();
	}

	private List<FenceLevel> methods() {
		return document.configuration().levelsOf("node1");
	}

	private List<String> names(int method) {
		return methods().get(method).devices().stream().map(DeviceUse::device).toList();
	}

	@Test
	void growsAsIfItHadAlwaysBeenSo() {
		String before = document.text();
		String after = change((changes, model) -> changes.addNode("node<3>"));
		assertEquals(before.replace("    </clusternode>\n  </clusternodes>",
				"    </clusternode>\n    <clusternode name=\"node&lt;3&gt;\" nodeid=\"3\"/>\n  </clusternodes>"), after);
		change((changes, model) -> changes.addMethod(node(2), "1"));
		change((changes, model) -> changes.addStep(model.levelsOf("node<3>").get(0).where(), "vmware1", Optional.of("vm3")));
		assertTrue(document.text().contains("""
				    <clusternode name="node&lt;3&gt;" nodeid="3">
				      <fence>
				        <method name="1">
				          <device name="vmware1" port="vm3"/>
				        </method>
				      </fence>
				    </clusternode>
				"""), document.text());
		change((changes, model) -> changes.addDevice("b", "fence_ipmilan"));
		assertTrue(document.text().contains("/>\n    <fencedevice name=\"b\" agent=\"fence_ipmilan\"/>\n  </fencedevices>"), document.text());
		assertEquals(before, document.text().replaceAll("(?s)    <clusternode name=\"node&lt.*?</clusternode>\n", "")
				.replace("    <fencedevice name=\"b\" agent=\"fence_ipmilan\"/>\n", ""));
	}

	@Test
	void whatIsAddedCanBeRemovedWithoutATrace() {
		String before = document.text();
		change((changes, model) -> changes.addMethod(node(0), "second"));
		change((changes, model) -> changes.remove(methods().get(1).where()));
		change((changes, model) -> changes.addDevice("b", "fence_ipmilan"));
		change((changes, model) -> changes.remove(model.device("b").orElseThrow().where()));
		change((changes, model) -> changes.addNode("node3"));
		change((changes, model) -> changes.remove(node(2)));
		assertEquals(before, document.text());
	}

	@Test
	void movesBetweenItsKindAndStopsAtTheEnds() {
		change((changes, model) -> changes.addMethod(node(0), "second"));
		change((changes, model) -> changes.addStep(methods().get(0).where(), "other", Optional.empty()));
		assertEquals(List.of("vmware1", "other"), names(0));
		change((changes, model) -> changes.moveUp(methods().get(0).devices().get(1).where()));
		assertEquals(List.of("other", "vmware1"), names(0));
		String before = document.text();
		change((changes, model) -> changes.moveDown(methods().get(0).where()));
		assertEquals(List.of("second", "1"), methods().stream().map(FenceLevel::name).toList());
		assertEquals(document.text(), change((changes, model) -> changes.moveDown(methods().get(1).where())));
		change((changes, model) -> changes.moveUp(methods().get(1).where()));
		assertEquals(before, document.text());
		assertEquals(before, change((changes, model) -> changes.moveUp(node(0))));
	}

	@Test
	void aDeviceIsRenamedWhereverItIsUsed() {
		String before = document.text();
		assertEquals(before.replace("name=\"vmware1\"", "name=\"a&amp;b\""),
				change((changes, model) -> changes.rename(model.devices().get(0).where(), "a&b")));
		assertEquals(before, change((changes, model) -> changes.rename(model.devices().get(0).where(), "vmware1")));
	}

	@Test
	void attributesComeAndGo() {
		String before = document.text();
		TextRange step = methods().get(0).devices().get(0).where();
		assertEquals(before.replace("port=\"node1-vm\"", "port=\"node1-vm\" action=\"off\""),
				change((changes, model) -> changes.set(step, "action", Optional.of("off"))));
		assertEquals(before, change((changes, model) -> changes.set(step, "action", Optional.empty())));
		assertEquals(before, change((changes, model) -> changes.set(step, "action", Optional.empty())));
	}

	@Test
	void aConfigurationWithoutAnythingGetsItsFirstParts() {
		document = Samples.parse("<cluster name=\"c\" config_version=\"1\"/>");
		change((changes, model) -> changes.addNode("n1"));
		change((changes, model) -> changes.addDevice("d", "fence_vmware"));
		assertEquals("n1", document.configuration().nodes().get(0).name());
		assertEquals("d", document.configuration().devices().get(0).name());
	}

	@Test
	void otherFormsAndOtherPlacesAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> ClusterConfChanges.of(Samples.document("documentation.crm")));
		assertThrows(NoSuchElementException.class, () -> ClusterConfChanges.of(document).remove(TextRange.NONE));
	}
}

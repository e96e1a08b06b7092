package org.palisade.cluster.internal.clusterconf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.internal.form.ConfigurationBuilder;
import org.palisade.cluster.internal.xml.XmlAttribute;
import org.palisade.cluster.internal.xml.XmlDocument;
import org.palisade.cluster.internal.xml.XmlElement;
import org.palisade.cluster.internal.xml.XmlInsertion;
import org.palisade.cluster.internal.xml.XmlText;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.InsertionPoint;
import org.palisade.cluster.model.OptionValue;
import org.palisade.cluster.model.TextRange;

/** Reads {@code cluster.conf}. */
public final class ClusterConfReader {

	/** The name of the root element. */
	public static final String ROOT = "cluster";

	private final ConfigurationBuilder builder = new ConfigurationBuilder(ConfigurationForm.CLUSTER_CONF);
	private final XmlInsertion insertion;

	private ClusterConfReader(XmlDocument document) {
		this.insertion = new XmlInsertion(document);
	}

	/**
	 * {@return what the text says}
	 *
	 * @throws ClusterSyntaxException when it is no {@code cluster.conf}
	 */
	public static ClusterConfiguration read(String text) throws ClusterSyntaxException {
		XmlDocument document = XmlText.parse(text);
		XmlElement root = document.root();
		if (!root.name().equals(ROOT)) {
			throw new ClusterSyntaxException(root.startTag().line(), NLS.bind(Messages.not_cluster_conf, root.name()));
		}
		ClusterConfReader reader = new ClusterConfReader(document);
		reader.readRoot(root);
		document.comments().forEach(comment -> reader.builder.other(Messages.comment, comment));
		return reader.builder.build();
	}

	private void readRoot(XmlElement root) {
		builder.name(root.value("name")).version(root.attribute("config_version").map(ClusterConfReader::option));
		others(root, Set.of("name", "config_version"), Set.of("clusternodes", "fencedevices"));
		root.children("clusternodes").forEach(nodes -> {
			others(nodes, Set.of(), Set.of("clusternode"));
			nodes.children("clusternode").forEach(this::readNode);
		});
		root.children("fencedevices").forEach(devices -> {
			others(devices, Set.of(), Set.of("fencedevice"));
			devices.children("fencedevice").forEach(this::readDevice);
		});
	}

	private void readNode(XmlElement node) {
		String name = node.value("name");
		Optional<XmlElement> fence = node.children("fence").findFirst();
		InsertionPoint methods = insertion.child(node, fence, "<fence>", "</fence>");
		builder.node(new ClusterNode(name, optionsOf(node, Set.of("name")), methods, rangeOf(node, "name")));
		others(node, null, Set.of("fence"));
		int index = 0;
		for (XmlElement element : node.children("fence").toList()) {
			others(element, Set.of(), Set.of("method"));
			for (XmlElement method : element.children("method").toList()) {
				readMethod(name, ++index, method);
			}
		}
	}

	private void readMethod(String node, int index, XmlElement method) {
		List<DeviceUse> uses = new ArrayList<>();
		method.children("device").forEach(device -> {
			others(device, null, Set.of());
			uses.add(new DeviceUse(device.value("name"), optionsOf(device, Set.of("name")), XmlInsertion.attribute(device), rangeOf(device, "name")));
		});
		others(method, Set.of("name"), Set.of("device"));
		FenceLevel.Target target = new FenceLevel.Target(FenceLevel.TargetKind.NODE, node);
		builder.level(new FenceLevel(target, index, method.value("name"), uses, method.whole(), method.startTag()));
	}

	private void readDevice(XmlElement device) {
		others(device, null, Set.of());
		builder.device(new FenceDevice(device.value("name"), device.value("agent"), optionsOf(device, Set.of("name", "agent")), List.of(),
				List.of(), new FenceDevice.Place(device.whole(), rangeOf(device, "name"), rangeOf(device, "agent"),
						XmlInsertion.attribute(device), Optional.empty())));
	}

	/** Notes what is neither a known attribute nor a known element; without known attributes all of them are. */
	private void others(XmlElement element, Set<String> knownAttributes, Set<String> knownElements) {
		if (knownAttributes != null) {
			element.attributes().stream().filter(attribute -> !knownAttributes.contains(attribute.name())).forEach(attribute -> builder
					.other(NLS.bind(Messages.attribute, attribute.name(), element.name()), attribute.nameRange()));
		}
		element.children().stream().filter(child -> !knownElements.contains(child.name())).forEach(child -> builder
				.other(NLS.bind(Messages.element, child.name(), element.name()), child.whole()));
	}

	private static List<ClusterOption> optionsOf(XmlElement element, Set<String> but) {
		return element.attributes().stream().filter(attribute -> !but.contains(attribute.name())).map(ClusterConfReader::option).toList();
	}

	private static ClusterOption option(XmlAttribute attribute) {
		return new ClusterOption(attribute.name(), OptionValue.of(attribute.name(), attribute.value()),
				new ClusterOption.Place(attribute.whole(), attribute.nameRange(), attribute.valueRange()));
	}

	private static TextRange rangeOf(XmlElement element, String attribute) {
		return element.attribute(attribute).map(XmlAttribute::valueRange).orElse(element.startTag());
	}
}

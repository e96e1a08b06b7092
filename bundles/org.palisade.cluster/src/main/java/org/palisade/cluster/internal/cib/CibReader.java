package org.palisade.cluster.internal.cib;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.internal.form.ConfigurationBuilder;
import org.palisade.cluster.internal.xml.XmlDocument;
import org.palisade.cluster.internal.xml.XmlElement;
import org.palisade.cluster.internal.xml.XmlText;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.InsertionPoint;
import org.palisade.cluster.model.TextRange;

/** Reads a CIB, or the part of it that {@code cibadmin --query --scope} prints. */
public final class CibReader {

	/** The names of the root elements that are understood. */
	public static final Set<String> ROOTS = Set.of("cib", "configuration", "resources");

	private final ConfigurationBuilder builder = new ConfigurationBuilder(ConfigurationForm.CIB);
	private final XmlDocument document;

	private CibReader(XmlDocument document) {
		this.document = document;
	}

	/**
	 * {@return what the text says}
	 *
	 * @throws ClusterSyntaxException when it is no CIB
	 */
	public static ClusterConfiguration read(String text) throws ClusterSyntaxException {
		XmlDocument document = XmlText.parse(text);
		XmlElement root = document.root();
		if (!ROOTS.contains(root.name())) {
			throw new ClusterSyntaxException(root.startTag().line(), NLS.bind(Messages.not_cib, root.name()));
		}
		CibReader reader = new CibReader(document);
		reader.readRoot(root);
		document.comments().forEach(comment -> reader.builder.other(Messages.comment, comment));
		return reader.builder.build();
	}

	private void readRoot(XmlElement root) {
		switch (root.name()) {
			case "cib" -> root.children().forEach(child -> {
				if (child.name().equals("configuration")) {
					child.children().forEach(this::readSection);
				} else {
					builder.other(NLS.bind(Messages.section, child.name()), child.whole());
				}
			});
			case "configuration" -> root.children().forEach(this::readSection);
			default -> readSection(root);
		}
	}

	private void readSection(XmlElement section) {
		switch (section.name()) {
			case "crm_config" -> section.children().forEach(this::readProperties);
			case "nodes" -> section.children("node").forEach(this::readNode);
			case "resources" -> readResources(section);
			case "fencing-topology" -> section.children().forEach(level -> CibLevels.read(level, document, builder));
			default -> section.children()
					.forEach(child -> builder.other(NLS.bind(Messages.entry, child.name(), child.value("id")), child.whole()));
		}
	}

	private void readProperties(XmlElement set) {
		if (set.children("rule").findAny().isPresent()) {
			builder.other(NLS.bind(Messages.rule, set.value("id")), set.whole());
		}
		CibOptions.read(set, builder).forEach(property -> {
			if (property.name().equals("cluster-name")) {
				builder.name(property.text());
			}
			builder.property(property);
		});
	}

	private void readNode(XmlElement node) {
		List<ClusterOption> attributes = Stream.of("id", "type").flatMap(name -> node.attribute(name).stream())
				.map(CibOptions::ofAttribute).toList();
		TextRange where = node.attribute("uname").map(name -> name.valueRange()).orElse(node.startTag());
		builder.node(new ClusterNode(node.attribute("uname").isPresent() ? node.value("uname") : node.value("id"), attributes,
				InsertionPoint.NONE, where));
		node.children().forEach(child -> builder.other(NLS.bind(Messages.of_node, child.name(), node.value("uname")), child.whole()));
	}

	private void readResources(XmlElement resources) {
		for (XmlElement resource : resources.children()) {
			boolean device = CibDevices.isDevice(resource, resources);
			List<XmlElement> inside = resource.descendants("primitive").filter(primitive -> CibDevices.isDevice(primitive, resources)).toList();
			if (device) {
				new CibDevices(document, builder, resources).read(resource);
			} else if (!isTemplateOfDevice(resource)) {
				builder.other(NLS.bind(Messages.entry, resource.name(), resource.value("id")), resource.whole());
			}
			inside.forEach(primitive -> new CibDevices(document, builder, resources).read(primitive));
		}
	}

	private static boolean isTemplateOfDevice(XmlElement resource) {
		return resource.name().equals("template") && resource.value("class").equals(CibDevices.CLASS);
	}

	/** {@return the element of that name and id in another} */
	static Optional<XmlElement> byId(XmlElement parent, String name, String id) {
		return parent.children(name).filter(child -> child.value("id").equals(id)).findFirst();
	}
}

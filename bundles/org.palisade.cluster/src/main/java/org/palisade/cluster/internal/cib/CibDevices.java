package org.palisade.cluster.internal.cib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.internal.form.ConfigurationBuilder;
import org.palisade.cluster.internal.xml.XmlAttribute;
import org.palisade.cluster.internal.xml.XmlDocument;
import org.palisade.cluster.internal.xml.XmlElement;
import org.palisade.cluster.internal.xml.XmlEscapes;
import org.palisade.cluster.internal.xml.XmlInsertion;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceOperation;
import org.palisade.cluster.model.InsertionPoint;
import org.palisade.cluster.model.TextRange;

/** Reads the primitives that are fence devices. */
final class CibDevices {

	/** The class of resources that are fence devices. */
	static final String CLASS = "stonith";

	private static final Set<String> KNOWN = Set.of("instance_attributes", "meta_attributes", "operations");

	private final XmlInsertion insertion;
	private final ConfigurationBuilder builder;
	private final XmlElement resources;

	CibDevices(XmlDocument document, ConfigurationBuilder builder, XmlElement resources) {
		this.insertion = new XmlInsertion(document);
		this.builder = builder;
		this.resources = resources;
	}

	/** {@return whether a resource is a fence device, by itself or by its template} */
	static boolean isDevice(XmlElement resource, XmlElement resources) {
		return resource.name().equals("primitive") && definition(resource, resources).value("class").equals(CLASS);
	}

	/** {@return the element that tells the class and type} */
	private static XmlElement definition(XmlElement primitive, XmlElement resources) {
		String template = primitive.value("template");
		return template.isEmpty() ? primitive : CibReader.byId(resources, "template", template).orElse(primitive);
	}

	void read(XmlElement primitive) {
		XmlElement definition = definition(primitive, resources);
		List<XmlElement> sources = definition == primitive ? List.of(primitive) : List.of(primitive, definition);
		List<ClusterOption> options = new ArrayList<>();
		List<ClusterOption> meta = new ArrayList<>();
		List<FenceOperation> operations = new ArrayList<>();
		for (XmlElement source : sources) {
			addWithoutOverriding(options, setsOf(source, "instance_attributes"));
			addWithoutOverriding(meta, setsOf(source, "meta_attributes"));
			source.children("operations").flatMap(element -> element.children("op")).forEach(op -> operations.add(operation(op)));
			source.children().stream().filter(child -> !KNOWN.contains(child.name())).forEach(child -> builder
					.other(NLS.bind(Messages.entry, child.name(), child.value("id")), child.whole()));
		}
		String id = primitive.value("id");
		builder.device(new FenceDevice(id, definition.value("type"), options, operations, meta,
				new FenceDevice.Place(primitive.whole(), range(primitive, "id"), range(definition, "type"), optionsPoint(primitive),
						Optional.of(operationsPoint(primitive)))));
	}

	private InsertionPoint optionsPoint(XmlElement primitive) {
		Optional<XmlElement> set = primitive.children("instance_attributes").filter(CibDevices::isUnconditional).findFirst();
		String id = XmlEscapes.encode(primitive.value("id") + "-instance_attributes");
		return insertion.child(primitive, set, "<instance_attributes id=\"" + id + "\">", "</instance_attributes>");
	}

	private InsertionPoint operationsPoint(XmlElement primitive) {
		return insertion.child(primitive, primitive.children("operations").findFirst(), "<operations>", "</operations>");
	}

	private List<ClusterOption> setsOf(XmlElement source, String name) {
		List<ClusterOption> options = new ArrayList<>();
		source.children(name).forEach(set -> {
			if (!isUnconditional(set)) {
				builder.other(NLS.bind(Messages.rule, set.value("id")), set.whole());
			}
			addWithoutOverriding(options, CibOptions.read(set, builder));
		});
		return options;
	}

	/** The first set that has a name decides; what the later ones say of it is of no effect. */
	private void addWithoutOverriding(List<ClusterOption> options, List<ClusterOption> more) {
		for (ClusterOption option : more) {
			if (options.stream().noneMatch(known -> known.name().equals(option.name()))) {
				options.add(option);
			} else {
				builder.other(NLS.bind(Messages.overridden, option.name()), option.where());
			}
		}
	}

	private static boolean isUnconditional(XmlElement set) {
		return set.children("rule").findAny().isEmpty();
	}

	private FenceOperation operation(XmlElement op) {
		op.children().forEach(child -> builder.other(NLS.bind(Messages.entry, child.name(), child.value("id")), child.whole()));
		List<ClusterOption> options = op.attributes().stream()
				.filter(attribute -> !attribute.name().equals("id") && !attribute.name().equals("name")).map(CibOptions::ofAttribute).toList();
		return new FenceOperation(op.value("name"), options, op.startTag());
	}

	private static TextRange range(XmlElement element, String attribute) {
		return element.attribute(attribute).map(XmlAttribute::valueRange).orElse(element.startTag());
	}
}

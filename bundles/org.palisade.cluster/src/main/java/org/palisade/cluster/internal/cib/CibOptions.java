package org.palisade.cluster.internal.cib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.internal.form.ConfigurationBuilder;
import org.palisade.cluster.internal.xml.XmlAttribute;
import org.palisade.cluster.internal.xml.XmlElement;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.OptionValue;

/** Reads {@code nvpair} elements. */
final class CibOptions {

	private CibOptions() {
	}

	/** {@return the pairs of a set} What is no pair with a name and a value is noted as something else. */
	static List<ClusterOption> read(XmlElement set, ConfigurationBuilder builder) {
		List<ClusterOption> options = new ArrayList<>();
		for (XmlElement child : set.children()) {
			Optional<XmlAttribute> name = child.attribute("name");
			Optional<XmlAttribute> value = child.attribute("value");
			if (child.name().equals("nvpair") && name.isPresent() && value.isPresent()) {
				options.add(new ClusterOption(name.get().value(), OptionValue.of(name.get().value(), value.get().value()),
						new ClusterOption.Place(child.whole(), name.get().valueRange(), value.get().valueRange())));
			} else if (!child.name().equals("rule")) {
				builder.other(NLS.bind(Messages.entry, child.name(), child.value("id")), child.whole());
			}
		}
		return options;
	}

	static ClusterOption ofAttribute(XmlAttribute attribute) {
		return new ClusterOption(attribute.name(), OptionValue.of(attribute.name(), attribute.value()),
				new ClusterOption.Place(attribute.whole(), attribute.nameRange(), attribute.valueRange()));
	}
}

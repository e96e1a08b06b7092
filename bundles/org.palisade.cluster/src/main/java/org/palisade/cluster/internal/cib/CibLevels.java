package org.palisade.cluster.internal.cib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.internal.form.ConfigurationBuilder;
import org.palisade.cluster.internal.xml.XmlAttribute;
import org.palisade.cluster.internal.xml.XmlDocument;
import org.palisade.cluster.internal.xml.XmlElement;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.InsertionPoint;
import org.palisade.cluster.model.TextRange;

/** Reads the levels of the topology. */
final class CibLevels {

	private CibLevels() {
	}

	static void read(XmlElement level, XmlDocument document, ConfigurationBuilder builder) {
		Optional<FenceLevel.Target> target = target(level);
		Optional<Integer> index = index(level.value("index"));
		Optional<XmlAttribute> devices = level.attribute("devices");
		if (!level.name().equals("fencing-level") || target.isEmpty() || index.isEmpty() || devices.isEmpty()) {
			builder.other(NLS.bind(Messages.entry, level.name(), level.value("id")), level.whole());
			return;
		}
		builder.level(new FenceLevel(target.get(), index.get(), "", uses(devices.get(), document), level.whole(), level.startTag()));
	}

	private static Optional<FenceLevel.Target> target(XmlElement level) {
		if (level.attribute("target").isPresent()) {
			return Optional.of(new FenceLevel.Target(FenceLevel.TargetKind.NODE, level.value("target")));
		}
		if (level.attribute("target-pattern").isPresent()) {
			return Optional.of(new FenceLevel.Target(FenceLevel.TargetKind.PATTERN, level.value("target-pattern")));
		}
		return level.attribute("target-attribute").map(attribute -> new FenceLevel.Target(FenceLevel.TargetKind.ATTRIBUTE,
				attribute.value() + "=" + level.value("target-value")));
	}

	private static Optional<Integer> index(String text) {
		try {
			return Optional.of(Integer.parseInt(text.strip()));
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}

	private static List<DeviceUse> uses(XmlAttribute devices, XmlDocument document) {
		List<DeviceUse> uses = new ArrayList<>();
		TextRange all = devices.valueRange();
		// Names of resources are XML identifiers, so nothing in them is escaped and the places can be counted.
		boolean countable = devices.value().length() == all.length();
		int at = 0;
		for (String name : devices.value().split(",", -1)) {
			TextRange where = countable ? document.lines().range(all.offset() + at, all.offset() + at + name.length()) : all;
			if (!name.isBlank()) {
				uses.add(new DeviceUse(name.strip(), List.of(), InsertionPoint.NONE, where));
			}
			at += name.length() + 1;
		}
		return uses;
	}
}

package org.palisade.cluster.internal.cib;

import java.util.Optional;

import org.palisade.cluster.internal.xml.XmlEditor;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.TextEdit;

/** Writes changes as the CIB has them. */
public final class CibEditor extends XmlEditor {

	@Override
	public TextEdit addOption(FenceDevice device, String name, String value) {
		String id = device.name() + "-instance_attributes-" + name;
		return device.place().options().insert("<nvpair " + attribute("id", id) + " " + attribute("name", name) + " " + attribute("value", value) + "/>");
	}

	@Override
	public Optional<TextEdit> addMonitor(FenceDevice device, String interval) {
		String id = device.name() + "-monitor-interval-" + interval;
		return device.place().operations().map(point -> point.insert(
				"<op " + attribute("id", id) + " " + attribute("name", "monitor") + " " + attribute("interval", interval) + "/>"));
	}
}

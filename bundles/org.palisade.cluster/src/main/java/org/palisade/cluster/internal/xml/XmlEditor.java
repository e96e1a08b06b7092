package org.palisade.cluster.internal.xml;

import java.util.ArrayList;
import java.util.List;

import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.DocumentEditor;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.TextEdit;

/** What changes have in common in the forms that are XML: names and values are (parts of) attributes. */
public abstract class XmlEditor implements DocumentEditor {

	@Override
	public List<TextEdit> replaceOption(ClusterOption option, String name, String value) {
		List<TextEdit> edits = new ArrayList<>();
		if (!name.equals(option.name())) {
			edits.add(TextEdit.replace(option.place().name(), XmlEscapes.encode(name)));
		}
		if (!value.equals(option.text())) {
			edits.add(TextEdit.replace(option.place().value(), XmlEscapes.encode(value)));
		}
		return edits;
	}

	@Override
	public TextEdit replaceAgent(FenceDevice device, String agent) {
		return TextEdit.replace(device.place().agent(), XmlEscapes.encode(agent));
	}

	@Override
	public TextEdit replaceDevice(DeviceUse use, String device) {
		return TextEdit.replace(use.where(), XmlEscapes.encode(device));
	}

	/** {@return an attribute as it is written} */
	protected static String attribute(String name, String value) {
		return name + "=\"" + XmlEscapes.encode(value) + '"';
	}
}

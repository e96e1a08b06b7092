package org.palisade.cluster.internal.convert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.palisade.cluster.internal.xml.XmlEscapes;
import org.palisade.cluster.model.ClusterOption;

/** Writes XML, indented. Attributes are written by name and value in turn; those with an empty value as well. */
final class XmlOutput {

	private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	private final Deque<String> open = new ArrayDeque<>();

	XmlOutput empty(String name, String... attributes) {
		return tag(name, "/>", List.of(), attributes);
	}

	XmlOutput empty(String name, List<ClusterOption> more, String... attributes) {
		return tag(name, "/>", more, attributes);
	}

	XmlOutput start(String name, List<ClusterOption> more, String... attributes) {
		tag(name, ">", more, attributes);
		open.push(name);
		return this;
	}

	XmlOutput start(String name, String... attributes) {
		return start(name, List.of(), attributes);
	}

	XmlOutput end() {
		String name = open.pop();
		indent().append("</").append(name).append(">\n");
		return this;
	}

	private XmlOutput tag(String name, String end, List<ClusterOption> more, String... attributes) {
		indent().append('<').append(name);
		for (int i = 0; i < attributes.length; i += 2) {
			attribute(attributes[i], attributes[i + 1]);
		}
		more.forEach(option -> attribute(option.name(), option.text()));
		text.append(end).append('\n');
		return this;
	}

	private void attribute(String name, String value) {
		text.append(' ').append(name).append("=\"").append(XmlEscapes.encode(value)).append('"');
	}

	private StringBuilder indent() {
		return text.append("  ".repeat(open.size()));
	}

	@Override
	public String toString() {
		return text.toString();
	}
}

package org.palisade.simulator.internal.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.palisade.simulator.internal.model.Reference;
import org.palisade.simulator.internal.model.VimFault;

/** An element of a request, names without their namespaces. Filled by {@link SoapReader}, not changed afterwards. */
public final class Element {

	private final String name;
	private final String typeAttribute;
	private final String instanceType;
	private final List<Element> children = new ArrayList<>();
	private final StringBuilder text = new StringBuilder();

	Element(String name, String typeAttribute, String instanceType) {
		this.name = name;
		this.typeAttribute = typeAttribute;
		this.instanceType = instanceType;
	}

	void add(Element child) {
		children.add(child);
	}

	void append(String characters) {
		text.append(characters);
	}

	/** Its name. */
	public String name() {
		return name;
	}

	/** What {@code xsi:type} says, without a prefix; empty when it says nothing. */
	public String instanceType() {
		return instanceType;
	}

	/** Its text. */
	public String text() {
		return text.toString();
	}

	/** All its children. */
	public List<Element> children() {
		return children;
	}

	/** The children of that name, in order. */
	public List<Element> children(String childName) {
		List<Element> found = new ArrayList<>();
		for (Element child : children) {
			if (child.name.equals(childName)) {
				found.add(child);
			}
		}
		return found;
	}

	/** The first child of that name. */
	public Optional<Element> child(String childName) {
		for (Element child : children) {
			if (child.name.equals(childName)) {
				return Optional.of(child);
			}
		}
		return Optional.empty();
	}

	/** The text of a child that must be there. */
	public String required(String childName) throws VimFault {
		return child(childName).map(Element::text).orElseThrow(() -> VimFault.invalidArgument(childName));
	}

	/** The text of a child, empty when it is not there. */
	public String optional(String childName) {
		return child(childName).map(Element::text).orElse("");
	}

	/** The texts of all children of that name. */
	public List<String> texts(String childName) {
		return children(childName).stream().map(Element::text).toList();
	}

	/** Whether a child is there and says true. */
	public boolean isTrue(String childName) {
		String value = optional(childName).trim();
		return value.equals("true") || value.equals("1");
	}

	/** The whole number of a child, when there is one. */
	public Optional<Integer> integer(String childName) throws VimFault {
		Optional<Element> child = child(childName);
		if (child.isEmpty()) {
			return Optional.empty();
		}
		try {
			return Optional.of(Integer.valueOf(child.get().text().trim()));
		} catch (NumberFormatException e) {
			throw VimFault.invalidArgument(childName);
		}
	}

	/** This element as a MoRef. */
	public Reference reference() {
		return new Reference(typeAttribute, text().trim());
	}

	/** The MoRef of a child that must be there. */
	public Reference reference(String childName) throws VimFault {
		return child(childName).map(Element::reference).orElseThrow(() -> VimFault.invalidArgument(childName));
	}
}

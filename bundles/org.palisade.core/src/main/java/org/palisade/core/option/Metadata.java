package org.palisade.core.option;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.palisade.api.option.OptionDeclaration;

/**
 * The XML by which an agent describes itself, made from the declarations. Its schema is {@code lib/metadata.rng} of ClusterLabs
 * fence-agents.
 */
public final class Metadata {

	/**
	 * What the metadata says about the agent as a whole.
	 *
	 * @param name the name of the command
	 * @param summary what it is, a few words
	 * @param description what it does, some sentences
	 * @param url where to read more
	 */
	public record Agent(String name, String summary, String description, String url) {
	}

	/** The schema that fence2rng.xsl of fence-agents makes from the metadata has this name built in, and must not get it twice. */
	private static final String UNLISTED = "option";

	private final StringWriter text = new StringWriter();
	private final XMLStreamWriter xml;

	private Metadata() throws XMLStreamException {
		xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
	}

	/**
	 * {@return the metadata, to be encoded in UTF-8}
	 *
	 * @param agent what to say about the agent as a whole
	 * @param catalog the options that exist
	 * @param required the names of the options that every request needs
	 */
	public static String of(Agent agent, OptionCatalog catalog, Set<String> required) {
		try {
			Metadata metadata = new Metadata();
			metadata.write(agent, catalog, required);
			return metadata.text.toString();
		} catch (XMLStreamException e) {
			throw new IllegalStateException(e);
		}
	}

	private void write(Agent agent, OptionCatalog catalog, Set<String> required) throws XMLStreamException {
		xml.writeStartDocument("1.0");
		start(0, "resource-agent");
		attribute("name", agent.name());
		attribute("shortdesc", agent.summary());
		element(0, "longdesc", agent.description());
		element(0, "vendor-url", agent.url());
		start(0, "parameters");
		for (OptionDeclaration declaration : catalog.declarations()) {
			writeParameters(declaration, required.contains(declaration.name()));
		}
		end(0);
		writeActions();
		end(0);
		xml.writeCharacters("\n");
		xml.writeEndDocument();
		xml.flush();
	}

	private void writeParameters(OptionDeclaration declaration, boolean required) throws XMLStreamException {
		List<String> oldNames = declaration.oldNames().stream().filter(oldName -> !oldName.equals(UNLISTED)).toList();
		startParameter(declaration.name(), required);
		if (!oldNames.isEmpty()) {
			// The schema has room for one name; the further ones are marked as deprecated all the same.
			attribute("obsoletes", oldNames.get(0));
		}
		endParameter(declaration);
		for (String oldName : oldNames) {
			// Never required: a tool that asks for a required parameter has to ask for the new one.
			startParameter(oldName, false);
			attribute("deprecated", "1");
			endParameter(declaration);
		}
	}

	private void startParameter(String name, boolean required) throws XMLStreamException {
		start(1, "parameter");
		attribute("name", name);
		attribute("unique", "0");
		attribute("required", required ? "1" : "0");
	}

	private void endParameter(OptionDeclaration declaration) throws XMLStreamException {
		empty(2, "getopt");
		attribute("mixed", OptionUsage.of(declaration));
		writeContent(declaration);
		start(2, "shortdesc");
		attribute("lang", "en");
		xml.writeCharacters(legal(declaration.description()));
		xml.writeEndElement();
		end(1);
	}

	private void writeContent(OptionDeclaration declaration) throws XMLStreamException {
		if (declaration.choices().isEmpty()) {
			empty(2, "content");
			writeContentAttributes(declaration);
			return;
		}
		start(2, "content");
		writeContentAttributes(declaration);
		for (String choice : declaration.choices()) {
			empty(3, "option");
			attribute("value", choice);
		}
		end(2);
	}

	private void writeContentAttributes(OptionDeclaration declaration) throws XMLStreamException {
		attribute("type", declaration.type().metadataName());
		if (declaration.defaultValue().isPresent()) {
			attribute("default", declaration.defaultValue().get());
		}
	}

	private void writeActions() throws XMLStreamException {
		start(0, "actions");
		for (FenceAction action : FenceAction.values()) {
			empty(1, "action");
			attribute("name", action.word());
			if (action == FenceAction.ON) {
				// A node is not to be powered on by the cluster merely because it joins.
				attribute("automatic", "0");
			}
		}
		end(0);
	}

	private void element(int depth, String name, String content) throws XMLStreamException {
		start(depth, name);
		xml.writeCharacters(legal(content));
		xml.writeEndElement();
	}

	private void start(int depth, String name) throws XMLStreamException {
		newLine(depth);
		xml.writeStartElement(name);
	}

	private void empty(int depth, String name) throws XMLStreamException {
		newLine(depth);
		xml.writeEmptyElement(name);
	}

	private void end(int depth) throws XMLStreamException {
		newLine(depth);
		xml.writeEndElement();
	}

	private void attribute(String name, String value) throws XMLStreamException {
		xml.writeAttribute(name, legal(value));
	}

	private void newLine(int depth) throws XMLStreamException {
		xml.writeCharacters("\n" + "\t".repeat(depth));
	}

	/** A back end's description may hold what XML cannot, and one bad character would make the whole agent unusable. */
	private static String legal(String text) {
		StringBuilder legal = new StringBuilder(text.length());
		text.codePoints().forEach(point -> legal.appendCodePoint(isLegal(point) ? point : 0xFFFD));
		return legal.toString();
	}

	private static boolean isLegal(int point) {
		boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
		return point == '\t' || point == '\n' || point >= ' ' && !surrogate && point != 0xFFFE && point != 0xFFFF;
	}
}

package org.palisade.rcp.internal.help;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A page of a help book, or a cheat sheet, as what a form can show: headings, paragraphs, lists and links. It has to be well-formed, and what else is in it is left out,
 * but for its text.
 */
final class HelpPage {

	private static final Set<String> NOT_SHOWN = Set.of("head", "script", "style");

	private final StringBuilder form = new StringBuilder("<form>");
	private int hidden;
	private int steps;

	private HelpPage() {
	}

	/**
	 * {@return the page as markup for a form}
	 *
	 * @throws IOException when it cannot be read, or is not well-formed
	 */
	static String read(InputStream page) throws IOException {
		XMLInputFactory factory = XMLInputFactory.newInstance();
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		try {
			return new HelpPage().read(factory.createXMLStreamReader(page));
		} catch (XMLStreamException e) {
			throw new IOException(e);
		}
	}

	private String read(XMLStreamReader reader) throws XMLStreamException {
		while (reader.hasNext()) {
			switch (reader.next()) {
				case XMLStreamConstants.START_ELEMENT -> begin(reader);
				case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
				case XMLStreamConstants.CHARACTERS -> text(reader.getText());
				default -> {
					// nothing that is read
				}
			}
		}
		return form.append("</form>").toString();
	}

	private void begin(XMLStreamReader reader) {
		String name = reader.getLocalName();
		if (NOT_SHOWN.contains(name)) {
			hidden++;
		}
		switch (name) {
			case "h1" -> form.append("<p><span font=\"title\">");
			case "h2", "h3" -> form.append("<p><b>");
			case "p" -> form.append("<p>");
			case "li" -> form.append("<li>");
			case "b", "strong" -> form.append("<b>");
			case "a" -> form.append(link(reader.getAttributeValue(null, "href")));
			case "cheatsheet" -> form.append("<p><span font=\"title\">").append(escaped(reader.getAttributeValue(null, "title"))).append("</span></p>");
			case "item" -> form.append("<p><b>").append(++steps).append(". ").append(escaped(reader.getAttributeValue(null, "title"))).append("</b></p>");
			case "description" -> form.append("<p>");
			case "command" -> form.append("<p>").append(link(HelpLinks.COMMAND + reader.getAttributeValue(null, "serialization")))
					.append(escaped(Messages.step)).append("</a></p>");
			default -> {
				// its text alone is shown
			}
		}
	}

	private void end(String name) {
		if (NOT_SHOWN.contains(name)) {
			hidden--;
		}
		switch (name) {
			case "h1" -> form.append("</span></p>");
			case "h2", "h3" -> form.append("</b></p>");
			case "p", "description" -> form.append("</p>");
			case "li" -> form.append("</li>");
			case "b", "strong" -> form.append("</b>");
			case "a" -> form.append("</a>");
			default -> {
				// nothing was begun
			}
		}
	}

	private static String link(String target) {
		return "<a href=\"" + escaped(target) + "\">";
	}

	/** Text between the blocks is white space. */
	private void text(String text) {
		if (hidden == 0 && !(text.isBlank() && text.contains("\n"))) {
			form.append(escaped(text));
		}
	}

	static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}

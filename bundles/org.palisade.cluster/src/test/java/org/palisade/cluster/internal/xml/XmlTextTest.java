package org.palisade.cluster.internal.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.cluster.model.ClusterSyntaxException;

class XmlTextTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "", "no xml", "<a", "<a>", "</a>", "<a></b>", "<a x=1/>", "<a x='1' x='2'/>", "<a><b></a></b>", "<a/><b/>", "<a>&unknown;</a>",
			"<a x='<'/>", "<a>\u0000</a>", "<a x='&#0;'/>", "<a><!-- -- --></a>", "<?xml version='1.0'?>" })
	void refusesWhatIsNotWellFormed(String text) {
		assertThrows(ClusterSyntaxException.class, () -> XmlText.parse(text));
	}

	@Test
	void refusesDocumentTypesAndEntities() {
		String laughs = "<!DOCTYPE a [<!ENTITY l0 'ha'><!ENTITY l1 '&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;'><!ENTITY l2 '&l1;&l1;&l1;&l1;&l1;&l1;'>]>\n<a>&l2;</a>";
		ClusterSyntaxException problem = assertThrows(ClusterSyntaxException.class, () -> XmlText.parse(laughs));
		assertTrue(problem.getMessage().contains("DOCTYPE"), problem.getMessage());
		assertThrows(ClusterSyntaxException.class, () -> XmlText.parse("<!DOCTYPE a><a/>"));
		assertThrows(ClusterSyntaxException.class, () -> XmlText.parse("<!DOCTYPE a [\u0000"));
	}

	@Test
	void readsNoOtherFile() throws Exception {
		Path secret = Files.writeString(folder.resolve("secret"), "top-secret");
		assertThrows(ClusterSyntaxException.class,
				() -> XmlText.parse("<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><a>&x;</a>"));
		XmlDocument document = XmlText.parse("<a><i:include xmlns:i='http://www.w3.org/2001/XInclude' parse='text' href='" + secret.toUri() + "'/></a>");
		assertEquals("i:include", document.root().children().get(0).name());
		assertTrue(document.root().children().get(0).children().isEmpty());
	}

	@Test
	void refusesNestingWithoutEnd() {
		ClusterSyntaxException problem = assertThrows(ClusterSyntaxException.class, () -> XmlText.parse("<a>".repeat(100_000)));
		assertTrue(problem.getMessage().contains("64"), problem.getMessage());
	}

	@Test
	void tellsTheLineAndNothingOfTheText() {
		ClusterSyntaxException problem = assertThrows(ClusterSyntaxException.class, () -> XmlText.parse("<a>\n<b passwd='s3cret' passwd='s3cret'/>\n</a>"));
		assertEquals(2, problem.line());
		assertFalse(problem.getMessage().contains("s3cret"), problem.getMessage());
	}

	@Test
	void findsTheSameAsStax() throws Exception {
		Random random = new Random(20261122);
		for (int i = 0; i < 300; i++) {
			String text = "<?xml version='1.0'?>\n<!-- <x y='z'> -->" + RandomXml.element(random, 0) + "\n";
			XmlDocument document = XmlText.parse(text);
			List<String> ours = new ArrayList<>();
			list(document.root(), text, ours);
			assertEquals(byStax(text), ours, text);
		}
	}

	private static void list(XmlElement element, String text, List<String> found) {
		found.add(element.name());
		for (XmlAttribute attribute : element.attributes()) {
			found.add(attribute.name() + "=" + attribute.value());
			assertEquals(attribute.name(), text.substring(attribute.nameRange().offset(), attribute.nameRange().end()));
			assertEquals(attribute.value(), XmlEscapes.decode(text.substring(attribute.valueRange().offset(), attribute.valueRange().end())));
		}
		assertTrue(text.substring(element.whole().offset(), element.whole().end()).endsWith(">"));
		element.children().forEach(child -> list(child, text, found));
	}

	private static List<String> byStax(String text) throws Exception {
		List<String> found = new ArrayList<>();
		XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(text));
		while (reader.hasNext()) {
			if (reader.next() == XMLStreamConstants.START_ELEMENT) {
				found.add(reader.getLocalName());
				for (int i = 0; i < reader.getAttributeCount(); i++) {
					found.add(reader.getAttributeLocalName(i) + "=" + reader.getAttributeValue(i));
				}
			}
		}
		return found;
	}
}

package org.palisade.core.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palisade.api.option.OptionDeclaration;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Metadata, help and both parsers come from one declaration, so none may know an option that another does not. */
class MetadataTest {

	private static final OptionDeclaration NASTY = OptionDeclaration.select("nasty", List.of("<a>", "\"b\"", "c&d"), "A & B < C > \"D\" \u0001 \ud800 end")
			.withDefault("c&d");
	private static final OptionCatalog CATALOG = OptionCatalog.of(List.of(CatalogedBackEnd.declaring("one", NASTY)));
	private static final Metadata.Agent AGENT = new Metadata.Agent("fence_x", "a <short> one", "a & long one", "https://example.org");

	static Stream<Element> parameters() throws Exception {
		List<Element> parameters = new ArrayList<>(byName().values());
		return parameters.stream();
	}

	@ParameterizedTest
	@MethodSource("parameters")
	void everyParameterIsAcceptedOnStandardInput(Element parameter) throws Exception {
		String name = parameter.getAttribute("name");

		RawOptions options = StandardInputParser.parse(
				new ByteArrayInputStream((name + "=1\n").getBytes(StandardCharsets.UTF_8)), CATALOG);

		assertEquals(List.of(), options.warnings());
		assertEquals(Set.of(declarationOf(name).name()), options.values().keySet());
	}

	@ParameterizedTest
	@MethodSource("parameters")
	void everyParameterIsAcceptedOnTheCommandLineAsItsUsageSays(Element parameter) throws Exception {
		String name = parameter.getAttribute("name");
		String usage = child(parameter, "getopt").getAttribute("mixed");
		for (String form : usage.split(", ")) {
			List<String> arguments = new ArrayList<>(List.of(form.replaceAll("=.*", "")));
			if (usage.contains("=")) {
				arguments.add("1");
			}

			assertEquals("1", ArgumentParser.parse(arguments, CATALOG).value(declarationOf(name).name()).orElseThrow(), form);
		}
	}

	@ParameterizedTest
	@MethodSource("parameters")
	void everyNameIsALongOptionToo(Element parameter) throws Exception {
		String name = parameter.getAttribute("name");

		RawOptions options = ArgumentParser.parse(List.of("--" + name + "=1"), CATALOG);

		assertEquals("1", options.value(declarationOf(name).name()).orElseThrow());
	}

	@ParameterizedTest
	@MethodSource("parameters")
	void everyParameterIsInTheHelp(Element parameter) {
		assertTrue(HelpText.of("fence_x", CATALOG).contains(child(parameter, "getopt").getAttribute("mixed")));
	}

	@Test
	void everyNameThatAParserAcceptsIsAParameter() throws Exception {
		Map<String, Element> parameters = byName();
		for (OptionDeclaration declaration : CATALOG.declarations()) {
			assertTrue(parameters.containsKey(declaration.name()), declaration.name());
			for (String oldName : declaration.oldNames()) {
				assertEquals(oldName.equals("option"), !parameters.containsKey(oldName), oldName);
				assertTrue(oldName.equals("option") || parameters.get(oldName).getAttribute("deprecated").equals("1"), oldName);
			}
		}
		int names = CATALOG.declarations().stream().mapToInt(declaration -> 1 + declaration.oldNames().size()).sum();
		assertEquals(names - 1, parameters.size());
	}

	/** fence2rng.xsl of fence-agents 4.12.1 adds it to every schema by itself. */
	@Test
	void theOldNameOfTheActionIsAcceptedButNotListed() throws Exception {
		assertEquals(null, byName().get("option"));
		assertEquals("", byName().get("action").getAttribute("obsoletes"));
		assertEquals("action", declarationOf("option").name());
	}

	@Test
	void aNewNameObsoletesTheOldOne() throws Exception {
		Map<String, Element> parameters = byName();

		assertEquals("ipaddr", parameters.get("ip").getAttribute("obsoletes"));
		assertEquals("port", parameters.get("plug").getAttribute("obsoletes"));
		assertEquals("", parameters.get("ip").getAttribute("deprecated"));
	}

	@Test
	void onlyWhatIsRequiredIsRequiredAndNeverByAnOldName() throws Exception {
		byName().forEach((name, parameter) -> assertEquals(Set.of("ip", "plug").contains(name) ? "1" : "0", parameter.getAttribute("required"),
				name));
	}

	@Test
	void aSecretIsAString() throws Exception {
		assertEquals("string", child(byName().get("password"), "content").getAttribute("type"));
	}

	@Test
	void aSelectShowsItsChoicesUnharmed() throws Exception {
		Element content = child(byName().get("nasty"), "content");

		assertEquals("select", content.getAttribute("type"));
		assertEquals("c&d", content.getAttribute("default"));
		NodeList options = content.getElementsByTagName("option");
		assertEquals("<a>", ((Element) options.item(0)).getAttribute("value"));
		assertEquals("\"b\"", ((Element) options.item(1)).getAttribute("value"));
	}

	@Test
	void whatXmlCannotHoldIsReplaced() throws Exception {
		assertEquals("A & B < C > \"D\" \ufffd \ufffd end", child(byName().get("nasty"), "shortdesc").getTextContent());
	}

	@Test
	void theActionsAreThoseThatWork() throws Exception {
		List<String> actions = new ArrayList<>();
		NodeList elements = document().getElementsByTagName("action");
		for (int i = 0; i < elements.getLength(); i++) {
			Element action = (Element) elements.item(i);
			actions.add(action.getAttribute("name"));
			assertEquals(action.getAttribute("name").equals("on") ? "0" : "", action.getAttribute("automatic"));
		}

		assertEquals(List.of("on", "off", "reboot", "status", "list", "list-status", "monitor", "metadata", "manpage", "validate-all"),
				actions);
	}

	/** As the schema of the cluster software wants it: an element that is closed too late would hold what follows it. */
	@Test
	void theElementsNest() throws Exception {
		Element root = document();
		assertEquals(List.of("longdesc", "vendor-url", "parameters", "actions"), childNames(root));
		for (Element parameter : byName().values()) {
			assertEquals("parameters", parameter.getParentNode().getNodeName());
			assertEquals(List.of("getopt", "content", "shortdesc"), childNames(parameter));
			assertEquals("en", child(parameter, "shortdesc").getAttribute("lang"));
			assertEquals("0", parameter.getAttribute("unique"));
		}
		assertEquals(List.of("option", "option", "option"), childNames(child(byName().get("nasty"), "content")));
		assertEquals(Set.of("action"), Set.copyOf(childNames(child(root, "actions"))));
	}

	/** People read it too, and compare versions of it. */
	@Test
	void eachElementBeginsALine() {
		String xml = Metadata.of(AGENT, CATALOG, Set.of("ip", "plug"));
		assertTrue(xml.startsWith("<?xml version=\"1.0\"?>\n<resource-agent "), xml);
		assertTrue(xml.contains("\n\t<parameter name=\"ip\" "), xml);
		assertTrue(xml.contains("\n\t\t<shortdesc lang=\"en\">"), xml);
		assertTrue(xml.contains("</shortdesc>\n\t</parameter>\n"), xml);
		assertTrue(xml.endsWith("\n</actions>\n</resource-agent>\n"), xml);
	}

	private static List<String> childNames(Element parent) {
		List<String> names = new ArrayList<>();
		for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element) {
				names.add(child.getNodeName());
			}
		}
		return names;
	}

	@Test
	void theAgentIsDescribed() throws Exception {
		Element root = document();

		assertEquals("fence_x", root.getAttribute("name"));
		assertEquals("a <short> one", root.getAttribute("shortdesc"));
		assertEquals("a & long one", child(root, "longdesc").getTextContent());
		assertEquals("https://example.org", child(root, "vendor-url").getTextContent());
	}

	@Test
	void theHelpShowsDefaultsAndFitsTheScreen() {
		String help = HelpText.of("fence_x", CATALOG);

		assertTrue(help.startsWith("Usage: fence_x [options]\n"), help);
		assertTrue(help.contains("(default: reboot)"), help);
		help.lines().forEach(line -> assertFalse(line.length() > 105, line));
	}

	@Test
	void actionsAreFoundInAnyCase() {
		assertEquals(FenceAction.LIST_STATUS, FenceAction.of("List-Status").orElseThrow());
		assertEquals(FenceAction.METADATA, FenceAction.of("META-DATA").orElseThrow());
		assertEquals(FenceAction.OFF, FenceAction.of(" oFF ").orElseThrow());
		assertTrue(FenceAction.of("enable").isEmpty());
		assertTrue(FenceAction.of("disable").isEmpty());
		assertTrue(FenceAction.of("").isEmpty());
	}

	private static OptionDeclaration declarationOf(String name) {
		return CATALOG.byKey(name).orElseThrow();
	}

	private static Map<String, Element> byName() throws Exception {
		Map<String, Element> parameters = new LinkedHashMap<>();
		NodeList elements = document().getElementsByTagName("parameter");
		for (int i = 0; i < elements.getLength(); i++) {
			Element parameter = (Element) elements.item(i);
			parameters.put(parameter.getAttribute("name"), parameter);
		}
		return parameters;
	}

	private static Element document() throws Exception {
		String xml = Metadata.of(AGENT, CATALOG, Set.of("ip", "plug"));
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml))).getDocumentElement();
	}

	private static Element child(Element parent, String name) {
		return (Element) parent.getElementsByTagName(name).item(0);
	}
}

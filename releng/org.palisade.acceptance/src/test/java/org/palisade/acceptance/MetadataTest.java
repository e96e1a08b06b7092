package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the agent says of itself to configuration tools. */
class MetadataTest {

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;

	@BeforeAll
	static void install() {
		agent = InstalledAgent.copyInto(temporary);
	}

	@Test
	@Needs(RealPart.METADATA_SCHEMA)
	void itIsValidAgainstTheSchemaOfFenceAgents() {
		Outcome metadata = agent.command("-o", "metadata").run();
		assertEquals(0, metadata.exit(), metadata::all);

		Outcome validation = new Command("xmllint", "--noout", "--relaxng", RealPart.metadataSchema().toString(), "-").input(metadata.out()).run();

		assertEquals(0, validation.exit(), validation::all);
	}

	@Test
	void itIsTheSameHoweverItIsAskedFor() {
		String metadata = agent.command("-o", "metadata").run().require();

		assertEquals(metadata, agent.command().input("action=metadata\n").run().require());
		assertEquals(metadata, agent.command().input("action=meta-data\n").run().require());
	}

	@Test
	void itNamesTheActions() throws Exception {
		List<String> actions = attributes(metadata().getElementsByTagName("action"), "name");

		assertTrue(actions.containsAll(List.of("on", "off", "reboot", "status", "list", "list-status", "monitor", "metadata", "validate-all")),
				actions::toString);
	}

	@Test
	void everyParameterIsAcceptedOnStandardInput() throws Exception {
		Request request = Request.empty();
		NodeList parameters = metadata().getElementsByTagName("parameter");
		for (int i = 0; i < parameters.getLength(); i++) {
			Element parameter = (Element) parameters.item(i);
			Element content = (Element) parameter.getElementsByTagName("content").item(0);
			request = request.with(parameter.getAttribute("name"), content.getAttribute("type").equals("boolean") ? "0" : value(content));
		}
		assertTrue(parameters.getLength() > 20);

		// Those whose value has to be more than a text are tested elsewhere.
		Outcome outcome = agent.run(request.without("password_script").without("passwd_script").without("debug_file").without("debug")
				.without("audit_file").without("ssl_ca_file").without("ssl_fingerprint").without("disable_timeout").without("fallback_type")
				.without("lookup_cache").with("ip", "127.0.0.1").action("validate-all").with("option", "validate-all"));

		assertFalse(outcome.err().toLowerCase().contains("unknown"), outcome::all);
		assertEquals(0, outcome.exit(), outcome::all);
	}

	@Test
	void theOldNamesAreDeclaredDeprecated() throws Exception {
		NodeList parameters = metadata().getElementsByTagName("parameter");
		List<String> deprecated = new ArrayList<>();
		for (int i = 0; i < parameters.getLength(); i++) {
			Element parameter = (Element) parameters.item(i);
			if (parameter.getAttribute("deprecated").equals("1")) {
				deprecated.add(parameter.getAttribute("name"));
			}
		}
		assertTrue(deprecated.containsAll(List.of("ipaddr", "login", "passwd", "passwd_script", "port")), deprecated::toString);
	}

	private static String value(Element content) {
		if (content.hasAttribute("default") && !content.getAttribute("default").isEmpty()) {
			return content.getAttribute("default");
		}
		return content.getAttribute("type").equals("string") ? "text" : "5";
	}

	private static List<String> attributes(NodeList elements, String name) {
		List<String> values = new ArrayList<>();
		for (int i = 0; i < elements.getLength(); i++) {
			values.add(((Element) elements.item(i)).getAttribute(name));
		}
		return values;
	}

	private static Document metadata() throws Exception {
		String text = agent.command("-o", "metadata").run().require();
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
	}
}

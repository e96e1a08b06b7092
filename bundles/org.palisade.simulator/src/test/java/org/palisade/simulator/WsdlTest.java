package org.palisade.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The description of the SOAP API that clients made from it at run time ask for. */
class WsdlTest {

	private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";

	@TempDir
	Path folder;

	private static SimulatorOptions.Builder small() {
		return SimulatorOptions.builder().virtualMachines(4).datacenters(1);
	}

	private static HttpResponse<String> get(SimulatedVCenter server, String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.url().getPort() + path))
				.timeout(Duration.ofSeconds(60)).build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

	private static Document own() throws Exception {
		try (SimulatedVCenter server = SimulatedVCenter.start(small().plainHttp(true).build())) {
			HttpResponse<String> answer = get(server, "/sdk/vimService.wsdl");
			assertEquals(200, answer.statusCode());
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
		}
	}

	private static Set<String> attributes(Document document, String namespace, String element, String attribute) {
		Set<String> values = new TreeSet<>();
		NodeList elements = document.getElementsByTagNameNS(namespace, element);
		for (int i = 0; i < elements.getLength(); i++) {
			values.add(((Element) elements.item(i)).getAttribute(attribute));
		}
		values.remove("");
		return values;
	}

	@Test
	void promisesOnlyMethodsThatThereAre() throws Exception {
		Set<String> methods = attributes(own(), "http://schemas.xmlsoap.org/wsdl/", "operation", "name");
		assertEquals(10, methods.size(), methods::toString);
		try (SimulatedVCenter server = SimulatedVCenter.start(small().build())) {
			SoapClient client = new SoapClient(server).loggedIn();
			for (String method : methods) {
				SoapClient.Reply reply = client.call(method, "ServiceInstance", "ServiceInstance", "");
				assertFalse(reply.body().contains("MethodNotFound"), method);
			}
		}
	}

	@Test
	void definesEachTypeThatItUses() throws Exception {
		Document document = own();
		Set<String> used = attributes(document, SCHEMA, "element", "type");
		used.addAll(attributes(document, SCHEMA, "extension", "base"));
		used.removeIf(type -> !type.startsWith("vim25:"));
		Set<String> defined = attributes(document, SCHEMA, "complexType", "name");
		defined.addAll(attributes(document, SCHEMA, "simpleType", "name"));

		for (String type : used) {
			assertTrue(defined.contains(type.substring("vim25:".length())), type);
		}
	}

	@Test
	void isAFileWhereOneIsGivenAndIsCounted() throws Exception {
		Path file = Files.writeString(folder.resolve("other.wsdl"), "<other/>");
		try (SimulatedVCenter server = SimulatedVCenter.start(small().plainHttp(true).wsdlFile(file).build())) {
			assertEquals("<other/>", get(server, "/sdk/vimService.wsdl").body());
			assertEquals(404, get(server, "/sdk/other.wsdl").statusCode());
			assertTrue(server.control("GET", "/truth").contains("\"vimService.wsdl\":1"));
		}
	}

	@Test
	void refusesAFileThatIsNotThere() {
		SimulatorOptions.Builder options = small().wsdlFile(folder.resolve("missing.wsdl"));

		assertTrue(assertThrows(IllegalArgumentException.class, options::build).getMessage().startsWith("wsdlFile:"));
	}
}

package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Ours beside the agents of ClusterLabs fence-agents that it replaces, each under the same name and asked the same. */
class ReplacedAgentsTest {

	private static final Path SBIN = Path.of("/usr/sbin");

	/**
	 * Differences that docs/compatibility.md explains: the port follows from the protocol, the protocol is TLS, and the path of the REST API is
	 * found out.
	 */
	private static final Set<String> OTHER_DEFAULTS = Set.of("ipport", "ssl", "api_path");

	@TempDir
	static Path temporary;

	private static Path ours;

	/** What the metadata says of a parameter. */
	private record Parameter(String type, String defaultValue, String required, boolean deprecated) {
	}

	@BeforeAll
	static void install() {
		Path installer = InstalledAgent.copyInto(temporary).folder().resolve("bin/install-agents");
		ours = temporary;
		new Command(installer.toString(), "--all", "--directory", ours.toString()).run().require();
	}

	static List<String> names() {
		return List.of("fence_vmware", "fence_vmware_soap", "fence_vmware_rest");
	}

	private static Path theirs(String name) throws IOException {
		Path agent = SBIN.resolve(name);
		assumeTrue(Files.isExecutable(agent), name + " of fence-agents is not installed (Debian: fence-agents)");
		assumeTrue(Files.readString(agent).contains("from fencing import"), agent + " is not that of fence-agents");
		return agent;
	}

	private static Map<String, Parameter> parameters(Path agent) throws Exception {
		String text = new Command(agent.toString(), "-o", "metadata").run().require();
		NodeList elements = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)))
				.getElementsByTagName("parameter");
		Map<String, Parameter> parameters = new LinkedHashMap<>();
		for (int i = 0; i < elements.getLength(); i++) {
			Element parameter = (Element) elements.item(i);
			Element content = (Element) parameter.getElementsByTagName("content").item(0);
			parameters.put(parameter.getAttribute("name"), new Parameter(content.getAttribute("type"), content.getAttribute("default"),
					parameter.getAttribute("required"), parameter.hasAttribute("deprecated")));
		}
		return parameters;
	}

	@ParameterizedTest
	@MethodSource("names")
	void theMetadataIsASupersetWithTheSameTypesAndDefaults(String name) throws Exception {
		Map<String, Parameter> expected = parameters(theirs(name));
		Map<String, Parameter> actual = parameters(ours.resolve(name));
		assertTrue(expected.size() > 30, expected::toString);

		List<String> differences = new ArrayList<>();
		expected.forEach((parameter, of) -> {
			Parameter own = actual.get(parameter);
			boolean same = own != null && own.type().equals(of.type()) && own.deprecated() == of.deprecated()
					&& (own.defaultValue().equals(of.defaultValue()) || OTHER_DEFAULTS.contains(parameter))
					&& (of.deprecated() || own.required().equals(of.required()));
			if (!same) {
				differences.add(parameter + ": " + of + " there, " + own + " here");
			}
		});

		assertEquals(List.of(), differences);
	}

	@ParameterizedTest
	@MethodSource("names")
	void theActionsAreASuperset(String name) throws Exception {
		Set<String> actual = Set.copyOf(actions(ours.resolve(name)));

		assertTrue(actual.containsAll(actions(theirs(name))), actual::toString);
	}

	private static List<String> actions(Path agent) throws Exception {
		String text = new Command(agent.toString(), "-o", "metadata").run().require();
		NodeList elements = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)))
				.getElementsByTagName("action");
		List<String> actions = new ArrayList<>();
		for (int i = 0; i < elements.getLength(); i++) {
			actions.add(((Element) elements.item(i)).getAttribute("name"));
		}
		return actions;
	}

	/** Invocations that contact nothing. The plug is given by its key, as the command line of Debian's fence_vmware has none. */
	static Stream<String> inputs() {
		String sound = "ipaddr=h\nlogin=u\npasswd=p\nport=web\n";
		return Stream.of(sound + "action=validate-all\n", sound + "action=VALIDATE-ALL\n", sound + "action=bogus\n", sound + "action=enable\n",
				sound + "action=diag\n", "action=validate-all\n", "ipaddr=h\naction=off\n", "ipaddr=h\nlogin=u\nport=web\naction=off\n",
				sound + "action=validate-all\nno_such_option=1\n", sound + "action=validate-all\nlogin_timeout=x\n",
				sound + "action=validate-all\nplug_separator=;\n");
	}

	@ParameterizedTest
	@MethodSource("inputs")
	void theSameInputHasTheSameResult(String input) throws IOException {
		for (String name : names()) {
			assertSame(name, new Command(theirs(name).toString()).input(input), new Command(ours.resolve(name).toString()).input(input));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "--bogus", "-o bogus", "-o off", "-o status -a h", "-o validate-all -a h -l u" })
	void theSameCommandLineHasTheSameResult(String line) throws IOException {
		for (String name : names()) {
			Command their = new Command(theirs(name).toString());
			Command our = new Command(ours.resolve(name).toString());
			for (String argument : line.split(" ")) {
				their.argument(argument);
				our.argument(argument);
			}
			assertSame(name, their, our);
		}
	}

	private static void assertSame(String name, Command theirs, Command ours) {
		Outcome expected = theirs.run();
		Outcome actual = ours.run();
		assertEquals(expected.exit(), actual.exit(), () -> name + "\n" + expected.all() + "\n" + actual.all());
		assertEquals(expected.out(), actual.out(), name);
	}
}

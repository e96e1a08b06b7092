import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Sums up the reports that Surefire and Tycho Surefire left below a folder. Run from source: {@code java TestSummary.java FOLDER}. Exit code
 * 0 when tests ran and none failed, 1 otherwise; with {@code CI=true} in the environment a skipped test counts as a failure.
 */
final class TestSummary {

	/** Counts of one module. */
	private static final class Counts {
		int passed;
		int failed;
		int skipped;
	}

	private final Map<String, Counts> modules = new TreeMap<>();
	private final List<String> failures = new ArrayList<>();
	private final List<String> skips = new ArrayList<>();

	public static void main(String[] arguments) throws Exception {
		Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
		TestSummary summary = new TestSummary();
		for (Path report : reports(root)) {
			// MODULE/target/surefire-reports/TEST-x.xml
			summary.read(report, report.getParent().getParent().getParent().getFileName().toString());
		}
		System.exit(summary.print("true".equals(System.getenv("CI"))) ? 0 : 1);
	}

	private static List<Path> reports(Path root) throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(file -> file.getParent().endsWith("target/surefire-reports"))
					.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).sorted().toList();
		}
	}

	private void read(Path report, String module) throws IOException, ParserConfigurationException, SAXException {
		Counts counts = modules.computeIfAbsent(module, name -> new Counts());
		try (InputStream in = Files.newInputStream(report)) {
			NodeList cases = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getElementsByTagName("testcase");
			for (int i = 0; i < cases.getLength(); i++) {
				count((Element) cases.item(i), counts);
			}
		}
	}

	private void count(Element test, Counts counts) {
		String className = test.getAttribute("classname");
		String name = className.substring(className.lastIndexOf('.') + 1) + (test.getAttribute("name").isEmpty() ? "" : "." + test.getAttribute("name"));
		Element failure = child(test, "failure", "error");
		Element skip = child(test, "skipped");
		if (failure != null) {
			counts.failed++;
			failures.add(name + ": " + firstLine(failure));
		} else if (skip != null) {
			counts.skipped++;
			skips.add(name + ": " + firstLine(skip));
		} else {
			counts.passed++;
		}
	}

	private static Element child(Element parent, String... names) {
		for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (List.of(names).contains(child.getNodeName())) {
				return (Element) child;
			}
		}
		return null;
	}

	private static String firstLine(Element element) {
		String text = element.getAttribute("message").isBlank() ? element.getTextContent() : element.getAttribute("message");
		return text.strip().lines().findFirst().orElse("no reason given");
	}

	private boolean print(boolean skipsAreFailures) {
		int passed = 0;
		int failed = 0;
		int skipped = 0;
		System.out.printf("%-40s %7s %7s %7s%n", "module", "passed", "failed", "skipped");
		for (Map.Entry<String, Counts> module : modules.entrySet()) {
			Counts counts = module.getValue();
			System.out.printf("%-40s %7d %7d %7d%n", module.getKey(), counts.passed, counts.failed, counts.skipped);
			passed += counts.passed;
			failed += counts.failed;
			skipped += counts.skipped;
		}
		printList("Failed:", failures);
		printList(skipsAreFailures ? "Skipped, which is a failure here:" : "Skipped:", skips);
		System.out.printf("%n%d passed, %d failed, %d skipped%n", passed, failed, skipped);
		return passed > 0 && failed == 0 && (skipped == 0 || !skipsAreFailures);
	}

	private static void printList(String title, List<String> lines) {
		if (!lines.isEmpty()) {
			System.out.printf("%n%s%n", title);
			lines.forEach(line -> System.out.println("  " + line));
		}
	}
}

package org.palisade.core.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The help is two columns in a hundred characters, and nothing of what is declared is lost between them. */
class HelpTextTest {

	private static final int COLUMN = 34;
	private static final int WIDTH = 100;
	private static final OptionCatalog CATALOG = OptionCatalog.of(List.of());

	/** A line of the help for each option and those that continue it. */
	private final List<List<String>> entries = new ArrayList<>();

	@BeforeEach
	void split() {
		List<String> lines = HelpText.of("fence_x", CATALOG).lines().toList();
		int first = lines.indexOf(lines.stream().filter(line -> line.startsWith("   ")).findFirst().orElseThrow());
		for (String line : lines.subList(first, lines.size())) {
			if (line.startsWith("   -")) {
				entries.add(new ArrayList<>());
			}
			entries.get(entries.size() - 1).add(line);
		}
	}

	@Test
	void eachOptionHasAnEntryWithAllOfItsWords() {
		List<String> expected = CATALOG.declarations().stream().map(declaration -> OptionUsage.of(declaration) + " " + declaration.description()
				+ declaration.defaultValue().map(value -> " (default: " + value + ")").orElse("")).toList();

		assertEquals(expected, entries.stream().map(entry -> entry.stream().map(String::strip).collect(Collectors.joining(" ")).replaceAll(" +", " ")).toList());
	}

	@Test
	void anOptionIsShownAsItIsWritten() {
		assertTrue(entries.stream().anyMatch(entry -> entry.get(0).startsWith("   -a, --ip=[value] ")), entries::toString);
		assertTrue(entries.stream().anyMatch(entry -> entry.get(0).startsWith("   -v, --verbose ")), entries::toString);
	}

	@Test
	void aLineIsAsFullAsItCanBe() {
		for (List<String> entry : entries) {
			for (int i = 1; i < entry.size(); i++) {
				String line = entry.get(i - 1);
				String next = entry.get(i);
				assertEquals(" ".repeat(COLUMN), next.substring(0, COLUMN), next);
				assertTrue(next.charAt(COLUMN) != ' ', next);
				assertTrue(line.length() <= WIDTH, line);
				boolean usageAlone = i == 1 && line.length() >= COLUMN && line.stripLeading().indexOf("  ") < 0 && line.strip().split(" ").length <= 2;
				assertTrue(usageAlone || line.length() + 1 + next.strip().split(" ")[0].length() > WIDTH, line);
			}
		}
		assertTrue(entries.stream().anyMatch(entry -> entry.size() > 1));
	}

	@Test
	void whereTheUsageIsShortTheDescriptionBeginsBesideIt() {
		String help = entries.stream().map(entry -> entry.get(0)).filter(line -> line.contains("--verbose")).findFirst().orElseThrow();

		assertEquals(' ', help.charAt(COLUMN - 1), help);
		assertTrue(help.charAt(COLUMN) != ' ', help);
	}
}

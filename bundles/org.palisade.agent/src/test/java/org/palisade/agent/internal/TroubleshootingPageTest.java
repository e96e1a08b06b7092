package org.palisade.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceProblem;

/** The page on which a user looks up what the agent printed has a chapter for each beginning that a problem can have. */
class TroubleshootingPageTest {

	private static final Path PAGE = Path.of("../../docs/troubleshooting.md");

	@Test
	void everyKindOfProblemHasAChapter() throws Exception {
		List<String> headings = Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)).toList();
		Set<String> missing = new TreeSet<>(Arrays.stream(FenceProblem.Kind.values()).map(ProblemKind::text).toList());

		missing.removeAll(headings);

		assertEquals(Set.of(), missing);
	}
}

package org.palisade.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.Metadata;
import org.palisade.core.option.OptionCatalog;

class ManualPageTest {

	private static final OptionCatalog CATALOG = OptionCatalog.of(List.of(DeclaringBackEnd.nasty()), Map.of("shell_timeout", "77"));
	private static final Metadata.Agent AGENT = new Metadata.Agent("fence_x-y", "a short one", ".a long\\one", "https://example.org");
	private static final Set<String> REQUESTS = Set.of(".TH", ".nh", ".ad", ".SH", ".PP", ".TP", ".br", ".RS", ".RE", ".nf", ".fi");
	private static final Set<String> ESCAPES = Set.of("\\-", "\\&", "\\fB", "\\fI", "\\fR", "\\(rs", "\\(dq", "\\(aq", "\\(ga", "\\(ha", "\\(ti");
	private static final Pattern ESCAPE = Pattern.compile("\\\\(\\[u[0-9A-F]{4,6}]|\\(..|f.|.|$)");

	private final String page = ManualPage.of(AGENT, "1.2.3", CATALOG, List.of("esx", "nasty"));

	@Test
	void theSectionsAreThoseOfAManualPage() {
		List<String> sections = page.lines().filter(line -> line.startsWith(".SH ")).map(line -> line.substring(4).replace("\"", "")).toList();

		assertEquals(List.of("NAME", "SYNOPSIS", "DESCRIPTION", "ACTIONS", "OPTIONS", "EXIT STATUS", "STANDARD INPUT", "EXAMPLES", "FILES",
				"SEE ALSO"), sections);
		assertEquals(".TH \"FENCE_X\\-Y\" 8 \"\" \"Palisade 1.2.3\" \"Fence agents\"", page.lines().findFirst().orElseThrow());
		assertTrue(page.contains(".SH \"NAME\"\nfence_x\\-y \\- a short one\n"), page);
	}

	@Test
	void nothingButKnownRequestsBeginsALine() {
		page.lines().filter(line -> line.startsWith(".") || line.startsWith("'"))
				.forEach(line -> assertTrue(REQUESTS.contains(line.split(" ")[0]), line));
	}

	@Test
	void nothingButKnownEscapesFollowsABackslash() {
		Matcher matcher = ESCAPE.matcher(page);
		while (matcher.find()) {
			assertTrue(matcher.group().startsWith("\\[u") || ESCAPES.contains(matcher.group()), matcher.group());
		}
	}

	@Test
	void everyItemHasATermAndAnExplanation() {
		List<String> lines = page.lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).equals(".TP")) {
				assertTrue(lines.get(i + 1).startsWith("\\fB"), lines.get(i + 1));
				assertFalse(lines.get(i + 2).isBlank() || lines.get(i + 2).startsWith("."), lines.get(i + 2));
			}
			assertFalse(lines.get(i).isEmpty(), "line " + i + " is empty");
		}
	}

	@Test
	void everythingIsAscii() {
		assertEquals(page, new String(page.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
		assertTrue(page.contains("e\\[u0301]\\[uFFFD]"), "what is not ASCII is named");
	}

	@Test
	void aBackEndsTextIsShownAsItIsWritten() {
		assertTrue(page.contains("\n\\&.SH OVERWRITTEN .so /etc/passwd C:\\(rsnew \\-x \\(dqquoted\\(dq \\(aqe"), page);
		assertTrue(page.contains("default \\fB\\(aqa\\(rsb\\fR."), page);
		assertTrue(page.contains("\n\\&.a long\\(rsone\n"), page);
	}

	@Test
	void everyOptionIsThereWithAllItsNames() {
		for (OptionDeclaration declaration : CATALOG.declarations()) {
			String letter = declaration.letter().map(value -> "\\fB\\-" + value + "\\fR, ").orElse("");
			String term = "\n.TP\n" + letter + "\\fB\\-\\-" + declaration.longOption().replace("-", "\\-") + "\\fR";
			assertTrue(page.contains(term), term);
			assertTrue(page.contains("\nOn standard input \\fB" + declaration.name() + "\\fR"), declaration.name());
			declaration.oldNames().forEach(oldName -> assertTrue(page.contains("\\fB" + oldName + "\\fR"), oldName));
		}
		assertTrue(page.contains("\nOn standard input \\fBip\\fR; old names \\fBipaddr\\fR.\n"), page);
	}

	@Test
	void anOptionTellsWhatItTakes() {
		assertTrue(page.contains("\\fB\\-\\-method\\fR=\\fBonoff\\fR|\\fBcycle\\fR\n"), page);
		assertTrue(page.contains("\\fB\\-\\-shell\\-timeout\\fR=\\fIseconds\\fR\n"), page);
		assertTrue(page.contains("\\fB\\-\\-retry\\-on\\fR=\\fInumber\\fR\n"), page);
		assertTrue(page.contains("\\fB\\-\\-ip\\fR=\\fIvalue\\fR\n"), page);
		assertTrue(page.contains("\\fB\\-\\-verbose\\fR\n"), page);
	}

	private List<String> section(String title) {
		String heading = ".SH \"" + title + "\"\n";
		String text = page.substring(page.indexOf(heading) + heading.length());
		return text.substring(0, text.contains(".SH ") ? text.indexOf(".SH ") : text.length()).lines().toList();
	}

	/** {@return the terms of the items of a section} */
	private List<String> terms(String title) {
		List<String> lines = section(title);
		return IntStream.range(1, lines.size()).filter(i -> lines.get(i - 1).equals(".TP")).mapToObj(lines::get).toList();
	}

	@Test
	void exitCodesAndFilesAreListed() {
		assertEquals(List.of("\\fB0\\fR", "\\fB1\\fR", "\\fB2\\fR"), terms("EXIT STATUS"));
		assertEquals(List.of("\\fBbin/install\\-agents\\fR", "\\fBplugins.d/\\fR", "\\fBshare/man/man8/\\fR",
				"\\fBshare/bash\\-completion/completions/\\fR"), terms("FILES"));
	}

	/** Each shown as it is typed: without filling, and with dashes that can be copied. */
	@Test
	void examplesAreThereToCopy() {
		List<String> input = section("STANDARD INPUT");
		assertTrue(input.containsAll(List.of(".nf", "action=off", "plug=node1", ".fi")), input::toString);
		List<String> examples = section("EXAMPLES");
		assertEquals(4, examples.stream().filter(".nf"::equals).count(), examples::toString);
		assertEquals(3, examples.stream().filter("fence_x\\-y \\-a vcenter.example.com \\-l fencing@vsphere.local \\(rs"::equals).count(), examples::toString);
		assertTrue(examples.contains("    \\-S /etc/cluster/vcenter\\-password.sh \\-n node1 \\-o status; echo $?"), examples::toString);
		assertTrue(examples.contains("pcs stonith create fence\\-node1 fence_x\\-y \\(rs"), examples::toString);
	}

	@Test
	void otherPagesAreReferredTo() {
		assertTrue(page.contains("\n\\fBpacemaker\\-fenced\\fR(7), \\fBstonith_admin\\fR(8), \\fBpcs\\fR(8)\n"), page);
	}

	@Test
	void theDefaultIsThatOfTheAgentsName() {
		assertTrue(page.contains("\nOn standard input \\fBshell_timeout\\fR; default \\fB77\\fR.\n"), page);
	}

	@Test
	void aSecretIsNotShown() {
		assertFalse(page.contains("topsecret"), page);
	}

	@Test
	void everyActionIsThereWithItsExitStatus() {
		String actions = page.substring(page.indexOf(".SH \"ACTIONS\""), page.indexOf(".SH \"OPTIONS\""));
		for (FenceAction action : FenceAction.values()) {
			int start = actions.indexOf(".TP\n\\fB" + action.word().replace("-", "\\-") + "\\fR\n");
			assertTrue(start >= 0, action.word());
			int end = actions.indexOf(".TP", start + 3);
			String item = actions.substring(start, end < 0 ? actions.length() : end);
			assertTrue(item.contains("Exit status 0"), item);
		}
	}

	@Test
	void theInstalledTypesAreNamed() {
		assertEquals(1, page.lines().filter("Installed are: esx, nasty."::equals).count(), page);
		assertTrue(page.contains("\nInstalled are: esx, nasty.\n.br\nOn standard input \\fBvmware_type\\fR"), page);
		assertFalse(ManualPage.of(AGENT, "1", OptionCatalog.of(List.of()), List.of()).contains("Installed are"));
	}

	@Test
	void noTextIsMissing() {
		assertFalse(page.contains("NLS missing message"), page);
	}
}

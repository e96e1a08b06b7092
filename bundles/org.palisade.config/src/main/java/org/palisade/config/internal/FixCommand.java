package org.palisade.config.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.ClusterRepair;
import org.palisade.cluster.ClusterValidation;
import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.TextEdit;
import org.palisade.core.option.OptionCatalog;

/** Mends what a check found, by the fixes that the check offers. */
final class FixCommand extends ChangeCommand {

	private static final String ID = "fix";

	private final Terminal terminal;
	private final Optional<OptionCatalog> catalog;
	private final Optional<Set<String>> rules;

	FixCommand(Terminal terminal, CommandLine line, Optional<OptionCatalog> catalog) {
		super(terminal, line);
		this.terminal = terminal;
		this.catalog = catalog;
		this.rules = line.rules().isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(line.rules()));
	}

	@Override
	List<TextEdit> changes(String name, ClusterDocument document) {
		List<Finding> findings = ClusterValidation.check(document, catalog);
		ClusterRepair repair = ClusterRepair.of(document, findings, rules);
		for (ClusterRepair.Mended mended : repair.mended()) {
			String open = mended.fix().complete() ? "" : ' ' + Messages.look_after;
			tell(name, mended.finding(), NLS.bind(Messages.fixed, mended.finding().message(), mended.fix().label()) + open);
		}
		repair.postponed().forEach(finding -> tell(name, finding, NLS.bind(Messages.postponed, finding.message())));
		tellWhatIsLeft(name, findings.stream().filter(finding -> repair.mended().stream().noneMatch(mended -> mended.finding().equals(finding)))
				.filter(finding -> !repair.postponed().contains(finding)).toList());
		return repair.edits();
	}

	private void tell(String name, Finding finding, String message) {
		terminal.err(Terminal.line(name, finding.where().line(), ID, message, finding.id()));
	}

	/** Fixes that somebody has to judge are made only when they are asked for by the name of their rule. */
	private void tellWhatIsLeft(String name, List<Finding> left) {
		Set<String> onRequest = new TreeSet<>();
		for (Finding finding : left) {
			finding.fixes().stream().map(QuickFix::label).findFirst().ifPresent(label -> {
				tell(name, finding, NLS.bind(Messages.on_request, finding.message(), label));
				onRequest.add(finding.id());
			});
		}
		if (!onRequest.isEmpty() && rules.isEmpty()) {
			terminal.err(NLS.bind(Messages.name_rules, String.join(",", onRequest)));
		}
	}

	@Override
	String nothingToDo() {
		return Messages.nothing_to_fix;
	}
}

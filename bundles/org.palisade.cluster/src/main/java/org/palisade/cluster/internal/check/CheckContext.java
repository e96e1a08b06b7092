package org.palisade.cluster.internal.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.DocumentEditor;
import org.palisade.cluster.model.FencePlan;
import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.Severity;
import org.palisade.cluster.model.TextEdit;
import org.palisade.cluster.model.TextRange;
import org.palisade.core.option.OptionCatalog;

/** What a rule looks at, and where it reports. */
public final class CheckContext {

	private final ClusterConfiguration configuration;
	private final FencePlan plan;
	private final DocumentEditor editor;
	private final Optional<OptionCatalog> catalog;
	private final List<Finding> findings = new ArrayList<>();

	/**
	 * @param configuration what is checked
	 * @param editor writes fixes
	 * @param catalog the options of the installed back ends, if they are known
	 */
	public CheckContext(ClusterConfiguration configuration, DocumentEditor editor, Optional<OptionCatalog> catalog) {
		this.configuration = configuration;
		this.plan = FencePlan.of(configuration);
		this.editor = editor;
		this.catalog = catalog;
	}

	ClusterConfiguration configuration() {
		return configuration;
	}

	FencePlan plan() {
		return plan;
	}

	DocumentEditor editor() {
		return editor;
	}

	Optional<OptionCatalog> catalog() {
		return catalog;
	}

	void report(String id, Severity severity, TextRange where, String message, String explanation, QuickFix... fixes) {
		findings.add(new Finding(id, severity, where, message, explanation, List.of(fixes)));
	}

	/** {@return a fix after which nothing is left to do} */
	QuickFix fix(String label, List<TextEdit> edits) {
		return new QuickFix(label, true, edits);
	}

	/** {@return a fix that a person has to judge, or to complete outside of the document} */
	QuickFix proposal(String label, List<TextEdit> edits) {
		return new QuickFix(label, false, edits);
	}

	/** {@return what was found, in the order of the text} */
	public List<Finding> findings() {
		List<Finding> sorted = new ArrayList<>(findings);
		sorted.sort(Comparator.comparingInt((Finding finding) -> finding.where().line()).thenComparingInt(finding -> finding.where().offset()));
		return sorted;
	}
}
